package entente.report.csv;

import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import java.util.List;

/** Verdicts as CSV, one row per scenario. */
public final class VerdictCsv {

    private VerdictCsv() {}

    /** With the terms of a scale. */
    public static CsvTable<Assessment> table(LikelihoodScale scale) {
        return CsvTable.<Assessment>of("assess", "One row per scenario.")
                .column("id", "Scenario.", a -> a.scenario().id())
                .column("title", "Title of the scenario.", a -> a.scenario().title())
                .column(
                        "as_of",
                        "Date that the scenario describes; empty if none.",
                        a -> a.scenario().asOf())
                .column(
                        "horizon_years",
                        "Horizon in years: 1, 5 or 10.",
                        a -> a.scenario().horizonYears())
                .column(
                        "percent",
                        "Likelihood of an alliance, percent, 1–99.",
                        a -> a.verdict().likelihood())
                .column(
                        "band",
                        "Band of the likelihood.",
                        a -> a.verdict().likelihood().band())
                .column(
                        "term",
                        "Term for it on the scale.",
                        a -> scale.term(a.verdict().likelihood()).term())
                .column(
                        "low_percent",
                        "Lowest likelihood that the open readings allow.",
                        a -> a.verdict().interval().low())
                .column(
                        "high_percent",
                        "Highest likelihood that the open readings allow.",
                        a -> a.verdict().interval().high())
                .column(
                        "bands",
                        "Bands of the interval.",
                        a -> a.verdict().interval().bands())
                .column(
                        "relationship",
                        "Expected relationship; empty if too little is rated.",
                        a -> a.verdict().relationship())
                .column(
                        "relationships",
                        "Relationships that the open readings allow.",
                        a -> a.verdict().relationships())
                .column(
                        "commitment",
                        "What the treaty in force commits the two to.",
                        a -> a.verdict().commitment())
                .column(
                        "flags",
                        "Special circumstances of the verdict.",
                        a -> a.verdict().flags().stream().sorted().toList())
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
                .column(
                        "scenario_sha256",
                        "Digest of the resolved scenario.",
                        a -> a.scenario().sha256())
                .column(
                        "rules_version",
                        "Version of the rule book.",
                        a -> a.provenance().rulesVersion())
                .column(
                        "rules_sha256",
                        "Digest of the rule book.",
                        a -> a.provenance().rulesSha256())
                .column("engine", "Version of the engine.", a -> a.provenance().engine());
    }

    public static String write(List<Assessment> assessments, LikelihoodScale scale) {
        return table(scale).write(assessments);
    }
}
