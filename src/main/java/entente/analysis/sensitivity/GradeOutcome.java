package entente.analysis.sensitivity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.model.Band;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Grade;
import entente.model.Percent;
import entente.model.Relationship;
import java.util.Optional;
import java.util.OptionalDouble;

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
