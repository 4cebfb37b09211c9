package entente.analysis.backtest;

import entente.model.assessment.AssumptionChange;
import entente.model.assessment.IntervalOutcome;
import entente.model.assessment.Provenance;
import java.util.List;
import java.util.Optional;

/**
 * Verdicts against what happened.
 *
 * @param cases in the order in which they were given; at least one
 * @param skipped ids of scenarios that say nothing of an outcome
 * @param outOfSample the scores of the cases that are not in-sample; empty unless there are cases of both kinds
 * @param without the case that carries most of what the verdicts gain on the base rate; empty of a single case
 * @param calibration by band; empty below {@link #CALIBRATION_FROM} cases
 */
public record BacktestResult(
        List<BacktestCase> cases,
        List<String> skipped,
        BrierScores scores,
        Optional<BrierScores> outOfSample,
        Optional<Without> without,
        List<CalibrationRow> calibration,
        List<AssumptionChange> assumptions,
        Provenance provenance) {

    /** Cases from which shares by band say anything: seven bands, and some four cases in each. */
    public static final int CALIBRATION_FROM = 30;

    /** The scores of all cases but one. */
    public record Without(String id, BrierScores scores) {}

    public long inSample() {
        return cases.stream().filter(BacktestCase::inSample).count();
    }

    public long right() {
        return cases.stream().filter(BacktestCase::right).count();
    }

    public long settled(IntervalOutcome settled) {
        return cases.stream().filter(c -> c.settled() == settled).count();
    }
}
