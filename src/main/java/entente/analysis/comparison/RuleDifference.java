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
    public Points zzpoints(Question question) {
        return points(after, question).minus(points(before, question));
    }

    private static Points points(LedgerRow row, Question question) {
        return row.fired() ? row.points(question) : Points.ZERO;
    }

    /** Whether its state or what it counts differs. */
    public boolean differs() {
        return before.status() != after.status() || zzpoints();
    }

    /** Whether it counts something else. */
    public boolean zzpoints() {
        return zzpoints(Question.ALLIANCE).hundredths() != 0
                || zzpoints(Question.PARTNERSHIP).hundredths() != 0;
    }
}
