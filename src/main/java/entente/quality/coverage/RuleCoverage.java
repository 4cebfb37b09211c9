package entente.quality.coverage;

import entente.model.assessment.LedgerStatus;
import entente.model.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Coverage of one rule.
 *
 * @param statuses occurrences of every status
 * @param silences for an override: how often each claim was overridden while the override held
 * @param uses for a ceiling: occurrences of its effects
 */
public record RuleCoverage(
        Rule rule,
        Map<LedgerStatus, Integer> statuses,
        List<ConditionCoverage> conditions,
        Map<String, Integer> silences,
        Map<CoverageItem.Kind, Integer> uses) {

    public int count(LedgerStatus status) {
        return statuses.getOrDefault(status, 0);
    }

    /**
     * How often it did not fire with all readings known; for a rule without conditions, how often it was overridden.
     */
    public int silentCount() {
        return count(rule.conditions().isEmpty() ? LedgerStatus.OVERRIDDEN : LedgerStatus.NOT_FIRED);
    }

    /** All items of the rule to cover. */
    public List<CoverageItem> items() {
        List<CoverageItem> items = new ArrayList<>();
        items.add(item(CoverageItem.Kind.FIRED, count(LedgerStatus.FIRED)));
        items.add(item(CoverageItem.Kind.SILENT, silentCount()));
        for (ConditionCoverage c : conditions) {
            items.add(CoverageItem.of(CoverageItem.Kind.HELD, rule.id(), c.condition(), c.heldWithOthers()));
            items.add(CoverageItem.of(CoverageItem.Kind.FAILED, rule.id(), c.condition(), c.failedAlone()));
        }
        silences.forEach((claim, times) -> items.add(CoverageItem.of(rule.id(), claim, times)));
        uses.forEach((use, times) -> items.add(item(use, times)));
        return items;
    }

    private CoverageItem item(CoverageItem.Kind kind, int times) {
        return CoverageItem.of(kind, rule.id(), times);
    }
}
