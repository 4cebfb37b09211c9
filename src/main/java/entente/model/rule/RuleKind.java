package entente.model.rule;

/** A claim adds points, an override suppresses claims by their tag, a ceiling caps the sum. */
public enum RuleKind {
    CLAIM,
    OVERRIDE,
    CEILING
}
