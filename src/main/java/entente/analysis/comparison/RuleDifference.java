package entente.analysis.comparison;

import entente.model.Points;
import entente.model.Question;
import entente.model.assessment.LedgerRow;
import entente.model.rule.Rule;

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

    /** Whether effective points differ. */
    public boolean pointsDiffer() {
        return pointsDifference(Question.ALLIANCE).hundredths() != 0
                || pointsDifference(Question.PARTNERSHIP).hundredths() != 0;
    }
}
