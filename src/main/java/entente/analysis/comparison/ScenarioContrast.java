package entente.analysis.comparison;

import entente.analysis.attribution.Attribution;
import entente.model.AssumptionKind;
import entente.model.Grade;
import entente.model.Points;
import entente.model.Question;
import entente.model.Reading;
import entente.model.assessment.Assessment;
import entente.model.assessment.LedgerRow;
import entente.model.rule.Rule;
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

    /**
     * The readings of one indicator in two scenarios.
     *
     * @param beforeGrade under the cut points of the first scenario
     * @param afterGrade under the cut points of the second scenario
     */
    public record ReadingDifference(
            String indicator, Reading before, Grade beforeGrade, Reading after, Grade afterGrade) {

        /** Whether value, range or status differ; source and date are not compared. */
        public boolean differs() {
            return !before.range().equals(after.range()) || before.status() != after.status();
        }
    }

    /** The ledger rows of one rule in two assessments. */
    public record RuleDifference(LedgerRow before, LedgerRow after) {

        public Rule rule() {
            return after.rule();
        }

        /** The difference in effective points. */
        public Points pointsDifference(Question question) {
            return points(after, question).minus(points(before, question));
        }

        private static Points points(LedgerRow row, Question question) {
            return row.fired() ? row.points(question) : Points.ZERO;
        }

        /** Whether status or effective points differ. */
        public boolean differs() {
            return before.status() != after.status() || pointsDiffer();
        }

        public boolean pointsDiffer() {
            return pointsDifference(Question.ALLIANCE).hundredths() != 0
                    || pointsDifference(Question.PARTNERSHIP).hundredths() != 0;
        }
    }

    /**
     * One assumption that differs between two scenarios.
     *
     * @param pointer JSON pointer into a scenario
     * @param before value of the first scenario, or of the rule book if the scenario does not set it
     */
    public record AssumptionDifference(AssumptionKind kind, String pointer, String before, String after) {}
}
