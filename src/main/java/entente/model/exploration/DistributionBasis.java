package entente.model.exploration;

import entente.model.Reading;
import entente.model.ReadingDistribution.GradeWeights;

/** Where the probabilities of the grades of a reading come from. */
public enum DistributionBasis {
    /** Weights of grades, as given. */
    WEIGHTS,
    /** A density over a range, as given. */
    DENSITY,
    /** A range of which nothing is said: taken as uniform. */
    ASSUMED_UNIFORM,
    /** Not rated: any grade is taken as equally probable, as asked. */
    ASSUMED_ANY;

    /** @param any whether it is unrated and takes any grade, as asked */
    public static DistributionBasis of(Reading reading, boolean any) {
        if (any) {
            return ASSUMED_ANY;
        }
        return reading.distribution()
                .map(given -> given instanceof GradeWeights ? WEIGHTS : DENSITY)
                .orElse(ASSUMED_UNIFORM);
    }
}
