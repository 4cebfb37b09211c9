package entente.analysis.backtest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;

/** Mean squared errors, computed in decimals so that the order of the cases does not change a digit. */
final class BrierCalculation {

    private static final int DECIMALS = 6;

    private BrierCalculation() {}

    /** The scores of at least one case. */
    static BrierScores of(List<BacktestCase> cases) {
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
        BigDecimal sum = BigDecimal.ZERO;
        for (BacktestCase one : cases) {
            sum = sum.add(error(one, forecast.apply(one)));
        }
        return sum.divide(BigDecimal.valueOf(cases.size()), DECIMALS, RoundingMode.HALF_EVEN)
                .doubleValue();
    }
}
