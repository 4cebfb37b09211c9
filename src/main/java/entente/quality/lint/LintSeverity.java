package entente.quality.lint;

/** Severity of a finding; a rule book with notes only is clean. */
public enum LintSeverity {
    ERROR,
    WARNING,
    NOTE
}
