package entente.report.csv;

import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.model.assessment.Verdict;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.util.function.Function;

/** Verdicts as CSV, one row per scenario. */
final class VerdictCsv {

    private VerdictCsv() {}

    static CsvTable<Assessment> table(LikelihoodScale scale) {
        CsvTable<Verdict> verdict = SharedColumns.LIKELIHOOD
                .text("band", "Band of the likelihood.", v -> v.likelihood().band())
                .text(
                        "term",
                        "Term for it on the scale.",
                        v -> scale.term(v.likelihood()).term())
                .including(SharedColumns.INTERVAL, Verdict::interval)
                .column(
                        "bands",
                        ColumnType.LIST,
                        "Bands of the interval.",
                        v -> v.interval().bands())
                .including(SharedColumns.RELATIONSHIP, v -> v)
                .text("commitment", "What the treaty in force commits the two to.", Verdict::commitment)
                .column(
                        "flags",
                        ColumnType.LIST,
                        "Special circumstances of the verdict.",
                        v -> v.flags().stream().sorted().toList());
        Function<Assessment, VerdictSentences> sentences = a -> new VerdictSentences(a, scale);
        return CsvTable.<Assessment>of(
                        "assess --table verdicts", "One row per scenario; the default of `--format csv`.")
                .including(SharedColumns.SCENARIO, a -> a)
                .text(
                        "statement",
                        "The verdict in one sentence.",
                        a -> Wording.plain(sentences.apply(a).statement()))
                .text(
                        "figure",
                        "Its short form.",
                        a -> Wording.plain(sentences.apply(a).figure()))
                .including(verdict, Assessment::verdict)
                .text("confidence", "Confidence level.", a -> a.confidence().level())
                .number(
                        "coverage",
                        "Share of the readings that are rated, 0–1.",
                        a -> a.confidence().coverage())
                .number(
                        "source_grade",
                        "Quality of the sources, 0–1.",
                        a -> a.confidence().sourceGrade())
                .number(
                        "age",
                        "Freshness of the readings, 0–1.",
                        a -> a.confidence().age())
                .number(
                        "robustness",
                        "Stability of the verdict under single changes, 0–1.",
                        a -> a.confidence().robustness())
                .including(SharedColumns.SOURCE, a -> a)
                .including(SharedColumns.OBSERVED, a -> a.scenario().observed());
    }
}
