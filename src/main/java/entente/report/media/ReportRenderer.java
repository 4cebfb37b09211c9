package entente.report.media;

import entente.report.form.Report;
import entente.report.form.TextStyle;
import entente.report.html.HtmlRenderer;
import entente.report.markdown.MarkdownRenderer;
import entente.report.text.TextRenderer;

/** The media of a report, each with its renderer. */
public enum ReportRenderer {
    TEXT {
        @Override
        public String render(Report report, TextStyle style) {
            return TextRenderer.render(report, style);
        }
    },
    MD {
        @Override
        public String render(Report report, TextStyle style) {
            return MarkdownRenderer.render(report);
        }
    },
    HTML {
        @Override
        public String render(Report report, TextStyle style) {
            return HtmlRenderer.render(report);
        }
    };

    /** @param style for a terminal; other media ignore it */
    public abstract String render(Report report, TextStyle style);
}
