package entente.scoring;

import entente.model.Grade;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One reading moved to another grade.
 *
 * @param from the reading; empty when nobody rated it
 * @param to the nearest value that has the grade, in the unit of the indicator
 * @param steps grades moved; 1 when nobody rated it
 * @param above the cut point that the value must reach; empty when the move goes down
 * @param below the cut point that the value must stay under; empty when the move goes up
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
