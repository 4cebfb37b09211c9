package entente.analysis.sensitivity;

import entente.model.Band;
import entente.model.Grade;
import entente.model.Percent;
import entente.model.Relationship;
import java.util.Optional;

/**
 * What a scenario comes to when one reading has this grade and all others stay as they are.
 *
 * @param from the first value of the grade, in the unit of the indicator; of the lowest one the low end of the range
 * @param to where the grade ends, in the unit: the next cut point, which is no part of it; of the highest one the high
 *     end of the range, which is
 * @param value the nearest value to the reading that has the grade; the reading itself where it has it already
 * @param relationship empty when under half of the readings that bear on it are known
 */
public record GradeOutcome(
        Grade grade, double from, double to, double value, Percent likelihood, Optional<Relationship> relationship) {

    public Band band() {
        return likelihood.band();
    }
}
