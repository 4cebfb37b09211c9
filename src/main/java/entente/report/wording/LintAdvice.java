package entente.report.wording;

import entente.quality.lint.LintCode;
import java.util.Locale;
import java.util.ResourceBundle;

/** Titles, reasons and remedies of lint findings, from {@code lint.properties}. */
public final class LintAdvice {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("entente.report.wording.lint", Locale.ROOT);

    private LintAdvice() {}

    /** A title in the plural. */
    public static String name(LintCode code) {
        return TEXTS.getString(code + ".title");
    }

    /** Why the finding matters. */
    public static String why(LintCode code) {
        return TEXTS.getString(code + ".why");
    }

    /** How to resolve the finding. */
    public static String remedy(LintCode code) {
        return TEXTS.getString(code + ".remedy");
    }

    /** The sentence about a finding, with these facts. */
    static String sentence(LintCode code, Object... facts) {
        return String.format(Locale.ROOT, TEXTS.getString(code + ".sentence"), facts);
    }
}
