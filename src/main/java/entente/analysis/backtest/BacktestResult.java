package entente.analysis.backtest;

import entente.analysis.backtest.BacktestCase.IntervalOutcome;
import entente.model.Band;
import entente.model.assessment.AssumptionChange;
import entente.model.assessment.Provenance;
import java.util.List;
import java.util.Optional;

/**
 * Verdicts compared with observed outcomes.
 *
 * @param cases at least one, in input order
 * @param skipped ids of scenarios without an observed outcome
 * @param outOfSample scores of the out-of-sample cases; empty unless there are cases of both kinds
 * @param leaveOneOut scores without the case that contributes most of the gain over the base rate; empty for a single case
 * @param calibration by band; empty below {@link #MIN_CALIBRATION_CASES} cases
 */
public record BacktestResult(
        List<BacktestCase> cases,
        List<String> skipped,
        BrierScores scores,
        Optional<BrierScores> outOfSample,
        Optional<LeaveOneOut> leaveOneOut,
        List<CalibrationRow> calibration,
        List<AssumptionChange> assumptions,
        Provenance provenance) {

    /** The smallest number of cases for a calibration table: seven bands with some four cases each. */
    public static final int MIN_CALIBRATION_CASES = 30;

    public record LeaveOneOut(String id, BrierScores scores) {}

    public long inSampleCount() {
        return cases.stream().filter(BacktestCase::inSample).count();
    }

    public long correctCount() {
        return cases.stream().filter(BacktestCase::isCorrect).count();
    }

    public long count(IntervalOutcome settled) {
        return cases.stream().filter(c -> c.intervalOutcome() == settled).count();
    }

    /**
     * The cases whose likelihood lies in one band.
     *
     * @param meanPercent mean of their likelihoods, to a tenth
     * @param events number of cases in which the alliance was in force
     */
    public record CalibrationRow(Band band, int cases, double meanPercent, int events) {

        /** The observed frequency of the event, in percent of the cases. */
        public double observedPercent() {
            return 100.0 * events / cases;
        }
    }
}
