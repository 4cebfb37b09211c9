package entente.analysis.track;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import entente.analysis.track.TrackRecord.Question;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Computed in decimals, so that the order of the statements does not change a digit. */
@Described("Mean squared differences between forecast and outcome, 0 at best and 1 at worst, to six decimals.")
@JsonPropertyOrder({"cases", "lowest", "highest", "baseRate", "lowestSkill", "highestSkill"})
public record BrierScore(
        @Described(value = "Statements or questions.", kind = Kind.FROM_ONE)
        int cases,

        @Described(value = "Of the statements, each interval at its end nearer to what happened.", kind = Kind.SHARE)
        double lowest,

        @Described(value = "Of the statements, each interval at its farther end.", kind = Kind.SHARE)
        double highest,

        @Described(value = "Of the base rates of their horizons.", kind = Kind.SHARE)
        double baseRate) {

    private static final double SMALLEST = 0.000001;
    private static final int DECIMALS = 6;

    @Described(value = "1 - lowest / baseRate.", kind = Kind.SKILL)
    public double highestSkill() {
        return skill(lowest);
    }

    @Described(value = "1 - highest / baseRate: 1 is perfect, 0 no better than the base rate.", kind = Kind.SKILL)
    public double lowestSkill() {
        return skill(highest);
    }

    private double skill(double score) {
        // The score of a very low base rate may be rounded to 0.
        return Numbers.rounded(1 - score / Math.max(baseRate, SMALLEST), DECIMALS);
    }

    /** Each statement counts once. */
    static BrierScore byStatement(List<TrackedStatement> resolved) {
        return new BrierScore(
                resolved.size(),
                rounded(mean(resolved, BrierScore::nearer)),
                rounded(mean(resolved, BrierScore::farther)),
                rounded(mean(resolved, BrierScore::reference)));
    }

    /** Each question counts once, with the mean of its statements. */
    static BrierScore byQuestion(List<TrackedStatement> resolved) {
        Map<Question, List<TrackedStatement>> questions = resolved.stream()
                .collect(Collectors.groupingBy(TrackedStatement::question, TreeMap::new, Collectors.toList()));
        return new BrierScore(
                questions.size(),
                mean(questions, BrierScore::nearer),
                mean(questions, BrierScore::farther),
                mean(questions, BrierScore::reference));
    }

    private static double mean(
            Map<Question, List<TrackedStatement>> questions, ToDoubleFunction<TrackedStatement> percent) {
        return rounded(average(
                questions.values().stream().map(all -> mean(all, percent)).toList()));
    }

    /** The published likelihood that is nearer to what happened. */
    private static double nearer(TrackedStatement one) {
        Statement statement = one.edition().statement();
        return (one.occurred() ? statement.highest() : statement.lowest()).value();
    }

    private static double farther(TrackedStatement one) {
        Statement statement = one.edition().statement();
        return (one.occurred() ? statement.lowest() : statement.highest()).value();
    }

    private static double reference(TrackedStatement one) {
        return one.edition().statement().baseRatePercent();
    }

    private static BigDecimal mean(List<TrackedStatement> statements, ToDoubleFunction<TrackedStatement> percent) {
        return average(statements.stream()
                .map(one -> BigDecimal.valueOf(percent.applyAsDouble(one))
                        .movePointLeft(2)
                        .subtract(one.occurred() ? BigDecimal.ONE : BigDecimal.ZERO)
                        .pow(2))
                .toList());
    }

    private static BigDecimal average(List<BigDecimal> values) {
        return values.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL128);
    }

    private static double rounded(BigDecimal value) {
        return value.setScale(DECIMALS, RoundingMode.HALF_EVEN).doubleValue();
    }
}
