package entente.model;

/** How much a claim weighs; the points of each stand in {@code rules/weights.yaml}. */
public enum Strength {
    SLIGHT,
    MODERATE,
    STRONG,
    DECISIVE
}
