package entente.quality.lint;

/** How much a finding matters: errors and warnings make a book unclean, notes do not. */
public enum LintSeverity {
    ERROR,
    WARNING,
    NOTE
}
