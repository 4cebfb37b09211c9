package entente.report.media;

import entente.model.assessment.Assessment;
import entente.report.csv.CsvTable;
import entente.report.csv.VerdictCsv;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** CSV: a head, and a row for each assessment. */
record CsvMedium(String name, String mediaType) implements AssessmentMedium {

    @Override
    public byte[] write(Assessment assessment, Options options) {
        return VerdictCsv.write(List.of(assessment), options.scale()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public AssessmentSeries series(Options options) {
        CsvTable<Assessment> table = VerdictCsv.table(options.scale());
        return new AssessmentSeries(
                (assessment, first) -> (first ? table.header() : "") + table.line(assessment), () -> "");
    }
}
