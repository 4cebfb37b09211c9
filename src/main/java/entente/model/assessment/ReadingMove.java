package entente.model.assessment;

import entente.model.Grade;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A change of one reading to another grade.
 *
 * @param from the current value; empty if unrated
 * @param to the nearest value with the grade, in the unit of the indicator
 * @param steps number of grades; 1 if unrated
 * @param above the cut point that the value must reach; empty for a decrease
 * @param below the cut point that the value must stay below; empty for an increase of a rated reading. A reading that is
 *     not rated has no direction, so a grade between the lowest and the highest has both
 */
public record ReadingMove(
        String indicator,
        OptionalDouble from,
        Grade fromGrade,
        double to,
        Grade toGrade,
        int steps,
        Optional<Double> above,
        Optional<Double> below) {}
