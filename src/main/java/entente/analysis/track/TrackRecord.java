package entente.analysis.track;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.analysis.track.TrackedStatement.State;
import entente.model.Band;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** How the statements of an archive did. */
@JsonPropertyOrder({
    "today",
    "questions",
    "states",
    "resolvedQuestions",
    "meansMuchFromQuestions",
    "byStatement",
    "byQuestion",
    "calibration",
    "intervals",
    "statements"
})
public record TrackRecord(
        @Described("The day of the record, in UTC: a horizon that ended before it is over.")
        LocalDate today,

        @Described("All of them, by scenario and number.") List<TrackedStatement> statements) {

    /** Statements by state. */
    public record States(
            int resolved,
            int open,

            @Described("Their horizon is over, and nobody has resolved them.")
            int overdue,

            @Described("Issued when nothing was open any more.")
            int hindsight) {}

    @JsonUnwrapped
    public States states() {
        return new States(count(State.RESOLVED), count(State.OPEN), count(State.OVERDUE), count(State.HINDSIGHT));
    }

    @Described("Resolved questions below which scores and calibration mean little.")
    public int meansMuchFromQuestions() {
        return MIN_QUESTIONS;
    }

    /** Resolved questions from which the scores and the calibration mean much; as for the cases of a backtest. */
    public static final int MIN_QUESTIONS = 30;

    /** What happens by a day; statements on one question have one outcome, so they are not independent. */
    public record Question(String event, LocalDate lastDay) {}

    /** The resolved statements in a band. */
    public record CalibrationBand(
            Band band,
            @Described(kind = Kind.FROM_ONE) int statements,

            @Described(value = "Mean likelihood, to a tenth.", kind = Kind.PERCENT)
            double meanPercent,

            @Described("Statements whose event occurred.") int events) {

        /** Share of the statements that came true, in percent. */
        public double observedPercent() {
            return 100.0 * events / statements;
        }
    }

    public int count(State state) {
        return in(state).size();
    }

    public List<TrackedStatement> in(State state) {
        return statements.stream().filter(one -> one.state() == state).toList();
    }

    @Described("Different events and last days.")
    public int questions() {
        return questions(statements);
    }

    @Described
    public int resolvedQuestions() {
        return questions(in(State.RESOLVED));
    }

    @Described("Absent while nothing is resolved.")
    public Optional<BrierScore> byStatement() {
        return BrierScore.of(in(State.RESOLVED).stream().map(List::of).toList());
    }

    @Described("Each question counts once, with the mean of its statements.")
    public Optional<BrierScore> byQuestion() {
        return BrierScore.of(in(State.RESOLVED).stream()
                .collect(Collectors.groupingBy(TrackedStatement::question))
                .values());
    }

    @Described("Resolved statements that give an interval instead of a likelihood: in no band.")
    public int intervals() {
        return (int) in(State.RESOLVED).stream()
                .filter(one -> one.edition().statement().lowPercent().isPresent())
                .count();
    }

    @Described("By band, ascending; bands without resolved statements with a likelihood are absent.")
    public List<CalibrationBand> calibration() {
        return Arrays.stream(Band.values()).flatMap(band -> band(band).stream()).toList();
    }

    private Optional<CalibrationBand> band(Band band) {
        List<TrackedStatement> inside = in(State.RESOLVED).stream()
                .filter(one -> one.edition().statement().lowPercent().isEmpty())
                .filter(one -> one.edition().statement().likelihood().band() == band)
                .toList();
        int tenths = inside.stream()
                .mapToInt(one -> one.edition().statement().likelihood().tenths())
                .sum();
        return inside.isEmpty()
                ? Optional.empty()
                : Optional.of(new CalibrationBand(
                        band, inside.size(), Math.rint((double) tenths / inside.size()) / 10, (int) inside.stream()
                                .filter(TrackedStatement::occurred)
                                .count()));
    }

    private static int questions(List<TrackedStatement> some) {
        return (int) some.stream().map(TrackedStatement::question).distinct().count();
    }

    /** Computed in decimals, so that the order of the statements does not change a digit. */
    @Described("Mean squared differences between forecast and outcome, 0 at best and 1 at worst, to six decimals.")
    @JsonPropertyOrder({"cases", "lowest", "highest", "baseRate", "lowestSkill", "highestSkill"})
    public record BrierScore(
            @Described(value = "Statements or questions.", kind = Kind.FROM_ONE)
            int cases,

            @Described(
                    value = "Of the statements, each interval at its end nearer to what happened.",
                    kind = Kind.SHARE)
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

        /** Each group of resolved statements counts once, with the mean of its statements; empty without any. */
        private static Optional<BrierScore> of(Collection<List<TrackedStatement>> groups) {
            return groups.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new BrierScore(
                            groups.size(),
                            mean(groups, BrierScore::nearer),
                            mean(groups, BrierScore::farther),
                            mean(groups, one -> one.edition().statement().baseRatePercent())));
        }

        private static double mean(
                Collection<List<TrackedStatement>> groups, ToDoubleFunction<TrackedStatement> percent) {
            return average(groups.stream().map(group -> error(group, percent)).toList())
                    .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                    .doubleValue();
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

        private static BigDecimal error(List<TrackedStatement> statements, ToDoubleFunction<TrackedStatement> percent) {
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
    }
}
