package entente.report.html;

import entente.report.form.Report;
import entente.report.wording.Wording;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.regex.Pattern;

/**
 * Renders a report as a self-contained page, which is well-formed XML as well, from the templates in
 * {@code src/main/jte}. The templates are compiled with the program and escape all that they are given.
 */
public final class HtmlRenderer {

    /** The content security policy of a page: nothing is run and nothing is fetched. */
    public static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);

    /** Section and paragraph of a citation, which stay on one line. */
    private static final Pattern CITATION = Pattern.compile("(§\\d+) (¶)");

    private HtmlRenderer() {}

    public static String render(Report report) {
        return render("report.jte", report);
    }

    static String render(String template, Object model) {
        StringOutput page = new StringOutput();
        TEMPLATES.render(template, model, page);
        return CITATION.matcher(allowed(page.toString())).replaceAll("$1" + Wording.GLUE + "$2");
    }

    /**
     * The page with a sign of replacement for each character that XML 1.0 or HTML does not allow, and for each that would
     * turn the order of what follows: HTML has elements for that.
     */
    static String allowed(String text) {
        StringBuilder allowed = new StringBuilder(text.length());
        text.codePoints().map(c -> allowed(c) ? c : '\uFFFD').forEach(allowed::appendCodePoint);
        return allowed.toString();
    }

    private static boolean allowed(int c) {
        boolean control = Character.isISOControl(c) && c != '\t' && c != '\n';
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean none = (c & 0xFFFE) == 0xFFFE;
        boolean turning = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return !control && !surrogate && !none && !turning;
    }
}
