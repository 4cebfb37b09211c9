package entente.report.wording;

import entente.quality.lint.LintCode;

/** Titles, reasons and remedies of lint findings. */
public final class LintAdvice {

    private LintAdvice() {}

    /** A title in the plural. */
    public static String name(LintCode code) {
        return switch (code) {
            case NEVER_HOLDS -> "rules that never hold";
            case AGAINST_SIGN -> "conditions that push against the sign of their indicator";
            case CONTRADICTION -> "claims that contradict each other";
            case ALWAYS_SILENCED -> "rules that are silenced whenever they hold";
            case SILENCES_NOTHING -> "overrides that can silence nothing";
            case SILENCED_BEFORE -> "overrides that another one makes superfluous";
            case NEVER_IN_FORCE -> "ceilings that are never in force";
            case WEIGHS_NOTHING -> "weights of no points";
            case NO_EFFECT_FOUND -> "rules for which no world was found in which they matter";
            case ALWAYS_HOLDS -> "conditions that every value meets";
            case DUPLICATE_RULE -> "rules that repeat another";
            case SAME_WORDS -> "claims in nearly the same words";
            case DIVIDED_CARD -> "cards for an alliance and against the partnership";
            case SAID_TWICE -> "words that stand twice on a card";
            case ASSUMPTION_WITHOUT_REASON -> "project assumptions without a reason";
            case NUMBER_WITHOUT_CUT -> "numbers in project assumptions that are no cut point";
            case TAG_UNUSED -> "tags that no override names";
            case TAG_IS_ID -> "tags that are ids of rules";
            case TAG_OUT_OF_REACH -> "tags that an override can never silence";
            case UNREAD_INDICATOR -> "indicators that no rule reads";
            case SIGN_WITHOUT_RULE -> "signs that no rule bears out";
            case TWO_SIDED_WITHOUT_REASON -> "two-sided indicators without a note";
            case GRADE_WITHOUT_VALUE -> "grades that no value has";
            case CUT_BETWEEN_VALUES -> "cut points between whole numbers";
            case ANCHOR_MISSING -> "ordinals without an anchor for some value";
            case ANCHOR_OUTSIDE -> "anchors outside of the range";
            case REASON_WITHOUT_MARK -> "cut points that do not say where their number comes from";
            case UNCITED -> "groups and items without a paragraph";
            case GROUP_WITHOUT_RULE -> "groups without a rule";
            case GROUP_WITHOUT_CASE -> "groups without a case";
            case AGAINST_KIND -> "barriers that only speak for, drivers that only speak against";
            case WEIGHTS_ALIKE -> "strengths of the same points";
            case CEILING_WITHOUT_RULE -> "ceilings that no rule puts in force";
            case STATE_OUT_OF_REACH -> "states that no sum of points reaches";
            case STALE_FILE -> "generated files that are out of date";
            case IDLE_PERMISSION -> "comments that allow nothing";
            case UNREAD_CUT -> "cut points that no condition turns on";
            case UNUSED_WEIGHT -> "weights that no claim has";
            case UNCITED_PARAGRAPH -> "paragraphs of an item that none of its rules cites";
            case ENCODED_ELSEWHERE -> "rules that encode an item and cite other paragraphs";
        };
    }

    /** Why the finding matters. */
    public static String why(LintCode code) {
        return switch (code) {
            case NEVER_HOLDS -> "A rule that never holds is not part of the argument, however it reads.";
            case AGAINST_SIGN ->
                "More of what the catalogue says helps an alliance must never make it less likely; users who change a reading rely on that.";
            case CONTRADICTION ->
                "Wherever the one counts, the other counts against it, and the ledger argues with itself.";
            case ALWAYS_SILENCED -> "The claim shows up as overridden and never counts.";
            case SILENCES_NOTHING, SILENCED_BEFORE ->
                "Without the override every verdict would be the same, so it has no effect.";
            case NEVER_IN_FORCE -> "Its figures limit no likelihood.";
            case WEIGHS_NOTHING -> "The claim would be listed as if it counted.";
            case NO_EFFECT_FOUND -> "Without the rule, every verdict that was checked is the same.";
            case ALWAYS_HOLDS -> "A reader takes it for a threshold, and it is none.";
            case DUPLICATE_RULE -> "One thing counts twice.";
            case SAME_WORDS -> "In an explanation the two cannot be told apart.";
            case DIVIDED_CARD ->
                "An alliance grows out of a partnership; a claim that lifts the one by the loss of the other needs two cards.";
            case SAID_TWICE -> "One of the two was meant to be something else.";
            case ASSUMPTION_WITHOUT_REASON -> "What the article does not say rests on the reason alone.";
            case NUMBER_WITHOUT_CUT -> "The text states a threshold that the rule does not have.";
            case TAG_UNUSED -> "A card looks as if something could silence it.";
            case TAG_IS_ID -> "Overrides speak of kinds of claims, never of a single one.";
            case TAG_OUT_OF_REACH -> "The override says more than it does.";
            case UNREAD_INDICATOR -> "Analysts spend time on a reading that changes nothing.";
            case SIGN_WITHOUT_RULE -> "The catalogue promises an effect that the rules do not have.";
            case TWO_SIDED_WITHOUT_REASON -> "Two-sided frees an indicator of the law on signs, so it takes a reason.";
            case GRADE_WITHOUT_VALUE -> "The five grades have a gap, and rules that need it never fire.";
            case CUT_BETWEEN_VALUES -> "Distances to the cut point are then given in values that cannot be entered.";
            case ANCHOR_MISSING -> "Two analysts read the same number differently.";
            case ANCHOR_OUTSIDE -> "It describes a value that no reading can have.";
            case REASON_WITHOUT_MARK ->
                "Every number that decides something is the article's, checked elsewhere, or a project assumption.";
            case UNCITED -> "A reader cannot look it up.";
            case GROUP_WITHOUT_RULE -> "A barrier or driver of the article is named and plays no part.";
            case GROUP_WITHOUT_CASE -> "No test notices a mistake in its rules.";
            case AGAINST_KIND -> "A barrier that bars nothing is under the wrong heading.";
            case WEIGHTS_ALIKE -> "Two strengths mean the same.";
            case CEILING_WITHOUT_RULE -> "Its figures limit no likelihood.";
            case STATE_OUT_OF_REACH -> "The scale of states promises one that no world has.";
            case STALE_FILE -> "Readers and editors see another book than the one in use.";
            case IDLE_PERMISSION -> "A permission that has outlived its finding would hide the next one.";
            case UNREAD_CUT -> "A reading that crosses it changes no answer.";
            case UNUSED_WEIGHT -> "The strength has no effect.";
            case UNCITED_PARAGRAPH, ENCODED_ELSEWHERE ->
                "A reader who follows the item to the rule does not find the paragraph.";
        };
    }

