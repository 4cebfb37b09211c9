package entente.analysis.track;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.analysis.track.TrackedStatement.State;
import entente.model.Band;
import entente.model.Described;
import entente.model.Described.Kind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
    public record Question(String event, LocalDate lastDay) implements Comparable<Question> {

        @Override
        public int compareTo(Question other) {
            return Comparator.comparing(Question::lastDay)
                    .thenComparing(Question::event)
                    .compare(this, other);
        }
    }

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
        return Optional.of(in(State.RESOLVED)).filter(all -> !all.isEmpty()).map(BrierScore::byStatement);
    }

    @Described("Each question counts once, with the mean of its statements.")
    public Optional<BrierScore> byQuestion() {
        return Optional.of(in(State.RESOLVED)).filter(all -> !all.isEmpty()).map(BrierScore::byQuestion);
    }

    @Described("Resolved statements that give an interval instead of a likelihood: in no band.")
    public int intervals() {
        return (int) in(State.RESOLVED).stream()
                .filter(one -> one.edition().statement().interval().isPresent())
                .count();
    }

    @Described("By band, ascending; bands without resolved statements with a likelihood are absent.")
    public List<CalibrationBand> calibration() {
        return Arrays.stream(Band.values()).flatMap(band -> band(band).stream()).toList();
    }

    private Optional<CalibrationBand> band(Band band) {
        List<TrackedStatement> inside = in(State.RESOLVED).stream()
                .filter(one -> one.edition().statement().interval().isEmpty())
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
}
