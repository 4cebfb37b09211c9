package entente.quality.lint;

/**
 * What the linter looks for in a book that loads. The names are stable. An error is proved; a warning is a likely slip
 * or something that only nearly holds; a note is known and harmless. The facts of each kind, in the order given, are
 * what its sentence needs.
 */
public enum LintCode {
    /** No reading meets all that a rule asks of an indicator. Facts: indicator. */
    NEVER_HOLDS(LintSeverity.ERROR),
    /** A condition pushes an answer against the sign of its indicator. Facts: indicator, comparison, question, sign, how. */
    AGAINST_SIGN(LintSeverity.ERROR),
    /** Two claims ask the same and weigh to opposite sides. Facts: other rule, question. */
    CONTRADICTION(LintSeverity.ERROR),
    /** Whenever the rule holds, an override silences it. Facts: one such override. */
    ALWAYS_SILENCED(LintSeverity.ERROR),
    /** An override never holds together with any rule that it silences. Facts: its tags. */
    SILENCES_NOTHING(LintSeverity.ERROR),
    /** Whenever the override holds, another one silences the same already. Facts: other override. */
    SILENCED_BEFORE(LintSeverity.ERROR),
    /** A ceiling holds only where a higher one does, or another of its kind. Facts: kind. */
    NEVER_IN_FORCE(LintSeverity.ERROR),
    /** A weight, or all weights of a claim, come to 0.00 points. Facts: none. */
    WEIGHS_NOTHING(LintSeverity.ERROR),

    /** No world was found in which the rule changes the verdict. Facts: worlds tried. */
    NO_EFFECT_FOUND(LintSeverity.WARNING),
    /** Every value that the indicator can have meets the condition. Facts: condition in words. */
    ALWAYS_HOLDS(LintSeverity.WARNING),
    /** Two rules of one group ask the same and do the same. Facts: other rule. */
    DUPLICATE_RULE(LintSeverity.WARNING),
    /** Two claims differ in signs and letter case only. Facts: other rule. */
    SAME_WORDS(LintSeverity.WARNING),
    /** A card is for an alliance and against the partnership that it would crown. Facts: none. */
    DIVIDED_CARD(LintSeverity.WARNING),
    /** A tag, citation or item stands twice on a card. Facts: what. */
    SAID_TWICE(LintSeverity.WARNING),
    /** What is ours is named without a reason. Facts: the text. */
    OURS_WITHOUT_REASON(LintSeverity.WARNING),
    /** No override speaks of the tag. Facts: tag. */
    TAG_UNUSED(LintSeverity.WARNING),
    /** A tag is the id of a rule, so that the interplay speaks of a single rule. Facts: tag. */
    TAG_IS_ID(LintSeverity.WARNING),
    /** An override silences a tag whose bearers never hold together with it. Facts: tag. */
    TAG_OUT_OF_REACH(LintSeverity.WARNING),
    /** No rule reads the indicator. Facts: none. */
    UNREAD_INDICATOR(LintSeverity.WARNING),
    /** No rule pushes the answer as the indicator's sign says. Facts: question, sign. */
    SIGN_WITHOUT_RULE(LintSeverity.WARNING),
    /** The sign is two-sided and the note does not say when it is which. Facts: question. */
    TWO_SIDED_WITHOUT_REASON(LintSeverity.WARNING),
    /** No value of the range has the grade. Facts: grade. */
    GRADE_WITHOUT_VALUE(LintSeverity.WARNING),
    /** A cut point lies between two whole numbers. Facts: cut, next whole number. */
    CUT_BETWEEN_VALUES(LintSeverity.WARNING),
    /** An ordinal value without an anchor. Facts: value. */
    ANCHOR_MISSING(LintSeverity.WARNING),
    /** An anchor for a value outside of the range. Facts: value. */
    ANCHOR_OUTSIDE(LintSeverity.WARNING),
    /** The reason of a cut point does not begin with article, checked or ours and go on from there. Facts: grade. */
    REASON_WITHOUT_MARK(LintSeverity.WARNING),
    /** A group or an item cites no paragraph. Facts: none. */
    UNCITED(LintSeverity.WARNING),
    /** No rule belongs to the group. Facts: none. */
    GROUP_WITHOUT_RULE(LintSeverity.WARNING),
    /** All claims of a barrier speak for, or all of a driver against. Facts: kind. */
    AGAINST_KIND(LintSeverity.WARNING),
    /** Two strengths come to the same points. Facts: other strength. */
    WEIGHTS_ALIKE(LintSeverity.WARNING),
    /** No rule puts the ceiling in force. Facts: none. */
    CEILING_WITHOUT_RULE(LintSeverity.WARNING),
    /** No sum of partnership points comes to the state. Facts: none. */
    STATE_OUT_OF_REACH(LintSeverity.WARNING),
    /** A comment allows what is not found, or cannot be allowed. Facts: code, why. */
    IDLE_PERMISSION(LintSeverity.WARNING),

    /** No condition turns on the cut point. Facts: grade, cut. */
    UNREAD_CUT(LintSeverity.NOTE),
    /** No claim has the weight. Facts: none. */
    UNUSED_WEIGHT(LintSeverity.NOTE),
    /** A paragraph of an item that none of its rules cites. Facts: paragraph. */
    UNCITED_PARAGRAPH(LintSeverity.NOTE),
    /** A rule cites no paragraph of an item that it encodes. Facts: item. */
    ENCODED_ELSEWHERE(LintSeverity.NOTE);

    private final LintSeverity severity;

    LintCode(LintSeverity severity) {
        this.severity = severity;
    }

    /** How much a finding of this kind matters, unless the book allows it. */
    public LintSeverity severity() {
        return severity;
    }
}
