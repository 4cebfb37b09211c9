package entente.analysis.track;

import entente.analysis.track.TrackedStatement.State;
import entente.model.Band;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the statements of an archive did.
 *
 * @param today the day of the record: a horizon that ended before it is over
 * @param statements all of them, by scenario and number
 */
public record TrackRecord(LocalDate today, List<TrackedStatement> statements) {

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

    /**
     * The resolved statements in a band.
     *
     * @param statements at least one
     * @param meanPercent mean likelihood
     * @param events how many of them came true
     */
    public record CalibrationBand(Band band, int statements, double meanPercent, int events) {

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

    public int questions() {
        return questions(statements);
    }

    public int resolvedQuestions() {
        return questions(in(State.RESOLVED));
    }

    /** Empty while nothing is resolved. */
    public Optional<BrierScore> byStatement() {
        return Optional.of(in(State.RESOLVED)).filter(all -> !all.isEmpty()).map(BrierScore::byStatement);
    }

    /** Empty while nothing is resolved. */
    public Optional<BrierScore> byQuestion() {
        return Optional.of(in(State.RESOLVED)).filter(all -> !all.isEmpty()).map(BrierScore::byQuestion);
    }

    /** Resolved statements that give an interval instead of a likelihood, and so belong to no band. */
    public int intervals() {
        return (int) in(State.RESOLVED).stream()
                .filter(one -> one.edition().statement().interval().isPresent())
                .count();
    }

    /** The bands of ICD 203 that have resolved statements with a likelihood, ascending. */
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
