package entente.report.csv;

import entente.analysis.ensemble.run.EnsembleQuestion;
import entente.analysis.ensemble.run.EnsembleResult;
import entente.analysis.ensemble.run.OutcomeCount;
import entente.model.Points;
import java.util.List;

/** An ensemble as CSV: one row per combination of points and relationship that occurs. */
public final class EnsembleCsv {

    public record Row(EnsembleResult result, OutcomeCount outcome) {

        private EnsembleQuestion question() {
            return result.ensemble().question();
        }
    }

    public static final CsvTable<Row> TABLE = CsvTable.<Row>of(
                    "ensemble", "One row per combination of points and relationship that occurs, by points.")
            .text("id", "Scenario.", row -> row.question().scenario().id())
            .number(
                    "points",
                    "Points after ceilings.",
                    row -> new Points(row.outcome().points()))
            .number(
                    "percent",
                    "Likelihood, percent, 1–99.",
                    row -> row.outcome().likelihood())
            .text("band", "Its band.", row -> row.outcome().likelihood().band())
            .text(
                    "relationship",
                    "Relationship by points.",
                    row -> row.outcome().relationship())
            .number("variants", "Number of variants.", row ->
                    (double) row.outcome().variants())
            .number(
                    "probability",
                    "Their share, 0 to 1; of a grid, the sum of their probabilities.",
                    row -> row.result().probability(row.outcome()))
            .text("design", "Design of the ensemble.", row -> row.question().design())
            .number("size", "Number of variants of the ensemble.", row ->
                    (double) row.result().size())
            .number(
                    "seed",
                    "Seed of the random numbers; empty for a full grid.",
                    row -> row.question().usedSeed())
            .including(SharedColumns.DIGEST, row -> row.question().scenario())
            .including(SharedColumns.VERSIONS, row -> row.result().ensemble().provenance());

    private EnsembleCsv() {}

    public static String write(EnsembleResult result) {
        List<Row> rows = result.outcomes().stream()
                .map(outcome -> new Row(result, outcome))
                .toList();
        return TABLE.write(rows);
    }
}
