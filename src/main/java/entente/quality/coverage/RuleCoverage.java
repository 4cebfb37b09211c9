package entente.quality.coverage;

import entente.model.assessment.LedgerStatus;
import entente.model.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How often a rule and each of its parts was seen either way.
 *
 * @param statuses of every status, 0 where it was never seen
 * @param silences for an override: how often each claim of which it speaks was overridden while it stood
 * @param uses for a ceiling: how often it did what its figures let it do
 */
public record RuleCoverage(
        Rule rule,
        Map<LedgerStatus, Integer> statuses,
        List<ConditionCoverage> conditions,
        Map<String, Integer> silences,
        Map<CeilingUse, Integer> uses) {

    public int count(LedgerStatus status) {
        return statuses.getOrDefault(status, 0);
    }

    /** How often it was silent though all that it asks was known; a rule that asks nothing is silent when overridden. */
    public int silentCount() {
        return count(rule.conditions().isEmpty() ? LedgerStatus.OVERRIDDEN : LedgerStatus.NOT_FIRED);
    }

    /** Everything that there is to see of the rule. */
    public List<CoverageItem> items() {
        List<CoverageItem> items = new ArrayList<>();
        items.add(item(CoverageItem.Kind.FIRED, count(LedgerStatus.FIRED)));
        items.add(item(CoverageItem.Kind.SILENT, silentCount()));
        for (ConditionCoverage c : conditions) {
            items.add(CoverageItem.of(CoverageItem.Kind.HELD, rule.id(), c.condition(), c.heldWithOthers()));
            items.add(CoverageItem.of(CoverageItem.Kind.FAILED, rule.id(), c.condition(), c.failedAlone()));
        }
        silences.forEach((claim, times) -> items.add(CoverageItem.of(rule.id(), claim, times)));
        uses.forEach((use, times) -> items.add(item(
                switch (use) {
                    case IN_FORCE -> CoverageItem.Kind.IN_FORCE;
                    case TAKES_BACK -> CoverageItem.Kind.TAKES_BACK;
                    case AT_LIMIT -> CoverageItem.Kind.AT_LIMIT;
                },
                times)));
        return items;
    }

    private CoverageItem item(CoverageItem.Kind kind, int times) {
        return CoverageItem.of(kind, rule.id(), times);
    }
}
