package entente.model.rule;

/** A claim weighs, an override silences claims by their tag, a ceiling holds the sum down. */
public enum RuleKind {
    CLAIM,
    OVERRIDE,
    CEILING
}
