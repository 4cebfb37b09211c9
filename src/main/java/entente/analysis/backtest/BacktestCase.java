package entente.analysis.backtest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Percent;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.Scenario.ObservedOutcome;
import entente.model.assessment.Interval;
import entente.model.assessment.Verdict;
import java.util.List;
import java.util.Optional;

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

    /** The bound of the interval closest to the outcome. */
    public Percent closestBound() {
        return observed.allianceInForce()
                ? verdict.interval().high()
                : verdict.interval().low();
    }

    /** The bound of the interval farthest from the outcome. */
    public Percent farthestBound() {
        return observed.allianceInForce()
                ? verdict.interval().low()
                : verdict.interval().high();
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
