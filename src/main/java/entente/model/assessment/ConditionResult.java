package entente.model.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Grade;
import entente.model.RuleCondition;
import java.util.OptionalDouble;

/**
 * A condition of a rule with the reading of the scenario.
 *
 * @param distance 0 if it is met
 */
public record ConditionResult(
        @JsonUnwrapped RuleCondition condition,

        @JsonProperty("threshold")
        @Described(
                value = "The value that decides: the first of the grade for AT_LEAST, the first above it for AT_MOST.",
                kind = Kind.MEASURE)
        double cut,

        @JsonInclude @Described(value = "The reading; null where it is unknown.", kind = Kind.MEASURE)
        OptionalDouble actual,

        @JsonProperty("actualGrade") @Described("The grade of the reading.")
        Grade grade,

        @JsonProperty("held") @Described("Whether the condition holds.")
        boolean met,

        @JsonInclude
        @Described(value = "Distance to the threshold; null where the reading is unknown.", kind = Kind.MEASURE)
        OptionalDouble distance) {

    public boolean unknown() {
        return grade == Grade.UNKNOWN;
    }
}
