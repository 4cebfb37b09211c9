package entente.analysis.backtest;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Brier scores of the same cases: the mean of the squared difference between forecast and outcome, from 0 (perfect) to
 * 1 (certain and wrong each time); to six decimals.
 *
 * @param cases how many there are, at least one
 * @param events in how many of them the alliance was in force
 * @param verdicts of the likelihoods as they stand
 * @param best of the ends of the intervals that lie closest to what happened
 * @param worst of the ends that lie farthest from it
 * @param baseRate of the base rate of each horizon
 * @param climatology of the share of events among these very cases
 */
public record BrierScores(
        int cases, int events, double verdicts, double best, double worst, double baseRate, double climatology) {

    private static final double SMALLEST = 0.000001;

    /** By how much the verdicts are better than the base rate; below zero where they are worse. */
    public double gain() {
        return rounded(baseRate - verdicts);
    }

    /** The share of the base rate's score that the verdicts save: 1 is perfect, 0 no better, below 0 worse. */
    public double skill() {
        // A base rate may be so low that its score shows as none.
        return rounded(1 - verdicts / Math.max(baseRate, SMALLEST));
    }

    private static double rounded(double value) {
        return BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN).doubleValue();
    }
}
