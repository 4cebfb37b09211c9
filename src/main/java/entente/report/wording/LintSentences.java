package entente.report.wording;

import entente.model.ComparisonOperator;
import entente.model.Grade;
import entente.model.Relationship;
import entente.model.RuleCondition;
import entente.quality.lint.LintFinding;
import java.util.Locale;

/** Lint findings as sentences. */
public final class LintSentences {

    private LintSentences() {}

    /** The sentence about a finding, without its subject. */
    public static String of(LintFinding finding) {
        return switch (finding.code()) {
            case NEVER_HOLDS -> "It never holds: no reading of " + fact(finding, 0) + " meets all its conditions.";
            case AGAINST_SIGN -> againstSign(finding);
            case CONTRADICTION ->
                "It contradicts " + fact(finding, 0) + ", which has the same conditions, on the " + fact(finding, 1)
                        + ".";
            case ALWAYS_SILENCED -> "It never counts: whenever it holds, it is silenced by " + fact(finding, 0) + ".";
            case SILENCES_NOTHING ->
                "It has no effect: no rule tagged " + fact(finding, 0) + " can hold together with it.";
            case SILENCED_BEFORE ->
                "It has no effect: whenever it holds, " + fact(finding, 0) + " holds as well and silences the same.";
            case NEVER_IN_FORCE ->
                "It never applies its ceiling " + fact(finding, 0)
                        + ": where it holds, a higher one or another of its kind holds as well.";
            case WEIGHS_NOTHING -> "It has no weight: points are rounded to hundredths, and these are 0.00.";
            case NO_EFFECT_FOUND ->
                "In none of " + fact(finding, 0)
                        + " sampled combinations of grades did it change the likelihood or the relationship.";
            case ALWAYS_HOLDS -> "The condition " + condition(finding) + " is met by every known value.";
            case DUPLICATE_RULE -> "It has the same conditions and the same effect as " + fact(finding, 0) + ".";
            case SAME_WORDS ->
                "Its claim differs from that of " + fact(finding, 0) + " only in punctuation and letter case.";
            case DIVIDED_CARD -> "The card is for an alliance and against the partnership.";
            case SAID_TWICE -> "The card lists " + fact(finding, 0) + " twice.";
            case ASSUMPTION_WITHOUT_REASON -> "@assumption gives no reason: \"" + fact(finding, 0) + "\".";
            case NUMBER_WITHOUT_CUT ->
                "Its project assumption names " + fact(finding, 0)
                        + ", which is no cut point of an indicator that it reads.";
            case TAG_UNUSED -> "No override uses its tag " + fact(finding, 0) + ".";
            case TAG_IS_ID -> "Its tag " + fact(finding, 0) + " is the id of a rule.";
            case TAG_OUT_OF_REACH ->
                "It silences " + fact(finding, 0) + ", but no rule with that tag can hold together with it.";
            case UNREAD_INDICATOR -> "No rule reads this indicator, so a reading has no effect.";
            case SIGN_WITHOUT_RULE -> signWithoutRule(finding);
            case TWO_SIDED_WITHOUT_REASON ->
                "It is two-sided on the " + fact(finding, 0) + ", and no note says when it raises and when it lowers.";
            case GRADE_WITHOUT_VALUE -> "No value of its range has the grade " + grade(finding, 0) + ".";
            case CUT_BETWEEN_VALUES ->
                "The cut point of " + grade(finding, 0) + ", " + fact(finding, 1)
                        + ", lies between two whole numbers, and only whole numbers are accepted.";
            case ANCHOR_MISSING -> "These values have no anchor: " + fact(finding, 0) + ".";
            case ANCHOR_OUTSIDE -> "The anchor of " + fact(finding, 0) + " lies outside the range.";
            case REASON_WITHOUT_MARK ->
                "The reason of the cut point of " + grade(finding, 0) + " does not say where the number comes from.";
            case UNCITED -> "It cites no paragraph of the article.";
            case GROUP_WITHOUT_RULE -> "No rule belongs to this group.";
            case GROUP_WITHOUT_CASE -> "No case expects anything of a rule in this group.";
            case AGAINST_KIND ->
                "It is a " + fact(finding, 0).toLowerCase(Locale.ROOT) + ", and every claim in it is "
                        + (fact(finding, 0).equals("BARRIER") ? "for" : "against") + " an alliance.";
            case WEIGHTS_ALIKE ->
                "It has the same points as " + fact(finding, 0).toLowerCase(Locale.ROOT) + ".";
            case CEILING_WITHOUT_RULE -> "No rule applies this ceiling.";
            case STATE_OUT_OF_REACH ->
                "The sum of all claims does not reach " + Wording.relationship(Relationship.valueOf(finding.subject()))
                        + ".";
            case STALE_FILE -> "It differs from the output of ./entente " + fact(finding, 0) + ".";
            case IDLE_PERMISSION -> idle(finding);
            case UNREAD_CUT ->
                "No condition depends on the cut point of " + grade(finding, 0) + ", " + fact(finding, 1) + ".";
            case UNUSED_WEIGHT -> "No claim has this weight.";
            case UNCITED_PARAGRAPH -> "None of the rules that encode it cites " + fact(finding, 0) + ".";
            case ENCODED_ELSEWHERE -> "It encodes " + fact(finding, 0) + " and cites no paragraph of that item.";
        };
    }

    private static String fact(LintFinding finding, int n) {
        return finding.facts().get(n);
    }

    private static String grade(LintFinding finding, int n) {
        return Wording.grade(Grade.valueOf(fact(finding, n)));
    }

    private static String condition(LintFinding finding) {
        return Wording.condition(new RuleCondition(
                fact(finding, 0), ComparisonOperator.valueOf(fact(finding, 1)), Grade.valueOf(fact(finding, 2))));
    }

    private static String againstSign(LintFinding finding) {
        String sign = fact(finding, 3);
        String does = switch (sign) {
            case "+" -> "lowers";
            case "-" -> "raises";
            default -> "moves";
        };
        String meant = switch (sign) {
            case "+" -> "it raises.";
            case "-" -> "it lowers.";
            default -> "it does not.";
        };
        String through = fact(finding, 4).isEmpty() ? "" : " by silencing " + fact(finding, 4) + ",";
        return "Here," + through + " more of " + fact(finding, 0) + " " + does + " the " + fact(finding, 2)
                + ", which by its sign (" + sign + ") " + meant;
    }

    private static String signWithoutRule(LintFinding finding) {
        String question = fact(finding, 0);
        return switch (fact(finding, 1)) {
            case "~" ->
                "It is marked two-sided on the " + question + ", but no two rules have opposite effects with it.";
            case "gate" -> "It is marked as a gate of the " + question + ", but no ceiling that lifts reads it.";
            case "veto" -> "It is marked as a veto on the " + question + ", but the ceiling INCIDENT does not read it.";
            default ->
                "Its sign says that it affects the " + question + ", but no rule that affects it reads the indicator.";
        };
    }

    private static String idle(LintFinding finding) {
        String code = fact(finding, 0);
        return switch (fact(finding, 1)) {
            case "UNKNOWN_CODE" -> "The comment allows " + code + ", which is not a code of the linter.";
            case "NEVER_ALLOWED" -> "The comment allows " + code + ", which cannot be allowed.";
            case "NO_REASON" -> "The comment allows " + code + " without a reason.";
            default -> "The comment allows " + code + ", which is not found here.";
        };
    }
}
