package entente.analysis.sensitivity;

import entente.model.Band;
import entente.model.Grade;
import entente.model.Percent;
import entente.model.Relationship;
import java.util.Optional;

/**
 * The outcome of a scenario when one reading has this grade and all others are unchanged.
 *
 * @param from first value of the grade, in the unit of the indicator; for the lowest grade the lower end of the range
 * @param to end of the grade, in the unit: the next cut point (exclusive); for the highest grade the upper end of the
 *     range (inclusive)
 * @param value the value with this grade nearest to the reading; the reading itself if it has the grade
 * @param relationship empty if fewer than half of the relevant readings are known
 */
public record GradeOutcome(
        Grade grade, double from, double to, double value, Percent likelihood, Optional<Relationship> relationship) {

    public Band band() {
        return likelihood.band();
    }
}
