package entente.report.media;

import entente.report.form.Report;
import entente.report.form.TextStyle;
import entente.report.html.HtmlRenderer;
import entente.report.markdown.MarkdownRenderer;
import entente.report.text.TextRenderer;
import java.util.function.BiFunction;

/** The media of a report, each with its renderer. */
public enum ReportRenderer {
    TEXT(TextRenderer::render),
    MD((report, style) -> MarkdownRenderer.render(report)),
    HTML((report, style) -> HtmlRenderer.render(report));

    @SuppressWarnings("ImmutableEnumChecker") // Renderers have no state.
    private final BiFunction<Report, TextStyle, String> renderer;

    ReportRenderer(BiFunction<Report, TextStyle, String> renderer) {
        this.renderer = renderer;
    }

    /** @param style for a terminal; other media ignore it */
    public String render(Report report, TextStyle style) {
        return renderer.apply(report, style);
    }
}
