package entente.report.media;

import entente.model.assessment.Assessment;
import entente.report.form.Table;
import entente.report.markdown.MarkdownRenderer;
import entente.report.question.AssessmentReport;
import entente.report.question.VerdictsReport;
import entente.report.wording.RuleIds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A medium that renders the report of an assessment. */
record ReportMedium(String name, String mediaType, ReportRenderer renderer) implements AssessmentMedium {

    static ReportMedium text() {
        return new ReportMedium("text", "text/plain", ReportRenderer.TEXT);
    }

    static ReportMedium markdown() {
        return new ReportMedium("md", "text/markdown", ReportRenderer.MD);
    }

    static ReportMedium html() {
        return new ReportMedium("html", "text/html", ReportRenderer.HTML);
    }

    @Override
    public byte[] write(Assessment assessment, Options options) {
        Assessment shown = options.ids() ? RuleIds.shown(assessment) : assessment;
        return renderer.render(AssessmentReport.of(shown, options.scale(), options.explain()), options.style())
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public AssessmentSeries series(Options options) {
        if (renderer == ReportRenderer.MD) {
            Table table = VerdictsReport.table(List.of());
            return AssessmentSeries.of(
                    (assessment, first) -> (first ? MarkdownRenderer.head(table.label(), table.columns()) : "")
                            + MarkdownRenderer.row(table, VerdictsReport.row(assessment, options.scale())),
                    "");
        }
        // Rows are kept, because assessments are large.
        List<Table.Row> rows = new ArrayList<>();
        return new AssessmentSeries() {
            @Override
            protected String append(Assessment assessment, boolean first) {
                rows.add(VerdictsReport.row(assessment, options.scale()));
                return "";
            }

            @Override
            protected String closing() {
                return renderer.render(VerdictsReport.of(rows), options.style());
            }
        };
    }
}
