package entente.report.media;

import entente.report.form.Medium;
import java.util.List;
import java.util.Optional;
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
}
