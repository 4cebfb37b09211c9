package entente.model.assessment;

import entente.model.Grade;
import entente.model.RuleCondition;
import java.util.OptionalDouble;

/**
 * One condition of a rule beside what the scenario says.
 *
 * @param cut the value that decides: the first of the grade asked for, or the first that is too high
 * @param actual the reading; empty when unknown
 * @param distance how far the reading is from holding, in the unit; 0 when it holds, empty when unknown
 */
public record ConditionResult(
        RuleCondition condition,
        double cut,
        OptionalDouble actual,
        Grade grade,
        boolean met,
        OptionalDouble distance) {

    public boolean unknown() {
        return grade == Grade.UNKNOWN;
    }
}
