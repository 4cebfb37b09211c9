package entente.analysis.backtest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import entente.analysis.backtest.BacktestCase.IntervalOutcome;
import entente.analysis.backtest.BacktestCase.StateHit;
import entente.model.Band;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Percent;
import entente.model.assessment.AssumptionChange;
import entente.model.assessment.Provenance;
import java.util.List;
import java.util.Optional;

/** Verdicts compared with observed outcomes. */
@JsonPropertyOrder({
    "provenance",
    "yesFromPercent",
    "cases",
    "skipped",
    "hits",
    "brier",
    "without",
    "inSample",
    "outOfSample",
    "calibrationFromCases"
})
public record BacktestResult(
        @Described("At least one, in the order of the input.")
        List<BacktestCase> cases,

        @Described(value = "Scenarios without an observed outcome.", kind = Kind.ID)
        List<String> skipped,

        @JsonProperty("brier") BrierScores scores,

        @Described("Of the cases that are not in sample; absent unless there are cases of both kinds.")
        Optional<BrierScores> outOfSample,

        @JsonProperty("without")
        @Described("The scores without the case that contributes most of the gain; absent for a single case.")
        Optional<LeaveOneOut> leaveOneOut,

        @Described("By band; empty below that number.") List<CalibrationRow> calibration,
        @Described("Changed assumptions of any case.") List<AssumptionChange> assumptions,
        Provenance provenance) {

    /** The smallest number of cases for a calibration table: seven bands with some four cases each. */
    public static final int MIN_CALIBRATION_CASES = 30;

    public record LeaveOneOut(
            @JsonProperty("case") @Described(kind = Kind.ID) String id,
            @JsonProperty("brier") BrierScores scores) {}

    /** How often verdicts were right: by the likelihood, by the interval, and by the relationship. */
    public record Hits(
            @Described(kind = Kind.FROM_ONE) int cases,
            int eventRight,
            int intervalRight,
            int intervalOpen,
            int intervalWrong,
            int stateExpected,
            int stateInRange,
            int stateMissed) {}

    @Described
    public Hits hits() {
        return new Hits(
                cases.size(),
                (int) correctCount(),
                (int) count(IntervalOutcome.RIGHT),
                (int) count(IntervalOutcome.OPEN),
                (int) count(IntervalOutcome.WRONG),
                count(StateHit.EXPECTED),
                count(StateHit.IN_RANGE),
                count(StateHit.MISSED));
    }

    private int count(StateHit hit) {
        return (int) cases.stream().filter(one -> one.stateHit() == hit).count();
    }

    @Described("The likelihood from which a verdict predicts an alliance.")
    public Percent yesFromPercent() {
        return BacktestCase.YES_THRESHOLD;
    }

    @Described("The smallest number of cases for a calibration table.")
    public int calibrationFromCases() {
        return MIN_CALIBRATION_CASES;
    }

    @JsonProperty("inSample")
    @Described("Cases with which the rules were developed.")
    public long inSampleCount() {
        return cases.stream().filter(BacktestCase::inSample).count();
    }

    public long correctCount() {
        return cases.stream().filter(BacktestCase::isCorrect).count();
    }

    public long count(IntervalOutcome settled) {
        return cases.stream().filter(c -> c.intervalOutcome() == settled).count();
    }

    /** The cases whose likelihood lies in one band. */
    public record CalibrationRow(
            Band band,
            @Described(kind = Kind.FROM_ONE) int cases,

            @Described(value = "Mean likelihood, to a tenth.", kind = Kind.PERCENT)
            double meanPercent,

            @Described("Cases in which the alliance was in force.")
            int events) {

        /** The observed frequency of the event, in percent of the cases. */
        public double observedPercent() {
            return 100.0 * events / cases;
        }
    }
}
