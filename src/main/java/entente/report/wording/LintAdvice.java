package entente.report.wording;

import entente.quality.lint.LintCode;

/** Titles, reasons and remedies of lint findings. */
public final class LintAdvice {

    private LintAdvice() {}

    /** A title in the plural. */
    public static String name(LintCode code) {
        return switch (code) {
            case NEVER_HOLDS -> "rules that never hold";
            case AGAINST_SIGN -> "conditions with an effect against the sign of their indicator";
            case CONTRADICTION -> "claims that contradict each other";
            case ALWAYS_SILENCED -> "rules that are silenced whenever they hold";
            case SILENCES_NOTHING -> "overrides that silence nothing";
            case SILENCED_BEFORE -> "overrides that another one makes redundant";
            case NEVER_IN_FORCE -> "ceilings that never apply";
            case WEIGHS_NOTHING -> "weights of no points";
            case NO_EFFECT_FOUND -> "rules for which no effect was found";
            case ALWAYS_HOLDS -> "conditions that every value meets";
            case DUPLICATE_RULE -> "rules that repeat another";
            case SAME_WORDS -> "claims that differ only in punctuation and letter case";
            case DIVIDED_CARD -> "cards for an alliance and against the partnership";
            case SAID_TWICE -> "values listed twice on a card";
            case ASSUMPTION_WITHOUT_REASON -> "project assumptions without a reason";
            case NUMBER_WITHOUT_CUT -> "numbers in project assumptions that are no cut point";
            case TAG_UNUSED -> "tags that no override uses";
            case TAG_IS_ID -> "tags that are ids of rules";
            case TAG_OUT_OF_REACH -> "tags that an override can never silence";
            case UNREAD_INDICATOR -> "indicators that no rule reads";
            case SIGN_WITHOUT_RULE -> "signs that no rule implements";
            case TWO_SIDED_WITHOUT_REASON -> "two-sided indicators without a note";
            case GRADE_WITHOUT_VALUE -> "grades that no value has";
            case CUT_BETWEEN_VALUES -> "cut points between whole numbers";
            case ANCHOR_MISSING -> "ordinals without an anchor for some value";
            case ANCHOR_OUTSIDE -> "anchors outside the range";
            case REASON_WITHOUT_MARK -> "cut points that do not say where their number comes from";
            case UNCITED -> "groups and items without a paragraph";
            case GROUP_WITHOUT_RULE -> "groups without a rule";
            case GROUP_WITHOUT_CASE -> "groups without a case";
            case AGAINST_KIND -> "barriers with claims only for, drivers with claims only against";
            case WEIGHTS_ALIKE -> "strengths with the same points";
            case CEILING_WITHOUT_RULE -> "ceilings that no rule applies";
            case STATE_OUT_OF_REACH -> "states that no sum of points reaches";
            case STALE_FILE -> "generated files that are out of date";
            case IDLE_PERMISSION -> "suppressions without effect";
            case UNREAD_CUT -> "cut points that no condition depends on";
            case UNUSED_WEIGHT -> "weights that no claim has";
            case UNCITED_PARAGRAPH -> "paragraphs of an item that none of its rules cites";
            case ENCODED_ELSEWHERE -> "rules that encode an item and cite other paragraphs";
        };
    }

    /** Why the finding matters. */
    public static String why(LintCode code) {
        return switch (code) {
            case NEVER_HOLDS -> "The rule has no part in any result.";
            case AGAINST_SIGN ->
                "More of what the catalogue says helps an alliance must never make it less likely; users who change a reading rely on that.";
            case CONTRADICTION -> "Where one counts, the other counts against it, and the ledger contradicts itself.";
            case ALWAYS_SILENCED -> "The claim is always listed as overridden.";
            case SILENCES_NOTHING, SILENCED_BEFORE ->
                "Without the override every verdict would be the same, so it has no effect.";
            case NEVER_IN_FORCE -> "Its parameters have no effect.";
            case WEIGHS_NOTHING -> "The claim is listed as if it counted.";
            case NO_EFFECT_FOUND -> "Without the rule, every verdict that was checked is the same.";
            case ALWAYS_HOLDS -> "It looks like a threshold and is none.";
            case DUPLICATE_RULE -> "The same evidence counts twice.";
            case SAME_WORDS -> "An explanation does not distinguish the two.";
            case DIVIDED_CARD -> "A claim that raises the one and lowers the other needs two rules with a reason each.";
            case SAID_TWICE -> "One of the two is probably a mistake.";
            case ASSUMPTION_WITHOUT_REASON -> "Without a reason, an assumption cannot be checked.";
            case NUMBER_WITHOUT_CUT -> "The text states a threshold that the rule does not have.";
            case TAG_UNUSED -> "The card suggests that an override can silence the rule.";
            case TAG_IS_ID -> "Tags name kinds of claims, not single rules.";
            case TAG_OUT_OF_REACH -> "The override suggests an effect that it does not have.";
            case UNREAD_INDICATOR -> "Analysts collect a reading that has no effect.";
            case SIGN_WITHOUT_RULE -> "The catalogue promises an effect that the rules do not have.";
            case TWO_SIDED_WITHOUT_REASON ->
                "A two-sided indicator is exempt from the check of signs, so it needs a reason.";
            case GRADE_WITHOUT_VALUE -> "Rules that need this grade never fire.";
            case CUT_BETWEEN_VALUES -> "Distances to the cut point are not whole numbers.";
            case ANCHOR_MISSING -> "Two analysts may understand the same value differently.";
            case ANCHOR_OUTSIDE -> "No reading can have this value.";
            case REASON_WITHOUT_MARK ->
                "Readers need to know whether a number comes from the article, another source, or this project.";
            case UNCITED -> "A reader cannot look it up.";
            case GROUP_WITHOUT_RULE -> "A barrier or driver of the article has no effect.";
            case GROUP_WITHOUT_CASE -> "No test notices a mistake in its rules.";
            case AGAINST_KIND -> "The claims appear under the wrong heading.";
            case WEIGHTS_ALIKE -> "The two strengths do not differ.";
            case CEILING_WITHOUT_RULE -> "Its parameters have no effect.";
            case STATE_OUT_OF_REACH -> "No scenario can have this state.";
            case STALE_FILE -> "Readers and editors see another book than the one in use.";
            case IDLE_PERMISSION -> "An outdated suppression would hide a new finding.";
            case UNREAD_CUT -> "A reading that crosses it has no effect.";
            case UNUSED_WEIGHT -> "The strength has no effect.";
            case UNCITED_PARAGRAPH, ENCODED_ELSEWHERE ->
                "A reader who follows the item to its rules does not find the paragraph.";
        };
    }

