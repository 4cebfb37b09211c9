package entente.quality.coverage;

import entente.model.RuleCondition;
import entente.model.assessment.ConditionResult;
import entente.model.assessment.LedgerStatus;
import entente.model.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Coverage of one rule.
 *
 * @param statuses occurrences by status
 * @param silences for an override: how often each claim was overridden while the override held
 * @param uses for a ceiling: occurrences of its effects
 */
public record RuleCoverage(
        Rule rule,
        Map<LedgerStatus, Integer> statuses,
        List<ConditionCoverage> conditions,
        Map<String, Integer> silences,
        Map<CoverageItem.Kind, Integer> uses) {

    /**
     * How often a condition of a rule held or failed.
     *
     * @param held regardless of the other conditions
     * @param failed on a known reading, regardless of the other conditions
     * @param heldWithOthers while all other conditions of the rule held
     * @param failedAlone while all other conditions of the rule held, so that it was decisive
     */
    public record ConditionCoverage(
            RuleCondition condition, int held, int failed, int heldWithOthers, int failedAlone) {

        ConditionCoverage plus(ConditionResult result, boolean othersHold) {
            int holds = result.met() ? 1 : 0;
            int fails = result.met() || result.unknown() ? 0 : 1;
            int decisive = othersHold ? 1 : 0;
            return new ConditionCoverage(
                    condition,
                    held + holds,
                    failed + fails,
                    heldWithOthers + holds * decisive,
                    failedAlone + fails * decisive);
        }
    }

    public int count(LedgerStatus status) {
        return statuses.getOrDefault(status, 0);
    }

    /**
     * How often it did not fire with all readings known; for a rule without conditions, how often it was overridden.
     */
    public int silentCount() {
        return count(rule.conditions().isEmpty() ? LedgerStatus.OVERRIDDEN : LedgerStatus.NOT_FIRED);
    }

    public List<CoverageItem> items() {
        List<CoverageItem> items = new ArrayList<>();
        items.add(CoverageItem.of(CoverageItem.Kind.FIRED, rule.id(), count(LedgerStatus.FIRED)));
        items.add(CoverageItem.of(CoverageItem.Kind.SILENT, rule.id(), silentCount()));
        for (ConditionCoverage c : conditions) {
            items.add(CoverageItem.of(CoverageItem.Kind.HELD, rule.id(), c.condition(), c.heldWithOthers()));
            items.add(CoverageItem.of(CoverageItem.Kind.FAILED, rule.id(), c.condition(), c.failedAlone()));
        }
        silences.forEach((claim, times) -> items.add(CoverageItem.of(rule.id(), claim, times)));
        uses.forEach((use, times) -> items.add(CoverageItem.of(use, rule.id(), times)));
        return items;
    }
}
