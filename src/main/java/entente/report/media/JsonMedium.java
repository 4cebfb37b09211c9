package entente.report.media;

import entente.model.assessment.Assessment;
import entente.report.json.AssessmentJson;
import entente.report.json.ResultDocument;
import java.nio.charset.StandardCharsets;

/** JSON: a document for people to read, or a line for each assessment. */
record JsonMedium(String name, String mediaType, boolean lines) implements AssessmentMedium {

    @Override
    public byte[] write(Assessment assessment, Options options) {
        ResultDocument<Assessment> json = AssessmentJson.document(options.scale());
        return (lines ? json.line(assessment) + "\n" : json.pretty(assessment)).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public AssessmentSeries series(Options options) {
        ResultDocument<Assessment> json = AssessmentJson.document(options.scale());
        return lines
                ? new AssessmentSeries((assessment, first) -> json.line(assessment) + "\n", () -> "")
                : new AssessmentSeries(
                        (assessment, first) -> (first ? "[\n" : ",\n")
                                + json.pretty(assessment).strip(),
                        () -> "\n]\n");
    }
}
