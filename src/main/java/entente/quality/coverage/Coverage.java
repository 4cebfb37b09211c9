package entente.quality.coverage;

import java.util.List;

/**
 * How well cases and scenarios know a rule book.
 *
 * @param situations in which the book was asked: those of all cases, and the scenarios
 * @param rules in the order of the book
 */
public record Coverage(
        String rulesVersion, String rulesSha256, int cases, int scenarios, int situations, List<RuleCoverage> rules) {

    /** Everything that there is to see, in the order of the book. */
    public List<CoverageItem> items() {
        return rules.stream().flatMap(rule -> rule.items().stream()).toList();
    }

    public List<CoverageItem> items(CoverageItem.Kind kind) {
        return items().stream().filter(item -> item.kind() == kind).toList();
    }

    public List<CoverageItem> uncovered() {
        return items().stream().filter(item -> !item.isCovered()).toList();
    }

    /** Share of these that was seen, in tenths of a percent, rounded down so that only all of them are 100 percent. */
    public static int tenths(List<CoverageItem> items) {
        long seen = items.stream().filter(CoverageItem::isCovered).count();
        return items.isEmpty() ? 1000 : (int) (1000 * seen / items.size());
    }
}
