package entente.quality.lint;

import lombok.Getter;
import lombok.RequiredArgsConstructor;

/**
 * Checks of the linter for a rule book that loads. Names are stable. Errors are proved; warnings are likely mistakes;
 * notes are harmless. The facts of each code are the arguments of its message, in order.
 */
@Getter
@RequiredArgsConstructor
public enum LintCode {
    /** No reading meets all conditions of a rule on an indicator. Facts: indicator. */
    NEVER_HOLDS(LintSeverity.ERROR),
    /** A condition acts against the sign of its indicator. Facts: indicator, comparison, question, sign, how. */
    AGAINST_SIGN(LintSeverity.ERROR),
    /** Two claims have the same conditions and opposite weights. Facts: other rule, question. */
    CONTRADICTION(LintSeverity.ERROR),
    /** A comment allows a contradiction that does not exist. Facts: other rule, or that none is named. */
    OUTDATED_CONTRADICTION(LintSeverity.ERROR),
    /** An override always silences the rule. Facts: one such override. */
    ALWAYS_SILENCED(LintSeverity.ERROR),
    /** An override never holds together with any rule that it silences. Facts: its tags. */
    SILENCES_NOTHING(LintSeverity.ERROR),
    /** Another override always silences the same rules. Facts: other override. */
    SILENCED_BEFORE(LintSeverity.ERROR),
    /** A ceiling holds only if a higher one or another of its kind holds. Facts: kind. */
    NEVER_IN_FORCE(LintSeverity.ERROR),
    /** A weight, or all weights of a claim, are 0.00 points. Facts: none. */
    WEIGHS_NOTHING(LintSeverity.ERROR),

    /** No graded scenario was found in which the rule changes the verdict. Facts: number of samples. */
    NO_EFFECT_FOUND(LintSeverity.WARNING),
    /** Every value that the indicator can have meets the condition. Facts: condition in words. */
    ALWAYS_HOLDS(LintSeverity.WARNING),
    /** Two rules of a group have the same conditions and effect. Facts: other rule. */
    DUPLICATE_RULE(LintSeverity.WARNING),
    /** Two claims differ only in punctuation and letter case. Facts: other rule. */
    SAME_WORDS(LintSeverity.WARNING),
    /** A card is for an alliance and against a partnership. Facts: none. */
    DIVIDED_CARD(LintSeverity.WARNING),
    /** A tag, citation or item occurs twice on a card. Facts: the duplicate. */
    SAID_TWICE(LintSeverity.WARNING),
    /** A project assumption without a reason. Facts: the text. */
    ASSUMPTION_WITHOUT_REASON(LintSeverity.WARNING),
    /** A number in a project assumption that the catalogue does not give for an indicator of the rule. Facts: number. */
    NUMBER_WITHOUT_CUT(LintSeverity.WARNING),
    /** No override uses the tag. Facts: tag. */
    TAG_UNUSED(LintSeverity.WARNING),
    /** A tag is the id of a rule. Facts: tag. */
    TAG_IS_ID(LintSeverity.WARNING),
    /** An override silences a tag whose rules never hold together with it. Facts: tag. */
    TAG_OUT_OF_REACH(LintSeverity.WARNING),
    /** No rule reads the indicator. Facts: none. */
    UNREAD_INDICATOR(LintSeverity.WARNING),
    /** No rule has the effect given by the indicator's sign. Facts: question, sign. */
    SIGN_WITHOUT_RULE(LintSeverity.WARNING),
    /** The sign is two-sided without an explanation in the note. Facts: question. */
    TWO_SIDED_WITHOUT_REASON(LintSeverity.WARNING),
    /** No value of the range has the grade. Facts: grade. */
    GRADE_WITHOUT_VALUE(LintSeverity.WARNING),
    /** A cut point lies between two whole numbers. Facts: cut, next whole number. */
    CUT_BETWEEN_VALUES(LintSeverity.WARNING),
    /** An ordinal value without an anchor. Facts: value. */
    ANCHOR_MISSING(LintSeverity.WARNING),
    /** An anchor for a value outside the range. Facts: value. */
    ANCHOR_OUTSIDE(LintSeverity.WARNING),
    /** The reason of a cut point lacks article, checked or assumption at its start, or text after it. Facts: grade. */
    REASON_WITHOUT_MARK(LintSeverity.WARNING),
    /** A group or an item cites no paragraph. Facts: none. */
    UNCITED(LintSeverity.WARNING),
    /** No rule belongs to the group. Facts: none. */
    GROUP_WITHOUT_RULE(LintSeverity.WARNING),
    /** No case of the book expects anything of a rule in the group. Facts: none. */
    GROUP_WITHOUT_CASE(LintSeverity.WARNING),
    /** All claims of a barrier are for, or all of a driver against, an alliance. Facts: kind. */
    AGAINST_KIND(LintSeverity.WARNING),
    /** Two strengths have the same points. Facts: other strength. */
    WEIGHTS_ALIKE(LintSeverity.WARNING),
    /** No rule applies the ceiling. Facts: none. */
    CEILING_WITHOUT_RULE(LintSeverity.WARNING),
    /** No sum of partnership points reaches the state. Facts: none. */
    STATE_OUT_OF_REACH(LintSeverity.WARNING),
    /** A file generated from the rule book is out of date. Facts: command that writes it. */
    STALE_FILE(LintSeverity.WARNING),
    /** A suppression without effect, or of a finding that cannot be suppressed. Facts: code, reason. */
    IDLE_PERMISSION(LintSeverity.WARNING),

    /** No condition depends on the cut point. Facts: grade, cut. */
    UNREAD_CUT(LintSeverity.NOTE),
    /** No claim has the weight. Facts: none. */
    UNUSED_WEIGHT(LintSeverity.NOTE),
    /** A paragraph of an item that none of its rules cites. Facts: paragraph. */
    UNCITED_PARAGRAPH(LintSeverity.NOTE),
    /** A rule cites no paragraph of an item that it encodes. Facts: item. */
    ENCODED_ELSEWHERE(LintSeverity.NOTE);

    /** The severity of findings with this code, unless suppressed. */
    private final LintSeverity severity;
}
