package entente.analysis.backtest;

import entente.model.ObservedOutcome;
import entente.model.Percent;
import entente.model.Scenario;
import entente.model.assessment.IntervalOutcome;
import entente.model.assessment.Verdict;
import java.util.Optional;

/**
 * One history: the verdict on it beside what happened.
 *
 * @param baseRatePercent the book's base rate for the horizon, whatever the scenario assumes
 * @param inSample whether the rules were made with this history in view
 */
public record BacktestCase(
        Scenario scenario, ObservedOutcome observed, Verdict verdict, double baseRatePercent, boolean inSample) {

    /** The likelihood from which a verdict counts as a yes: 50 percent. */
    public static final Percent YES_THRESHOLD = new Percent(500);

    /** Whether the point of the verdict says what happened. */
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

    /** The end of the interval that lies closest to what happened. */
    public Percent closestBound() {
        return observed.allianceInForce()
                ? verdict.interval().high()
                : verdict.interval().low();
    }

    /** The end of the interval that lies farthest from what happened. */
    public Percent farthestBound() {
        return observed.allianceInForce()
                ? verdict.interval().low()
                : verdict.interval().high();
    }
}
