package entente.report.csv;

import entente.analysis.ensemble.run.EnsembleResult;
import entente.analysis.ensemble.run.OutcomeCount;
import entente.model.Points;
import java.util.List;
import java.util.Optional;

/** An ensemble as CSV: one row per combination of points and relationship that occurs. */
public final class EnsembleCsv {

    public record Row(EnsembleResult result, OutcomeCount outcome) {}

    public static final CsvTable<Row> TABLE = CsvTable.<Row>of(
                    "ensemble", "One row per combination of points and relationship that occurs, by points.")
            .text(
                    "id",
                    "Scenario.",
                    row -> row.result().ensemble().question().scenario().id())
            .number(
                    "points",
                    "Points after ceilings.",
                    row -> new Points(row.outcome().points()))
            .number(
                    "percent",
                    "Likelihood of an alliance, percent, 1–99.",
                    row -> row.outcome().likelihood())
            .text("band", "Its band.", row -> row.outcome().likelihood().band())
            .text(
                    "relationship",
                    "Relationship that follows from the points.",
                    row -> row.outcome().relationship())
            .number("variants", "Number of variants.", row ->
                    (double) row.outcome().variants())
            .number(
                    "probability",
                    "Their share; for a full grid, the sum of their probabilities; 0 to 1.",
                    row -> row.result().probability(row.outcome()))
            .text(
                    "design",
                    "Design by which the variants are chosen.",
                    row -> row.result().ensemble().question().design())
            .number("size", "Number of variants of the ensemble.", row ->
                    (double) row.result().size())
            .number("seed", "Seed of the random numbers; empty for a full grid.", EnsembleCsv::seed)
            .including(
                    SharedColumns.DIGEST,
                    row -> row.result().ensemble().question().scenario())
            .including(SharedColumns.VERSIONS, row -> row.result().ensemble().provenance());

    private EnsembleCsv() {}

    public static String write(EnsembleResult result) {
        List<Row> rows = result.outcomes().stream()
                .map(outcome -> new Row(result, outcome))
                .toList();
        return TABLE.write(rows);
    }

    private static Optional<Double> seed(Row row) {
        return row.result().ensemble().question().design().isGrid()
                ? Optional.empty()
                : Optional.of((double) row.result().ensemble().question().seed());
    }
}
