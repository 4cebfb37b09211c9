package entente.analysis.comparison;

import entente.analysis.attribution.Attribution;
import entente.model.assessment.Assessment;
import java.util.List;

/**
 * The differences between two assessments under the same rule book.
 *
 * @param before the reference
 * @param readings every indicator, in catalogue order; see {@link ReadingDifference#differs()}
 * @param assumptions only those that differ
 * @param rules every rule, in rule book order; see {@link RuleDifference#differs()}
 */
public record ScenarioContrast(
        Assessment before,
        Assessment after,
        Attribution attribution,
        List<ReadingDifference> readings,
        List<AssumptionDifference> assumptions,
        List<RuleDifference> rules) {

    /** Whether there is no difference; titles are not compared. */
    public boolean isEmpty() {
        return assumptions.isEmpty()
                && readings.stream().noneMatch(ReadingDifference::differs)
                && rules.stream().noneMatch(RuleDifference::differs);
    }
}
