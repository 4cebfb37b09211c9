package entente.analysis.exploration;

import entente.model.Grade;
import java.util.Map;

/**
 * A reading with more than one possible grade.
 *
 * @param basis where its probabilities come from
 * @param grades the probability of each possible grade, the lowest first
 */
public record UncertainReading(String indicator, Basis basis, Map<Grade, Double> grades) {

    public enum Basis {
        /** Weights of grades, as given. */
        WEIGHTS,
        /** A density over a range, as given. */
        DENSITY,
        /** A range of which nothing is said: taken as uniform. */
        ASSUMED_UNIFORM,
        /** Not rated: any grade is taken as equally probable, as asked. */
        ASSUMED_ANY,
        /** Different in the worlds. */
        WORLDS
    }
}
