package entente.model.assessment;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Grade;
import java.util.OptionalDouble;

/** A change of one reading to any value of a range of adjacent grades. */
@JsonPropertyOrder({"indicator", "from", "fromGrade", "to", "toGrade", "steps"})
public record ReadingMove(
        @Described(kind = Kind.ID) String indicator,

        @Described(
                value = "The reading; absent where it is not rated.",
                kind = Kind.MEASURE,
                presentIf = "fromGrade VERY_LOW LOW MODERATE HIGH VERY_HIGH")
        OptionalDouble from,

        Grade fromGrade,

        @Described(
                value = "The value of the range nearest to the reading; with the lowest grade of the range if unrated.",
                kind = Kind.MEASURE)
        double to,

        @Described("The grade of that value.") Grade toGrade,

        @JsonProperty("firstGrade") @Described("The lowest grade of the range.")
        Grade first,

        @JsonProperty("lastGrade") @Described("The highest grade of the range.")
        Grade last,

        @Described(value = "Grades from the reading to that value; 1 if it is not rated.", kind = Kind.FROM_ONE)
        int steps,

        @Described(
                value = "The first value of the range; absent where it begins at the low end of the indicator.",
                kind = Kind.MEASURE,
                presentIf = "firstGrade LOW MODERATE HIGH VERY_HIGH")
        OptionalDouble atLeast,

        @Described(
                value = "The first value above the range; absent where it reaches the high end of the indicator.",
                kind = Kind.MEASURE,
                presentIf = "lastGrade VERY_LOW LOW MODERATE HIGH")
        OptionalDouble below) {}
