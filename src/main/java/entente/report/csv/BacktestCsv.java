package entente.report.csv;

import entente.analysis.backtest.BacktestCase;
import entente.analysis.backtest.BacktestResult;
import entente.model.assessment.Provenance;

/** A backtest as CSV, one row per case. */
public final class BacktestCsv {

    /** A case with the versions that judged it. */
    public record Row(BacktestCase item, Provenance provenance) {}

    public static final CsvTable<Row> TABLE = CsvTable.<Row>of("backtest", "One row per past scenario.")
            .column("id", "Scenario.", row -> row.item().scenario().id())
            .column(
                    "title",
                    "Title of the scenario.",
                    row -> row.item().scenario().title())
            .column(
                    "as_of",
                    "Date that the scenario describes; empty if none.",
                    row -> row.item().scenario().asOf())
            .column(
                    "horizon_years",
                    "Horizon in years: 1, 5 or 10.",
                    row -> row.item().scenario().horizonYears())
            .column(
                    "observed_relationship",
                    "Observed relationship.",
                    row -> row.item().observed().relationship())
            .column(
                    "observed_alliance",
                    "Whether an alliance was in force.",
                    row -> row.item().observed().allianceInForce())
            .column(
                    "percent",
                    "Likelihood of an alliance, percent, 1–99.",
                    row -> row.item().verdict().likelihood())
            .column(
                    "low_percent",
                    "Lowest likelihood that the open readings allow.",
                    row -> row.item().verdict().interval().low())
            .column(
                    "high_percent",
                    "Highest likelihood that the open readings allow.",
                    row -> row.item().verdict().interval().high())
            .column(
                    "base_rate_percent",
                    "Base rate of the rule book for the horizon, percent.",
                    row -> row.item().baseRatePercent())
            .column(
                    "event_right",
                    "Whether the point estimate predicts the outcome.",
                    row -> row.item().isCorrect())
            .column(
                    "event_settled",
                    "Whether the whole interval predicts the outcome, part of it, or none.",
                    row -> row.item().intervalOutcome())
            .column(
                    "relationship",
                    "Expected relationship; empty if too little is rated.",
                    row -> row.item().verdict().relationship())
            .column(
                    "relationships",
                    "Relationships that the open readings allow.",
                    row -> row.item().verdict().relationships())
            .column(
                    "state_hit",
                    "Whether the observed relationship was expected, in range, or missed.",
                    row -> row.item().stateHit())
            .column(
                    "in_sample",
                    "Whether the rules were developed with this case.",
                    row -> row.item().inSample())
            .column(
                    "scenario_sha256",
                    "Digest of the resolved scenario.",
                    row -> row.item().scenario().sha256())
            .column(
                    "rules_version",
                    "Version of the rule book.",
                    row -> row.provenance().rulesVersion())
            .column(
                    "rules_sha256",
                    "Digest of the rule book.",
                    row -> row.provenance().rulesSha256())
            .column("engine", "Version of the engine.", row -> row.provenance().engine());

    private BacktestCsv() {}

    public static String write(BacktestResult result) {
        return TABLE.write(result.cases().stream()
                .map(item -> new Row(item, result.provenance()))
                .toList());
    }
}