    /** How to resolve the finding. */
    public static String remedy(LintCode code) {
        return switch (code) {
            case NEVER_HOLDS -> "Relax one of its conditions, or correct the cut points.";
            case AGAINST_SIGN ->
                "Turn the condition round, put it on an indicator of the right sign, or mark this one ~ and note when it does which.";
            case CONTRADICTION -> "Keep the one that the article supports, or give the two conditions that differ.";
            case ALWAYS_SILENCED -> "Take the tag off the card, or narrow the override.";
            case SILENCES_NOTHING -> "Loosen what it asks or what the tagged rules ask, or take it out.";
            case SILENCED_BEFORE -> "Take it out, or let it silence something of its own.";
            case NEVER_IN_FORCE -> "Narrow the higher ceiling, or take this one out.";
            case WEIGHS_NOTHING -> "Give the strength in weights.yaml at least 0.01 points.";
            case NO_EFFECT_FOUND -> "Write down a case in which it matters; where there is none, take it out.";
            case ALWAYS_HOLDS -> "Take the condition out, or ask for a grade that makes a difference.";
            case DUPLICATE_RULE -> "Put the two into one, with the citations of both.";
            case SAME_WORDS -> "Say what sets the two apart.";
            case DIVIDED_CARD -> "Write two rules, each with its own reason.";
            case SAID_TWICE -> "Take one of them out.";
            case ASSUMPTION_WITHOUT_REASON -> "Say why, in a few words.";
            case NUMBER_WITHOUT_CUT ->
                "Write the present cut point, or record the figure in the reason or a data note of the indicator.";
            case TAG_UNUSED -> "Take the tag off, or write the override.";
            case TAG_IS_ID -> "Name the tag after what such claims have in common.";
            case TAG_OUT_OF_REACH -> "Take the tag off the override, or loosen what the tagged rules ask.";
            case UNREAD_INDICATOR -> "Write a rule that reads it, or take it out of the catalogue.";
            case SIGN_WITHOUT_RULE -> "Write the rule, or change the sign.";
            case TWO_SIDED_WITHOUT_REASON -> "Add a note that says when it raises and when it lowers.";
            case GRADE_WITHOUT_VALUE -> "Move the cut points apart, at least one whole number for each grade.";
            case CUT_BETWEEN_VALUES -> "Write the next whole number.";
            case ANCHOR_MISSING -> "Add an anchor for each.";
            case ANCHOR_OUTSIDE -> "Take it out, or widen the range.";
            case REASON_WITHOUT_MARK ->
                "Begin with assumption:, checked: or article and its paragraph, and say why the cut stands there.";
            case UNCITED -> "Name the paragraphs that argue it.";
            case GROUP_WITHOUT_RULE -> "Write its rules, or take the group out.";
            case GROUP_WITHOUT_CASE -> "Add a line for each of its rules to a file in the folder cases.";
            case AGAINST_KIND -> "Move its claims, or change its kind.";
            case WEIGHTS_ALIKE -> "Set them at least 0.01 points apart.";
            case CEILING_WITHOUT_RULE -> "Write the rule that does.";
            case STATE_OUT_OF_REACH -> "Move its floor in weights.yaml, or the one above it.";
            case STALE_FILE -> "Write it again with that command.";
            case IDLE_PERMISSION -> "Take the comment out, or mend it.";
            case UNREAD_CUT -> "Give it a rule, or leave it so that the five grades stay whole.";
            case UNUSED_WEIGHT -> "Leave it as a step of the scale, or use it.";
            case UNCITED_PARAGRAPH -> "Cite it where a rule rests on it, or say in partly: what is left out.";
            case ENCODED_ELSEWHERE -> "Cite the paragraph, or let another rule encode the item.";
        };
    }
}
