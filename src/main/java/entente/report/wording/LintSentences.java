package entente.report.wording;

import entente.model.ComparisonOperator;
import entente.model.Grade;
import entente.model.RuleCondition;
import entente.quality.lint.LintReport.LintCode;
import entente.quality.lint.LintReport.LintFinding;
import java.util.Locale;
import java.util.ResourceBundle;

/** Lint findings as sentences, with reasons and remedies from {@code lint.properties}. */
public final class LintSentences {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("entente.report.wording.lint", Locale.ROOT);

    private LintSentences() {}

    public static String why(LintCode code) {
        return TEXTS.getString(code + ".why");
    }

    public static String remedy(LintCode code) {
        return TEXTS.getString(code + ".remedy");
    }

    /** The sentence about a finding, without its subject. */
    public static String of(LintFinding finding) {
        return switch (finding.code()) {
            case AGAINST_SIGN -> againstSign(finding);
            case ALWAYS_HOLDS ->
                sentence(
                        finding,
                        Wording.condition(new RuleCondition(
                                fact(finding, 0),
                                ComparisonOperator.valueOf(fact(finding, 1)),
                                Grade.valueOf(fact(finding, 2)))));
            default -> sentence(finding, finding.facts().toArray());
        };
    }

    /** In digits. */
    public static String counted(int number, String noun) {
        return (number == 0 ? "no" : Integer.toString(number)) + " " + noun + (number == 1 ? "" : "s");
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
}
