package entente.report.media;

import entente.model.assessment.Assessment;
import entente.report.form.Report;
import entente.report.form.Table;
import entente.report.markdown.MarkdownRenderer;
import entente.report.question.AssessmentReport;
import entente.report.question.VerdictsReport;
import entente.report.wording.Wording;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A medium that renders the report of an assessment. */
record ReportMedium(String name, String mediaType, ReportRenderer renderer) implements AssessmentMedium {

    @Override
    public byte[] write(Assessment assessment, Options options) {
        Assessment shown = options.ids() ? Wording.withRuleIds(assessment) : assessment;
        Report report = options.hint().in(AssessmentReport.of(shown, options.scale(), options.explain()));
        return renderer.render(report, options.style()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public AssessmentSeries series(Options options) {
        if (renderer == ReportRenderer.MD) {
            Table table = VerdictsReport.table(List.of());
            return new AssessmentSeries(
                    (assessment, first) -> (first ? MarkdownRenderer.head(table.label(), table.columns()) : "")
                            + VerdictsReport.rows(assessment, options.scale()).stream()
                                    .map(row -> MarkdownRenderer.row(table, row))
                                    .collect(Collectors.joining()),
                    () -> "");
        }
        // Rows are kept, because assessments are large.
        List<Table.Row> rows = new ArrayList<>();
        return new AssessmentSeries(
                (assessment, first) -> {
                    rows.addAll(VerdictsReport.rows(assessment, options.scale()));
                    return "";
                },
                () -> renderer.render(VerdictsReport.of(rows), options.style()));
    }
}
