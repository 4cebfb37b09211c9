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

    /** Every value that the indicator can have meets the condition. Facts: condition in words. */
    ALWAYS_HOLDS(Severity.WARNING),
    /** Two rules of a group have the same conditions, tags and effect. Facts: other rule. */
    DUPLICATE_RULE(Severity.WARNING),
    /** No override uses the tag. Facts: tag. */
    TAG_UNUSED(Severity.WARNING),
    /** No rule reads the indicator. Facts: none. */
    UNREAD_INDICATOR(Severity.WARNING);

    public enum Severity {
        ERROR,
        WARNING
    }

    private final Severity severity;
}
