package entente.report.media;

import entente.model.assessment.Assessment;
import entente.report.json.AssessmentJson;
import entente.report.json.ResultDocument;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** JSON: a document for people to read, or lines: one for each assessment, or the rows of a table. */
record JsonMedium(String name, String mediaType, boolean lines) implements AssessmentMedium {

    @Override
    public boolean writesTables() {
        return lines;
    }

    @Override
    public byte[] write(Assessment assessment, Options options) {
        String json = lines
                ? lines(options).apply(assessment)
                : AssessmentJson.document(options.scale()).pretty(assessment);
        return json.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public AssessmentSeries series(Options options) {
        if (lines) {
            Function<Assessment, String> line = lines(options);
            return new AssessmentSeries((assessment, first) -> line.apply(assessment), () -> "");
        }
        ResultDocument<Assessment> json = AssessmentJson.document(options.scale());
        return new AssessmentSeries(
                (assessment, first) ->
                        (first ? "[\n" : ",\n") + json.pretty(assessment).strip(),
                () -> "\n]\n");
    }

    private static Function<Assessment, String> lines(Options options) {
        ResultDocument<Assessment> json = AssessmentJson.document(options.scale());
        return options.table()
                .<Function<Assessment, String>>map(table -> table::json)
                .orElse(assessment -> json.line(assessment) + "\n");
    }
}
