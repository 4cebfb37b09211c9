package entente.model;

/** The strength of a claim; its points are defined in {@code rules/weights.yaml}. */
public enum Strength {
    SLIGHT,
    MODERATE,
    STRONG,
    DECISIVE
}
