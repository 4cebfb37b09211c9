package entente.analysis.backtest;

import entente.model.Numbers;

/**
 * Brier scores of the same cases: the mean of the squared difference between forecast and outcome, from 0 (perfect)
 * to 1 (certain and wrong each time); to six decimals.
 *
 * @param cases number of cases, at least one
 * @param events number of cases in which the alliance was in force
 * @param verdicts score of the point estimates
 * @param best score of the interval bounds closest to the outcomes
 * @param worst score of the interval bounds farthest from the outcomes
 * @param baseRate score of the base rates of the horizons
 * @param climatology score of the share of events among these cases
 */
public record BrierScores(
        int cases, int events, double verdicts, double best, double worst, double baseRate, double climatology) {

    private static final double SMALLEST = 0.000001;

    /** The improvement of the verdicts over the base rate; negative if they are worse. */
    public double gain() {
        return Numbers.rounded(baseRate - verdicts, 6);
    }

    /** Brier skill score against the base rate: 1 is perfect, 0 no better than the base rate, negative worse. */
    public double skill() {
        // The score of a very low base rate may be rounded to 0.
        return Numbers.rounded(1 - verdicts / Math.max(baseRate, SMALLEST), 6);
    }
}