    /** How to resolve the finding. */
    public static String remedy(LintCode code) {
        return switch (code) {
            case NEVER_HOLDS -> "Relax one of its conditions, or correct the cut points.";
            case AGAINST_SIGN ->
                "Reverse the condition, use an indicator with the right sign, or mark this one ~ and note when it raises and when it lowers.";
            case CONTRADICTION -> "Keep the one that the article supports, or give them different conditions.";
            case ALWAYS_SILENCED -> "Remove the tag from the card, or narrow the override.";
            case SILENCES_NOTHING -> "Relax its conditions or those of the tagged rules, or remove it.";
            case SILENCED_BEFORE -> "Remove it, or add a tag that only it silences.";
            case NEVER_IN_FORCE -> "Narrow the higher ceiling, or remove this one.";
            case WEIGHS_NOTHING -> "Give the strength in weights.yaml at least 0.01 points.";
            case NO_EFFECT_FOUND -> "Write a case in which it has an effect; if there is none, remove it.";
            case ALWAYS_HOLDS -> "Remove the condition, or use a grade that some value does not meet.";
            case DUPLICATE_RULE -> "Merge the two, with the citations of both.";
            case SAME_WORDS -> "State how the two differ.";
            case DIVIDED_CARD -> "Write two rules, each with its own reason.";
            case SAID_TWICE -> "Remove one of them.";
            case ASSUMPTION_WITHOUT_REASON -> "State the reason in at least three words.";
            case NUMBER_WITHOUT_CUT ->
                "Write the present cut point, or record the figure in the reason or a data note of the indicator.";
            case TAG_UNUSED -> "Remove the tag, or write the override.";
            case TAG_IS_ID -> "Name the tag after what such claims have in common.";
            case TAG_OUT_OF_REACH -> "Remove the tag from the override, or relax the conditions of the tagged rules.";
            case UNREAD_INDICATOR -> "Write a rule that reads it, or remove it from the catalogue.";
            case SIGN_WITHOUT_RULE -> "Write the rule, or change the sign.";
            case TWO_SIDED_WITHOUT_REASON -> "Add a note that says when it raises and when it lowers.";
            case GRADE_WITHOUT_VALUE -> "Move the cut points apart, at least one whole number for each grade.";
            case CUT_BETWEEN_VALUES -> "Write the next whole number.";
            case ANCHOR_MISSING -> "Add an anchor for each.";
            case ANCHOR_OUTSIDE -> "Remove it, or widen the range.";
            case REASON_WITHOUT_MARK ->
                "Begin with assumption:, checked: or article and its paragraph, and state why the value was chosen.";
            case UNCITED -> "Cite the paragraphs that support it.";
            case GROUP_WITHOUT_RULE -> "Write its rules, or remove the group.";
            case GROUP_WITHOUT_CASE -> "Add a line for each of its rules to a file in the folder cases.";
            case AGAINST_KIND -> "Move its claims, or change its kind.";
            case WEIGHTS_ALIKE -> "Set them at least 0.01 points apart.";
            case CEILING_WITHOUT_RULE -> "Write a rule that applies it.";
            case STATE_OUT_OF_REACH -> "Move its floor in weights.yaml, or the one above it.";
            case STALE_FILE -> "Write it again with that command.";
            case IDLE_PERMISSION -> "Remove the comment, or correct it.";
            case UNREAD_CUT -> "Write a rule that depends on it, or keep it to complete the five grades.";
            case UNUSED_WEIGHT -> "Use it, or keep it as a step of the scale.";
            case UNCITED_PARAGRAPH -> "Cite it where a rule rests on it, or state in partly: what is omitted.";
            case ENCODED_ELSEWHERE -> "Cite the paragraph, or let another rule encode the item.";
        };
    }
}
