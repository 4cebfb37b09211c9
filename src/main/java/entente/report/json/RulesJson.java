package entente.report.json;

import entente.model.RuleCondition;
import entente.model.rule.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rules as JSON. */
public final class RulesJson {

    private RulesJson() {}

    public static String write(List<Rule> rules) {
        return JsonWriter.write(rules.stream().map(RulesJson::rule).toList());
    }

    /** One rule as an object of its own. */
    public static String write(Rule rule) {
        return JsonWriter.write(rule(rule));
    }

    /** One rule as a member of a larger document. */
    public static Map<String, Object> rule(Rule rule) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", rule.id());
        entry.put("kind", rule.kind().name());
        entry.put("group", rule.group());
        entry.put("claim", rule.claim());
        entry.put("when", rule.conditions().stream().map(RulesJson::condition).toList());
        rule.alliance().ifPresent(w -> entry.put("alliance", w.name()));
        rule.partnership().ifPresent(w -> entry.put("partnership", w.name()));
        rule.ceiling().ifPresent(c -> entry.put("ceiling", c.name()));
        entry.put("overrides", rule.overrides());
        entry.put("cites", rule.cites());
        rule.projectAssumption().ifPresent(o -> entry.put("projectAssumption", o));
        entry.put("tags", rule.tags());
        entry.put("encodes", rule.encodes());
        return entry;
    }

    private static Map<String, Object> condition(RuleCondition condition) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("indicator", condition.indicator());
        entry.put("comparison", condition.comparison().name());
        entry.put("grade", condition.threshold().name());
        return entry;
    }
}
