package entente.quality.mutation;

import entente.model.RuleCondition;
import entente.model.rule.CeilingKind;
import entente.model.rule.Rule;
import entente.model.rule.Rule.Weight;
import java.util.List;
import java.util.Optional;

/** A rule with one changed part of its card or conditions, and its text in a rule file. */
record Card(Rule rule) {

    Card conditions(List<RuleCondition> conditions) {
        return card(rule.alliance(), rule.partnership(), rule.tags(), conditions, rule.overrides(), rule.ceiling());
    }

    Card alliance(Optional<Weight> weight) {
        return card(weight, rule.partnership(), rule.tags(), rule.conditions(), rule.overrides(), rule.ceiling());
    }

    Card partnership(Optional<Weight> weight) {
        return card(rule.alliance(), weight, rule.tags(), rule.conditions(), rule.overrides(), rule.ceiling());
    }

    Card tags(List<String> tags) {
        return card(rule.alliance(), rule.partnership(), tags, rule.conditions(), rule.overrides(), rule.ceiling());
    }

    Card overrides(List<String> overrides) {
        return card(rule.alliance(), rule.partnership(), rule.tags(), rule.conditions(), overrides, rule.ceiling());
    }

    Card ceiling(CeilingKind kind) {
        return card(
                rule.alliance(),
                rule.partnership(),
                rule.tags(),
                rule.conditions(),
                rule.overrides(),
                Optional.of(kind));
    }

    private Card card(
            Optional<Weight> alliance,
            Optional<Weight> partnership,
            List<String> tags,
            List<RuleCondition> conditions,
            List<String> overrides,
            Optional<CeilingKind> ceiling) {
        return new Card(new Rule(
                rule.id(),
                rule.group(),
                rule.claim(),
                alliance,
                partnership,
                rule.cites(),
                rule.projectAssumption(),
                tags,
                rule.encodes(),
                conditions,
                overrides,
                ceiling,
                rule.card(),
                rule.step(),
                rule.allianceBefore(),
                rule.partnershipBefore()));
    }

    /** A complete rule file with only this rule. */
    String drl() {
        StringBuilder text = new StringBuilder("package entente.rules\nimport entente.model.Grade\n"
                + "import entente.model.GradedReading\nrule \"" + rule.claim() + "\"\n");
        line(text, "id", rule.id());
        line(text, "group", rule.group());
        rule.alliance().ifPresent(w -> line(text, "alliance", w.name()));
        rule.partnership().ifPresent(w -> line(text, "partnership", w.name()));
        list(text, "overrides", rule.overrides(), ", ");
        rule.ceiling().ifPresent(c -> line(text, "ceiling", c.name()));
        list(text, "cites", rule.cites(), "; ");
        rule.projectAssumption().ifPresent(o -> line(text, "assumption", "\"" + o + "\""));
        list(text, "tags", rule.tags(), ", ");
        list(text, "encodes", rule.encodes(), ", ");
        text.append("when\n");
        for (RuleCondition condition : rule.conditions()) {
            text.append("    GradedReading( indicator == \"" + condition.indicator() + "\", grade "
                    + condition.comparison().symbol() + " Grade." + condition.threshold() + " )\n");
        }
        return text.append("then\nend\n").toString();
    }

    private static void list(StringBuilder text, String name, List<String> words, String separator) {
        if (!words.isEmpty()) {
            line(text, name, "\"" + String.join(separator, words) + "\"");
        }
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("    @" + name + "( " + value + " )\n");
    }
}
