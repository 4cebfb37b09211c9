package entente.report.html;

import entente.report.form.AllowedText;
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
        return CITATION.matcher(AllowedText.of(page.toString())).replaceAll("$1" + Wording.GLUE + "$2");
    }
}
