package entente.quality.coverage;

import java.util.List;

/**
 * Coverage of a rule book by cases and scenarios.
 *
 * @param situations number of assessed situations: those of all cases, and the scenarios
 * @param rules in rule book order
 */
public record Coverage(
        String rulesVersion, String rulesSha256, int cases, int scenarios, int situations, List<RuleCoverage> rules) {

    /** All items to cover, in rule book order. */
    public List<CoverageItem> items() {
        return rules.stream().flatMap(rule -> rule.items().stream()).toList();
    }

    public List<CoverageItem> items(CoverageItem.Kind kind) {
        return items().stream().filter(item -> item.kind() == kind).toList();
    }

    public List<CoverageItem> uncovered() {
        return items().stream().filter(item -> !item.isCovered()).toList();
    }

    /** The covered share in tenths of a percent, rounded down so that only full coverage is 100 percent. */
    public static int tenths(List<CoverageItem> items) {
        long seen = items.stream().filter(CoverageItem::isCovered).count();
        return items.isEmpty() ? 1000 : (int) (1000 * seen / items.size());
    }
}
