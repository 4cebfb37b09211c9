package entente.report.question;

import entente.model.Question;
import entente.model.rule.Parameter;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.report.form.Block.Field;
import entente.report.form.Block.Fields;
import entente.report.form.Block.Items;
import entente.report.form.Report;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One rule with its card. */
public final class RuleReport {

    private RuleReport() {}

    public static Report one(Rule rule, RuleBook book) {
        List<String> reasons = new ArrayList<>();
        for (Question question : Question.values()) {
            rule.weight(question).ifPresent(weight -> {
                Parameter figure =
                        Objects.requireNonNull(book.weights().of(question).get(weight.strength()));
                reasons.add(Wording.word(weight.strength()) + " on the "
                        + Wording.word(question) + " is " + Wording.figure(figure.value())
                        + " points: " + figure.reason());
            });
        }
        rule.ceiling()
                .ifPresent(kind -> reasons.add(
                        Objects.requireNonNull(book.ceilings().get(kind)).reason()));
        return new Report(rule.claim(), named(rule), List.of(card(rule), Items.of("", reasons)));
    }

    /** Its id and its group. */
    static String named(Rule rule) {
        return rule.id() + ", " + rule.group();
    }

    static Fields card(Rule rule) {
        List<Field> fields = new ArrayList<>();
        rule.conditions().forEach(condition -> fields.add(new Field("when", Wording.condition(condition))));
        if (rule.conditions().isEmpty()) {
            fields.add(new Field("when", "always"));
        }
        rule.alliance().map(Wording::word).ifPresent(weight -> fields.add(new Field("alliance", weight)));
        rule.partnership().map(Wording::word).ifPresent(weight -> fields.add(new Field("partnership", weight)));
        field(fields, "overrides", rule.overrides());
        rule.ceiling().ifPresent(ceiling -> fields.add(new Field("ceiling", ceiling.toString())));
        field(fields, "cites", rule.cites());
        rule.projectAssumption().ifPresent(reason -> fields.add(new Field("project assumption", reason)));
        field(fields, "tags", rule.tags());
        field(fields, "encodes", rule.encodes());
        return new Fields("", fields);
    }

    private static void field(List<Field> fields, String name, List<String> values) {
        if (!values.isEmpty()) {
            fields.add(new Field(name, String.join(", ", values)));
        }
    }
}
