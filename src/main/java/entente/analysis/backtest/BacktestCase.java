package entente.analysis.backtest;

import entente.model.Percent;
import entente.model.Scenario;
import entente.model.Scenario.ObservedOutcome;
import entente.model.assessment.Verdict;
import java.util.Optional;

/**
 * The verdict on one past scenario and the observed outcome.
 *
 * @param baseRatePercent base rate of the rule book for the horizon, regardless of the scenario's assumptions
 * @param inSample whether the rules were developed with this history
 */
public record BacktestCase(
        Scenario scenario, ObservedOutcome observed, Verdict verdict, double baseRatePercent, boolean inSample) {

    /** The likelihood from which a verdict predicts an alliance: 50 percent. */
    public static final Percent YES_THRESHOLD = new Percent(500);

    /** Whether the point estimate predicts the observed outcome. */
    public boolean isCorrect() {
        return isCorrect(verdict.likelihood());
    }

    public IntervalOutcome intervalOutcome() {
        boolean low = isCorrect(verdict.interval().low());
        boolean high = isCorrect(verdict.interval().high());
        return low != high ? IntervalOutcome.OPEN : low ? IntervalOutcome.RIGHT : IntervalOutcome.WRONG;
    }

    private boolean isCorrect(Percent likelihood) {
        return likelihood.compareTo(YES_THRESHOLD) >= 0 == observed.allianceInForce();
    }

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
