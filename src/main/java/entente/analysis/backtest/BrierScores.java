package entente.analysis.backtest;

import entente.model.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;

/**
 * Brier scores of the same cases: the mean of the squared difference between forecast and outcome, from 0 (perfect)
 * to 1 (certain and wrong each time); to six decimals. Computed in decimals, so that the order of the cases does not
 * change a digit.
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
    private static final int DECIMALS = 6;

    /** The improvement of the verdicts over the base rate; negative if they are worse. */
    public double gain() {
        return Numbers.rounded(baseRate - verdicts, DECIMALS);
    }

    /** Brier skill score against the base rate: 1 is perfect, 0 no better than the base rate, negative worse. */
    public double skill() {
        // The score of a very low base rate may be rounded to 0.
        return Numbers.rounded(1 - verdicts / Math.max(baseRate, SMALLEST), DECIMALS);
    }

    /** The scores of at least one case. */
    public static BrierScores of(List<BacktestCase> cases) {
        int events =
                (int) cases.stream().filter(c -> c.observed().allianceInForce()).count();
        BigDecimal count = BigDecimal.valueOf(cases.size());
        return new BrierScores(
                cases.size(),
                events,
                mean(cases, c -> percent(c.verdict().likelihood().value())),
                mean(cases, c -> percent(c.closestBound().value())),
                mean(cases, c -> percent(c.farthestBound().value())),
                mean(cases, c -> percent(c.baseRatePercent())),
                // The mean of (share − outcome)² over all cases is share times (1 − share).
                BigDecimal.valueOf((long) events * (cases.size() - events))
                        .divide(count.multiply(count), DECIMALS, RoundingMode.HALF_EVEN)
                        .doubleValue());
    }

    /** The improvement of the verdict on one case over its base rate. */
    static BigDecimal gain(BacktestCase one) {
        return error(one, percent(one.baseRatePercent()))
                .subtract(error(one, percent(one.verdict().likelihood().value())));
    }

    private static BigDecimal percent(double value) {
        return BigDecimal.valueOf(value).movePointLeft(2);
    }

    private static BigDecimal error(BacktestCase one, BigDecimal forecast) {
        BigDecimal outcome = one.observed().allianceInForce() ? BigDecimal.ONE : BigDecimal.ZERO;
        return forecast.subtract(outcome).pow(2);
    }

    private static double mean(List<BacktestCase> cases, Function<BacktestCase, BigDecimal> forecast) {
        BigDecimal sum =
                cases.stream().map(one -> error(one, forecast.apply(one))).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(cases.size()), DECIMALS, RoundingMode.HALF_EVEN)
                .doubleValue();
    }
}
