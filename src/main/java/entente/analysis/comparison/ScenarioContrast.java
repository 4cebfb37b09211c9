package entente.analysis.comparison;

import entente.analysis.attribution.Attribution;
import entente.model.assessment.Assessment;
import java.util.List;

/**
 * How one assessment differs from another, under the same book.
 *
 * @param before what it is held against
 * @param readings every indicator, in the order of the catalogue; see {@link ReadingDifference#differs()}
 * @param assumptions only those that differ
 * @param rules every rule, in the order of the book; see {@link RuleDifference#differs()}
 */
public record ScenarioContrast(
        Assessment before,
        Assessment after,
        Attribution attribution,
        List<ReadingDifference> readings,
        List<AssumptionDifference> assumptions,
        List<RuleDifference> rules) {

    /** Whether the two say the same, whatever their titles. */
    public boolean isEmpty() {
        return assumptions.isEmpty()
                && readings.stream().noneMatch(ReadingDifference::differs)
                && rules.stream().noneMatch(RuleDifference::differs);
    }
}
