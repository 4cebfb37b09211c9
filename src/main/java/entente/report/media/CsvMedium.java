package entente.report.media;

import entente.model.assessment.Assessment;
import entente.report.csv.AssessmentTable;
import entente.report.csv.LongTable;
import java.nio.charset.StandardCharsets;

/** CSV: a head, and the rows of each assessment; by default one. */
record CsvMedium(String name, String mediaType) implements AssessmentMedium {

    @Override
    public boolean writesTables() {
        return true;
    }

    @Override
    public byte[] write(Assessment assessment, Options options) {
        return table(options).write(assessment).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public AssessmentSeries series(Options options) {
        LongTable<Assessment, ?> table = table(options);
        return new AssessmentSeries(
                (assessment, first) -> (first ? table.header() : "") + table.csv(assessment), () -> "");
    }

    private static LongTable<Assessment, ?> table(Options options) {
        return options.table().orElseGet(() -> AssessmentTable.verdicts(options.scale()));
    }
}
