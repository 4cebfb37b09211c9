package entente.analysis.backtest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.analysis.backtest.BacktestResult.BacktestCase.IntervalOutcome;
import entente.analysis.backtest.BacktestResult.BacktestCase.StateHit;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Numbers;
import entente.model.Percent;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.Scenario.ObservedOutcome;
import entente.model.assessment.Assessment;
import entente.model.assessment.Assessment.AssumptionChange;
import entente.model.assessment.Interval;
import entente.model.assessment.Provenance;
import entente.model.assessment.Verdict;
import entente.scoring.Assessor;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Verdicts compared with observed outcomes. */
@JsonPropertyOrder({"provenance", "yesFromPercent", "cases", "skipped", "hits", "brier", "without", "inSample"})
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

        @Described("Changed assumptions of any case.") List<AssumptionChange> assumptions,
        Provenance provenance) {

    /**
     * Scores every scenario with an observed outcome; empty if there is none.
     *
     * @param inSample whether the rules were developed with this history
     */
    public static Optional<BacktestResult> of(
            Assessor assessor, Predicate<Scenario> inSample, List<Scenario> scenarios) {
        List<BacktestCase> cases = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        List<AssumptionChange> assumptions = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            if (scenario.observed().isEmpty()) {
                skipped.add(scenario.id());
                continue;
            }
            Assessment assessment = assessor.assess(scenario);
            assumptions.addAll(assessment.assumptions());
            cases.add(new BacktestCase(
                    scenario,
                    scenario.observed().get(),
                    assessment.verdict(),
                    assessor.book().baseRate(scenario.horizonYears()),
                    inSample.test(scenario)));
        }
        if (cases.isEmpty()) {
            return Optional.empty();
        }
        List<BacktestCase> unseen = cases.stream().filter(c -> !c.inSample()).toList();
        boolean mixed = !unseen.isEmpty() && unseen.size() < cases.size();
        return Optional.of(new BacktestResult(
                cases,
                skipped,
                BrierScores.of(cases),
                mixed ? Optional.of(BrierScores.of(unseen)) : Optional.empty(),
                leaveOneOut(cases),
                assumptions.stream().distinct().toList(),
                Provenance.of(assessor.book())));
    }

    /**
     * The scores without the case that contributes most of the gain, which shows whether the gain depends on a single
     * case.
     */
    private static Optional<LeaveOneOut> leaveOneOut(List<BacktestCase> cases) {
        if (cases.size() == 1) {
            return Optional.empty();
        }
        List<BacktestCase> rest = new ArrayList<>(cases);
        BacktestCase most = Collections.max(cases, Comparator.comparing(BrierScores::gain));
        rest.remove(most);
        return Optional.of(new LeaveOneOut(most.scenario().id(), BrierScores.of(rest)));
    }

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
                count(BacktestCase::isCorrect),
                count(one -> one.intervalOutcome() == IntervalOutcome.RIGHT),
                count(one -> one.intervalOutcome() == IntervalOutcome.OPEN),
                count(one -> one.intervalOutcome() == IntervalOutcome.WRONG),
                count(one -> one.stateHit() == StateHit.EXPECTED),
                count(one -> one.stateHit() == StateHit.IN_RANGE),
                count(one -> one.stateHit() == StateHit.MISSED));
    }

    private int count(Predicate<BacktestCase> which) {
        return (int) cases.stream().filter(which).count();
    }

    @Described("The likelihood from which a verdict predicts an alliance.")
    public Percent yesFromPercent() {
        return BacktestCase.YES_THRESHOLD;
    }

    @JsonProperty("inSample")
    @Described("Cases with which the rules were developed.")
    public int inSampleCount() {
        return count(BacktestCase::inSample);
    }

    /**
     * Brier scores of the same cases. Computed in decimals, so that the order of the cases does not change a digit; {@link
     * #climatology} is the score of the share of events among these cases.
     */
    @Described("Mean squared differences between forecast and outcome, 0 at best and 1 at worst, to six decimals.")
    @JsonPropertyOrder({"cases", "events", "verdicts", "best", "worst", "baseRate", "gain", "skill", "climatology"})
    public record BrierScores(
            @Described(kind = Kind.FROM_ONE) int cases,

            @Described("Cases in which the alliance was in force.")
            int events,

            @Described(value = "Of the point estimates.", kind = Kind.SHARE)
            double verdicts,

            @Described(value = "Of the interval bounds closest to the outcomes.", kind = Kind.SHARE)
            double best,

            @Described(value = "Of the interval bounds farthest from the outcomes.", kind = Kind.SHARE)
            double worst,

            @Described(value = "Of the base rates of the horizons.", kind = Kind.SHARE)
            double baseRate,

            @Described(value = "Of the share of events among these cases.", kind = Kind.SHARE)
            double climatology) {

        private static final double SMALLEST = 0.000001;
        private static final int DECIMALS = 6;

        @Described(value = "baseRate less verdicts: above zero where the verdicts are better.", kind = Kind.NUMBER)
        public double gain() {
            return Numbers.rounded(baseRate - verdicts, DECIMALS);
        }

        @Described(value = "1 - verdicts / baseRate: 1 is perfect, 0 no better than the base rate.", kind = Kind.SKILL)
        public double skill() {
            // The score of a very low base rate may be rounded to 0.
            return Numbers.rounded(1 - verdicts / Math.max(baseRate, SMALLEST), DECIMALS);
        }

        /** The scores of at least one case. */
        public static BrierScores of(List<BacktestCase> cases) {
            int events = (int)
                    cases.stream().filter(c -> c.observed().allianceInForce()).count();
            BigDecimal count = BigDecimal.valueOf(cases.size());
            return new BrierScores(
                    cases.size(),
                    events,
                    mean(cases, c -> error(c, c.percent().value())),
                    mean(cases, c -> atLow(c).min(atHigh(c))),
                    mean(cases, c -> atLow(c).max(atHigh(c))),
                    mean(cases, c -> error(c, c.baseRatePercent())),
                    // The mean of (share − outcome)² over all cases is share times (1 − share).
                    BigDecimal.valueOf((long) events * (cases.size() - events))
                            .divide(count.multiply(count), DECIMALS, RoundingMode.HALF_EVEN)
                            .doubleValue());
        }

        /** The improvement of the verdict on one case over its base rate. */
        static BigDecimal gain(BacktestCase one) {
            return error(one, one.baseRatePercent())
                    .subtract(error(one, one.percent().value()));
        }

        private static BigDecimal atLow(BacktestCase one) {
            return error(one, one.interval().low().value());
        }

        private static BigDecimal atHigh(BacktestCase one) {
            return error(one, one.interval().high().value());
        }

        private static BigDecimal error(BacktestCase one, double percent) {
            BigDecimal outcome = one.observed().allianceInForce() ? BigDecimal.ONE : BigDecimal.ZERO;
            return BigDecimal.valueOf(percent)
                    .movePointLeft(2)
                    .subtract(outcome)
                    .pow(2);
        }

        private static double mean(List<BacktestCase> cases, Function<BacktestCase, BigDecimal> error) {
            BigDecimal sum = cases.stream().map(error).reduce(BigDecimal.ZERO, BigDecimal::add);
            return sum.divide(BigDecimal.valueOf(cases.size()), DECIMALS, RoundingMode.HALF_EVEN)
                    .doubleValue();
        }
    }

    /** The verdict on one past scenario and the observed outcome. */
    @JsonPropertyOrder({
        "scenario",
        "scenarioSha256",
        "horizonYears",
        "inSample",
        "observed",
        "percent",
        "interval",
        "baseRatePercent",
        "eventRight",
        "eventSettled",
        "relationship",
        "relationships",
        "stateHit"
    })
    public record BacktestCase(
            @JsonIgnore Scenario scenario,
            ObservedOutcome observed,
            @JsonIgnore Verdict verdict,

            @Described(
                    value = "Of the rule book for the horizon, regardless of the scenario's assumptions.",
                    kind = Kind.BASE_RATE)
            double baseRatePercent,

            @Described("Whether the rules were developed with this case: it ships with Entente, by id or readings.")
            boolean inSample) {

        @JsonProperty("scenario")
        @Described(kind = Kind.ID)
        public String id() {
            return scenario.id();
        }

        @Described(kind = Kind.DIGEST)
        public String scenarioSha256() {
            return scenario.sha256();
        }

        @Described(kind = Kind.HORIZON)
        public int horizonYears() {
            return scenario.horizonYears();
        }

        @Described("Likelihood of an alliance.")
        public Percent percent() {
            return verdict.likelihood();
        }

        @JsonUnwrapped
        public Interval interval() {
            return verdict.interval();
        }

        @Described("The expected relationship; absent where there is only a range.")
        public Optional<Relationship> relationship() {
            return verdict.relationship();
        }

        @Described("All relationships that the open readings allow, ascending.")
        public List<Relationship> relationships() {
            return verdict.relationships();
        }

        /** The likelihood from which a verdict predicts an alliance: 50 percent. */
        public static final Percent YES_THRESHOLD = new Percent(500);

        @JsonProperty("eventRight")
        @Described("Whether the point estimate predicts the outcome.")
        public boolean isCorrect() {
            return isCorrect(verdict.likelihood());
        }

        @JsonProperty("eventSettled")
        @Described("Whether the whole interval predicts the outcome, part of it, or none.")
        public IntervalOutcome intervalOutcome() {
            boolean low = isCorrect(verdict.interval().low());
            boolean high = isCorrect(verdict.interval().high());
            return low != high ? IntervalOutcome.OPEN : low ? IntervalOutcome.RIGHT : IntervalOutcome.WRONG;
        }

        private boolean isCorrect(Percent likelihood) {
            return likelihood.compareTo(YES_THRESHOLD) >= 0 == observed.allianceInForce();
        }

        @Described("Whether the observed relationship was expected, in range, or missed.")
        public StateHit stateHit() {
            if (verdict.relationship().equals(Optional.of(observed.relationship()))) {
                return StateHit.EXPECTED;
            }
            return verdict.relationships().contains(observed.relationship()) ? StateHit.IN_RANGE : StateHit.MISSED;
        }

        /** How the expected relationship compares with the observed one. */
        public enum StateHit {
            /** The observed relationship is the expected one. */
            EXPECTED,
            /** The observed relationship is not the expected one, or none is, but is possible given the unknown readings. */
            IN_RANGE,
            /** The observed relationship is not possible for any value of the unknown readings. */
            MISSED
        }

        /** The result of a backtest by interval instead of point likelihood. */
        public enum IntervalOutcome {
            /** Right for all values of the open readings. */
            RIGHT,
            /** Right or wrong depending on the open readings. */
            OPEN,
            /** Wrong for all values of the open readings. */
            WRONG
        }
    }
}
