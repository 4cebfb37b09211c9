package entente.analysis.sensitivity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.analysis.sensitivity.GradeOutcome.OutcomeFigures;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Grade;
import java.util.Comparator;
import java.util.List;
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
}
