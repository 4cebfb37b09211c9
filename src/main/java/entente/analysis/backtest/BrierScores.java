package entente.analysis.backtest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;

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
