package entente.report.csv;

import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.model.assessment.Verdict;
import java.util.List;

/** Verdicts as CSV, one row per scenario. */
public final class VerdictCsv {

    private VerdictCsv() {}

    public static CsvTable<Assessment> table(LikelihoodScale scale) {
        CsvTable<Verdict> verdict = SharedColumns.LIKELIHOOD
                .column("band", "Band of the likelihood.", v -> v.likelihood().band())
                .column(
                        "term",
                        "Term for it on the scale.",
                        v -> scale.term(v.likelihood()).term())
                .including(SharedColumns.INTERVAL, Verdict::interval)
                .column("bands", "Bands of the interval.", v -> v.interval().bands())
                .including(SharedColumns.RELATIONSHIP, v -> v)
                .column("commitment", "What the treaty in force commits the two to.", Verdict::commitment)
                .column(
                        "flags",
                        "Special circumstances of the verdict.",
                        v -> v.flags().stream().sorted().toList());
        return CsvTable.<Assessment>of("assess", "One row per scenario.")
                .including(SharedColumns.SCENARIO, Assessment::scenario)
                .including(verdict, Assessment::verdict)
                .column("confidence", "Confidence level.", a -> a.confidence().level())
                .column(
                        "coverage",
                        "Share of the readings that are rated, 0–1.",
                        a -> a.confidence().coverage())
                .column(
                        "source_grade",
                        "Quality of the sources, 0–1.",
                        a -> a.confidence().sourceGrade())
                .column(
                        "age",
                        "Freshness of the readings, 0–1.",
                        a -> a.confidence().age())
                .column(
                        "robustness",
                        "Stability of the verdict under single changes, 0–1.",
                        a -> a.confidence().robustness())
                .including(SharedColumns.SOURCE, a -> a);
    }

    public static String write(List<Assessment> assessments, LikelihoodScale scale) {
        return table(scale).write(assessments);
    }
}
