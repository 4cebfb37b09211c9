package entente.analysis.comparison;

import entente.model.Points;
import entente.model.Question;
import entente.model.assessment.LedgerRow;
import entente.model.rule.Rule;

/** One rule as it came out in two assessments. */
public record RuleDifference(LedgerRow before, LedgerRow after) {

    public Rule rule() {
        return after.rule();
    }

    /** By how much what it counts differs. */
    public Points counts(Question question) {
        return counted(after, question).minus(counted(before, question));
    }

    private static Points counted(LedgerRow row, Question question) {
        return row.fired() ? row.points(question) : Points.ZERO;
    }

    /** Whether its state or what it counts differs. */
    public boolean differs() {
        return before.status() != after.status() || counts();
    }

    /** Whether it counts something else. */
    public boolean counts() {
        return counts(Question.ALLIANCE).hundredths() != 0
                || counts(Question.PARTNERSHIP).hundredths() != 0;
    }
}
