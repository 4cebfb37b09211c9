package entente.analysis.sensitivity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.analysis.sensitivity.Swing.GradeOutcome.OutcomeFigures;
import entente.model.Band;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Grade;
import entente.model.Percent;
import entente.model.Relationship;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The possible effect of one reading, all others unchanged. */
@JsonPropertyOrder({"value", "grade", "swing", "low", "high", "tippingPoints", "grades"})
public record Swing(
        @JsonIgnore String indicator,

        @Described(
                value = "The reading; absent where it is not rated.",
                kind = Kind.MEASURE,
                presentIf = "grade VERY_LOW LOW MODERATE HIGH VERY_HIGH")
        OptionalDouble value,

        @Described("The grade of the reading, by assumed cut points if there are any.")
        Grade grade,

        @JsonProperty("grades") @Described("From very low to very high.")
        List<GradeOutcome> outcomes) {

    /** The lowest or the highest likelihood, with the grade and the value that lead to it. */
    public record Extreme(
            @JsonUnwrapped OutcomeFigures outcome,
            Grade grade,
            @Described(kind = Kind.MEASURE) double value) {

        private static Extreme of(GradeOutcome at) {
            return new Extreme(at.outcome(), at.grade(), at.value());
        }
    }

    /** The outcome with the lowest likelihood; among several grades, the one nearest to the reading. */
    public GradeOutcome low() {
        return outcomes.stream()
                .min(Comparator.comparing(GradeOutcome::likelihood).thenComparing(this::distance))
                .orElseThrow();
    }

    /** The outcome with the highest likelihood; among several grades, the one nearest to the reading. */
    public GradeOutcome high() {
        return outcomes.stream()
                .min(Comparator.comparing(GradeOutcome::likelihood).reversed().thenComparing(this::distance))
                .orElseThrow();
    }

    @JsonProperty("low")
    @Described("The lowest likelihood that the reading alone can give.")
    public Extreme lowest() {
        return Extreme.of(low());
    }

    @JsonProperty("high")
    @Described("The highest likelihood that the reading alone can give.")
    public Extreme highest() {
        return Extreme.of(high());
    }

    @JsonProperty("swing")
    @Described(value = "From the lowest likelihood to the highest.", kind = Kind.PERCENTAGE_POINTS)
    public double spread() {
        return spreadTenths() / 10.0;
    }

    /** Grade steps between an outcome and the reading; for an unrated reading the lowest grade is the nearest. */
    private int distance(GradeOutcome step) {
        return Math.abs(step.grade().ordinal() - grade.ordinal());
    }

    /** Highest minus lowest likelihood, in tenths of a percentage point. */
    public int spreadTenths() {
        return high().likelihood().tenths() - low().likelihood().tenths();
    }

    @Described("Each cut point at which the band or the expected relationship changes, ascending.")
    public List<TippingPoint> tippingPoints() {
        return IntStream.range(1, outcomes.size())
                .mapToObj(i -> new TippingPoint(outcomes.get(i).from(), outcomes.get(i - 1), outcomes.get(i)))
                .filter(point -> point.changesBand() || point.changesRelationship())
                .toList();
    }

    /** Whether the reading alone changes the printed likelihood or the expected relationship. */
    public boolean hasEffect() {
        return spreadTenths() > 0 || !tippingPoints().isEmpty();
    }

    /**
     * A cut point at which the band or the expected relationship changes when the reading crosses it.
     *
     * @param below outcome just below the cut point
     * @param above outcome from the cut point on
     */
    @JsonPropertyOrder({"at", "changes", "below", "from"})
    public record TippingPoint(
            @JsonProperty("at") @Described(value = "A reading of this value lies above.", kind = Kind.MEASURE)
            double cutPoint,

            @JsonIgnore GradeOutcome below,
            @JsonIgnore GradeOutcome above) {

        /** What changes. */
        enum Part {
            BAND,
            RELATIONSHIP
        }

        @Described
        public List<Part> changes() {
            return Stream.of(Part.values())
                    .filter(part -> part == Part.BAND ? changesBand() : changesRelationship())
                    .toList();
        }

        @JsonProperty("below")
        @Described("With the grade below the cut point.")
        public OutcomeFigures outcomeBelow() {
            return below.outcome();
        }

        @JsonProperty("from")
        @Described("With the grade that begins at the cut point.")
        public OutcomeFigures outcomeAbove() {
            return above.outcome();
        }

        public boolean changesBand() {
            return below.band() != above.band();
        }

        public boolean changesRelationship() {
            return below.relationship().isPresent()
                    && above.relationship().isPresent()
                    && !below.relationship().equals(above.relationship());
        }
    }

    /**
     * The outcome of a scenario when one reading has this grade and all others are unchanged.
     *
     * @param to end of the grade: the next cut point (exclusive); for the highest grade the upper end of the range (inclusive)
     * @param value the value with this grade nearest to the reading; the reading itself if it has the grade
     */
    @JsonPropertyOrder({"grade", "from", "below", "to"})
    public record GradeOutcome(
            Grade grade,

            @Described(value = "The first value of the grade.", kind = Kind.MEASURE)
            double from,

            @JsonIgnore double to,
            @JsonIgnore double value,
            @JsonIgnore Percent likelihood,
            @JsonIgnore Optional<Relationship> relationship) {

        /** What a verdict comes to, with whatever readings. */
        public record OutcomeFigures(
                @Described("Likelihood of an alliance.") Percent percent,
                Band band,

                @Described("Absent where under half of the readings that bear on it are known.")
                Optional<Relationship> relationship) {}

        @JsonProperty("below")
        @Described(
                value = "The first value above the grade; absent for the highest.",
                kind = Kind.MEASURE,
                presentIf = "grade VERY_LOW LOW MODERATE HIGH")
        public OptionalDouble firstAbove() {
            return grade == Grade.VERY_HIGH ? OptionalDouble.empty() : OptionalDouble.of(to);
        }

        @JsonProperty("to")
        @Described(
                value = "The last value, for the highest grade only.",
                kind = Kind.MEASURE,
                presentIf = "grade VERY_HIGH")
        public OptionalDouble last() {
            return grade == Grade.VERY_HIGH ? OptionalDouble.of(to) : OptionalDouble.empty();
        }

        @JsonUnwrapped
        public OutcomeFigures outcome() {
            return new OutcomeFigures(likelihood, band(), relationship);
        }

        public Band band() {
            return likelihood.band();
        }
    }
}
