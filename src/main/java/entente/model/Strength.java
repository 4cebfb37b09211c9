package entente.model;

/** The strength of a claim, ascending; {@code weights.yaml} of a book gives the points of those that it uses. */
public enum Strength {
    SLIGHT,
    MODERATE,
    STRONG,
    VERY_STRONG,
    DECISIVE,
    OVERWHELMING
}
