package entente.model.assessment;

import entente.model.Grade;
import entente.model.RuleCondition;
import java.util.OptionalDouble;

/**
 * A condition of a rule with the reading of the scenario.
 *
 * @param cut the deciding cut point: the lowest value of the required grade, or the lowest value that is too high
 * @param actual the value of the reading; empty if unknown
 * @param distance distance from meeting the condition, in the unit; 0 if met, empty if unknown
 */
public record ConditionResult(
        RuleCondition condition, double cut, OptionalDouble actual, Grade grade, boolean met, OptionalDouble distance) {

    public boolean unknown() {
        return grade == Grade.UNKNOWN;
    }
}
