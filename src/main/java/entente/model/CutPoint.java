package entente.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import entente.model.Described.Kind;

/** The lowest value of a grade; a value equal to the cut point has that grade. */
@JsonPropertyOrder({"from", "grade"})
public record CutPoint(
        Grade grade,

        @Described(value = "The first value of the grade.", kind = Kind.MEASURE)
        double from,

        @Described(
                "Why this value was chosen, and whether it comes from the article, a checked source or this project.")
        String reason) {}
