package entente.analysis.track;

import entente.analysis.track.TrackRecord.Question;
import entente.model.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The mean squared difference between forecast and outcome, from 0 (perfect) to 1 (certain and wrong each time); to six
 * decimals. Computed in decimals, so that the order of the statements does not change a digit.
 *
 * @param cases number of statements or questions, at least one
 * @param lowest score of the statements, each interval taken at its end nearer to what happened
 * @param highest the same with the farther ends; equal to the lowest where no statement gives an interval
 * @param baseRate score of the base rates of their horizons
 */
public record BrierScore(int cases, double lowest, double highest, double baseRate) {

    private static final double SMALLEST = 0.000001;
    private static final int DECIMALS = 6;

    /** Skill score of the lowest score against the base rate: 1 is perfect, 0 no better than the base rate, negative worse. */
    public double highestSkill() {
        return skill(lowest);
    }

    /** Skill score of the highest score. */
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
