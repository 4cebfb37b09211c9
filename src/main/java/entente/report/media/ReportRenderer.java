package entente.report.media;

import entente.report.form.Answer;
import entente.report.form.Medium;
import entente.report.form.TextStyle;
import entente.report.html.HtmlRenderer;
import entente.report.markdown.MarkdownPage;
import entente.report.text.TextRenderer;

/** Writes an answer in a medium. */
public final class ReportRenderer {

    private ReportRenderer() {}

    /** @param style for a terminal; other media ignore it */
    public static String render(Answer answer, Medium medium, TextStyle style) {
        return switch (medium) {
            case TEXT -> TextRenderer.render(answer, style);
            case MD -> MarkdownPage.render(answer);
            case HTML -> HtmlRenderer.render(answer);
        };
    }
}
