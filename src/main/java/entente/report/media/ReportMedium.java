package entente.report.media;

import entente.model.assessment.Assessment;
import entente.report.form.Answer;
import entente.report.form.Medium;
import entente.report.markdown.MarkdownPage;
import entente.report.question.Answers;
import entente.report.wording.Wording;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A medium that renders the report of an assessment. */
record ReportMedium(String name, String mediaType, Medium medium) implements AssessmentMedium {

    @Override
    public byte[] write(Assessment assessment, Options options) {
        Assessment shown = options.ids() ? Wording.withRuleIds(assessment) : assessment;
        Answer answer = options.hint().in(Answers.assessment(shown, options.scale(), options.explain()));
        return ReportRenderer.render(answer, medium, options.style()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public AssessmentSeries series(Options options) {
        if (medium == Medium.MD) {
            return new AssessmentSeries((assessment, first) -> row(assessment, options, first), () -> "");
        }
        // Rows are kept, because assessments are large.
        List<String> rows = new ArrayList<>();
        return new AssessmentSeries(
                (assessment, first) -> {
                    rows.add(row(assessment, options, first));
                    return "";
                },
                () -> ReportRenderer.render(
                        Answers.verdicts(String.join("", rows), rows.size()), medium, options.style()));
    }

    private String row(Assessment assessment, Options options, boolean first) {
        return MarkdownPage.of(Answers.verdict(assessment, options.scale(), first), medium)
                .toString();
    }
}
