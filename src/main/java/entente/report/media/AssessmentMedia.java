package entente.report.media;

import entente.model.assessment.Assessment;
import entente.report.csv.AssessmentTable;
import entente.report.form.Answer;
import entente.report.form.Medium;
import entente.report.json.AssessmentJson;
import entente.report.json.ResultDocument;
import entente.report.markdown.MarkdownPage;
import entente.report.question.Answers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The media of assessments. A new one is a class and its entry here. */
public record AssessmentMedia(List<AssessmentMedium> all) {

    /** The default over HTTP, and the form that the archive keeps. */
    public static final AssessmentMedium JSON = new JsonMedium("json", "application/json", false);

    /** The default at a terminal. */
    public static final AssessmentMedium TEXT = new ReportMedium("text", "text/plain", Medium.TEXT);

    public static final AssessmentMedia STANDARD = new AssessmentMedia(List.of(
            TEXT,
            JSON,
            new JsonMedium("ndjson", "application/x-ndjson", true),
            new CsvMedium("csv", "text/csv"),
            new ReportMedium("md", "text/markdown", Medium.MD),
            new ReportMedium("html", "text/html", Medium.HTML)));

    public List<String> names() {
        return all.stream().map(AssessmentMedium::name).toList();
    }

    public Optional<AssessmentMedium> find(String name) {
        return all.stream().filter(medium -> medium.name().equals(name)).findFirst();
    }

    /** The default over HTTP first, then in order. */
    public List<AssessmentMedium> byPreference() {
        return Stream.concat(Stream.of(JSON), all.stream().filter(medium -> !medium.equals(JSON)))
                .toList();
    }

    /** CSV: a head, and the rows of each assessment; by default one. */
    private record CsvMedium(String name, String mediaType) implements AssessmentMedium {

        @Override
        public boolean writesTables() {
            return true;
        }

        @Override
        public AssessmentSeries series(Options options) {
            AssessmentTable.Rows<?> table = options.table().orElseGet(() -> AssessmentTable.verdicts(options.scale()));
            return new AssessmentSeries(
                    (assessment, first) -> (first ? table.header() : "") + table.csv(assessment), () -> "");
        }
    }

    /** JSON: a document for people to read, or lines: one for each assessment, or the rows of a table. */
    private record JsonMedium(String name, String mediaType, boolean lines) implements AssessmentMedium {

        @Override
        public boolean writesTables() {
            return lines;
        }

        @Override
        public void load() {
            AssessmentJson.DOCUMENT.load();
        }

        @Override
        public byte[] write(Assessment assessment, Options options) {
            return lines
                    ? AssessmentMedium.super.write(assessment, options)
                    : AssessmentJson.document(options.scale())
                            .pretty(assessment)
                            .getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public AssessmentSeries series(Options options) {
            ResultDocument<Assessment> json = AssessmentJson.document(options.scale());
            if (lines) {
                Function<Assessment, String> line = options.table()
                        .<Function<Assessment, String>>map(table -> table::json)
                        .orElse(assessment -> json.line(assessment) + "\n");
                return new AssessmentSeries((assessment, first) -> line.apply(assessment), () -> "");
            }
            return new AssessmentSeries(
                    (assessment, first) ->
                            (first ? "[\n" : ",\n") + json.pretty(assessment).strip(),
                    () -> "\n]\n");
        }
    }

    /** A medium that renders the report of an assessment. */
    private record ReportMedium(String name, String mediaType, Medium medium) implements AssessmentMedium {

        @Override
        public byte[] write(Assessment assessment, Options options) {
            Answer answer = options.hint()
                    .in(Answers.assessment(
                            assessment,
                            options.scale(),
                            options.draws().stream()
                                    .mapToInt(draws -> draws.applyAsInt(assessment.scenario()))
                                    .findFirst()));
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
}
