package entente.model.assessment;

import entente.model.Grade;
import java.util.OptionalDouble;

/**
 * A change of one reading to any value of a range of adjacent grades.
 *
 * @param from the current value; empty if unrated
 * @param to the value of the range nearest to the current one, in the unit of the indicator; with the lowest grade of the
 *     range if unrated
 * @param toGrade its grade
 * @param first the lowest grade of the range
 * @param last the highest grade of the range
 * @param steps number of grades from the current one to {@code toGrade}; 1 if unrated
 * @param atLeast the cut point where the range begins; empty if it begins at the low end of the indicator
 * @param below the cut point before which the range ends; empty if it reaches the high end of the indicator
 */
public record ReadingMove(
        String indicator,
        OptionalDouble from,
        Grade fromGrade,
        double to,
        Grade toGrade,
        Grade first,
        Grade last,
        int steps,
        OptionalDouble atLeast,
        OptionalDouble below) {}
