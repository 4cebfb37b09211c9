package entente.quality.lint;

import lombok.Getter;
import lombok.RequiredArgsConstructor;

/**
 * Checks of the linter for a rule book that loads. Names are stable. Errors are proved; warnings are likely mistakes.
 * The facts of each code are the arguments of its message, in order.
 */
@Getter
@RequiredArgsConstructor
public enum LintCode {
    /** No reading meets all conditions of a rule on an indicator. Facts: indicator. */
    NEVER_HOLDS(Severity.ERROR),
    /** A condition acts against the sign of its indicator. Facts: indicator, comparison, question, sign, how. */
    AGAINST_SIGN(Severity.ERROR),
    /** Two claims have the same conditions and opposite weights. Facts: other rule, question. */
    CONTRADICTION(Severity.ERROR),
    /** Whenever the rule holds, an override silences it. Facts: one such override. */
    ALWAYS_SILENCED(Severity.ERROR),
    /** An override never holds together with any rule that it silences. Facts: its tags. */
    SILENCES_NOTHING(Severity.ERROR),
    /** A weight is 0.00 points. Facts: none. */
    WEIGHS_NOTHING(Severity.ERROR),

    /** No graded scenario was found in which the rule changes the verdict. Facts: number of samples. */
    NO_EFFECT_FOUND(Severity.WARNING),
    /** Every value that the indicator can have meets the condition. Facts: condition in words. */
    ALWAYS_HOLDS(Severity.WARNING),
    /** Two rules of a group have the same conditions and effect. Facts: other rule. */
    DUPLICATE_RULE(Severity.WARNING),
    /** A project assumption without a reason. Facts: the text. */
    ASSUMPTION_WITHOUT_REASON(Severity.WARNING),
    /** No override uses the tag. Facts: tag. */
    TAG_UNUSED(Severity.WARNING),
    /** No rule reads the indicator. Facts: none. */
    UNREAD_INDICATOR(Severity.WARNING),
    /** No rule has the effect given by the indicator's sign. Facts: question, sign. */
    SIGN_WITHOUT_RULE(Severity.WARNING),
    /** The reason of a cut point lacks article, checked or assumption at its start, or text after it. Facts: grade. */
    REASON_WITHOUT_MARK(Severity.WARNING),
    /** A group or an item cites no paragraph. Facts: none. */
    UNCITED(Severity.WARNING),
    /** A file generated from the rule book is out of date. Facts: command that writes it. */
    STALE_FILE(Severity.WARNING),
    /** A suppression without effect, or of a finding that cannot be suppressed. Facts: code, reason. */
    IDLE_PERMISSION(Severity.WARNING);

    /** A rule book with notes only is clean. */
    public enum Severity {
        ERROR,
        WARNING,
        /** A finding that a comment in the book allows. */
        NOTE
    }

    /** The severity of findings with this code, unless suppressed. */
    private final Severity severity;
}
