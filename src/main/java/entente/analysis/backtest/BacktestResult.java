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
 * @param calibration by band; empty below {@link #MIN_CALIBRATION_CASES} cases
 */
public record BacktestResult(
        List<BacktestCase> cases,
        List<String> skipped,
        BrierScores scores,
        Optional<BrierScores> outOfSample,
        Optional<Without> leaveOneOut,
        List<CalibrationRow> calibration,
        List<AssumptionChange> assumptions,
        Provenance provenance) {

    /** Cases from which shares by band say anything: seven bands, and some four cases in each. */
    public static final int MIN_CALIBRATION_CASES = 30;

    /** The scores of all cases but one. */
    public record Without(String id, BrierScores scores) {}

    public long inSampleCount() {
        return cases.stream().filter(BacktestCase::inSample).count();
    }

    public long correctCount() {
        return cases.stream().filter(BacktestCase::isCorrect).count();
    }

    public long count(IntervalOutcome settled) {
        return cases.stream().filter(c -> c.intervalOutcome() == settled).count();
    }
}
