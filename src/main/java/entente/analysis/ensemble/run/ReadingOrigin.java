package entente.analysis.ensemble.run;

/** Where the probabilities of the grades of a reading come from. */
public enum ReadingOrigin {
    /** Weights of grades, as given. */
    WEIGHTS,
    /** A density over a range, as given. */
    DENSITY,
    /** A range of which nothing is said: taken as uniform. */
    ASSUMED_UNIFORM,
    /** Not rated: any grade is taken as equally probable, as asked. */
    ASSUMED_ANY
}
