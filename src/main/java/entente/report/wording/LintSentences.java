package entente.report.wording;

import entente.model.ComparisonOperator;
import entente.model.Grade;
import entente.model.RuleCondition;
import entente.quality.lint.LintCode;
import entente.quality.lint.LintReport.LintFinding;
import java.util.Locale;
import java.util.ResourceBundle;

/** Lint findings as sentences, with reasons and remedies from {@code lint.properties}. */
public final class LintSentences {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("entente.report.wording.lint", Locale.ROOT);

    private LintSentences() {}

    /** Why the finding matters. */
    public static String why(LintCode code) {
        return TEXTS.getString(code + ".why");
    }

    /** How to resolve the finding. */
    public static String remedy(LintCode code) {
        return TEXTS.getString(code + ".remedy");
    }

    /** The sentence about a finding, without its subject. */
    public static String of(LintFinding finding) {
        return switch (finding.code()) {
            case AGAINST_SIGN -> againstSign(finding);
            case SIGN_WITHOUT_RULE -> signWithoutRule(finding);
            case IDLE_PERMISSION -> idle(finding);
            case ALWAYS_HOLDS ->
                sentence(
                        finding,
                        Wording.condition(new RuleCondition(
                                fact(finding, 0),
                                ComparisonOperator.valueOf(fact(finding, 1)),
                                Grade.valueOf(fact(finding, 2)))));
            case REASON_WITHOUT_MARK -> sentence(finding, Wording.word(fact(finding, 0)));
            default -> sentence(finding, finding.facts().toArray());
        };
    }

    private static String sentence(LintFinding finding, Object... facts) {
        return String.format(Locale.ROOT, TEXTS.getString(finding.code() + ".sentence"), facts);
    }

    private static String fact(LintFinding finding, int n) {
        return finding.facts().get(n);
    }

    private static String againstSign(LintFinding finding) {
        String sign = fact(finding, 3);
        boolean raises = sign.equals("+");
        boolean lowers = sign.equals("-");
        String does = raises ? "lowers" : lowers ? "raises" : "moves";
        String meant = raises ? "it raises." : lowers ? "it lowers." : "it does not.";
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
