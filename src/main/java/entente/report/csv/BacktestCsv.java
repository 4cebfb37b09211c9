package entente.report.csv;

import entente.analysis.backtest.BacktestResult;
import entente.analysis.backtest.BacktestResult.BacktestCase;
import entente.model.assessment.Provenance;

/** A backtest as CSV, one row per case. */
public final class BacktestCsv {

    public record Row(BacktestCase item, Provenance provenance) {}

    private static final CsvTable<BacktestCase> CASE = CsvTable.<BacktestCase>part()
            .including(SharedColumns.NAMED, BacktestCase::scenario)
            .text(
                    "observed_relationship",
                    "Observed relationship.",
                    one -> one.observed().relationship())
            .truth(
                    "observed_alliance",
                    "Whether an alliance was in force.",
                    one -> one.observed().allianceInForce())
            .including(SharedColumns.LIKELIHOOD, BacktestCase::verdict)
            .including(SharedColumns.INTERVAL, one -> one.verdict().interval())
            .number(
                    "base_rate_percent",
                    "Base rate of the rule book for the horizon, percent.",
                    BacktestCase::baseRatePercent)
            .truth("event_right", "Whether the point estimate predicts the outcome.", BacktestCase::isCorrect)
            .text(
                    "event_settled",
                    "Whether the whole interval predicts the outcome, part of it, or none.",
                    BacktestCase::intervalOutcome)
            .including(SharedColumns.RELATIONSHIP, BacktestCase::verdict)
            .text(
                    "state_hit",
                    "Whether the observed relationship was expected, in range, or missed.",
                    BacktestCase::stateHit)
            .truth("in_sample", "Whether the rules were developed with this case.", BacktestCase::inSample)
            .including(SharedColumns.DIGEST, BacktestCase::scenario);

    public static final CsvTable<Row> TABLE = CsvTable.<Row>of("rules backtest", "One row per past scenario.")
            .including(CASE, Row::item)
            .including(SharedColumns.VERSIONS, Row::provenance);

    private BacktestCsv() {}

    public static String write(BacktestResult result) {
        return TABLE.write(result.cases().stream()
                .map(item -> new Row(item, result.provenance()))
                .toList());
    }
}
