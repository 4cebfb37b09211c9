package entente.report.csv;

import entente.analysis.comparison.Share;
import entente.analysis.series.TimeSeries;
import entente.analysis.series.TimeSeries.Step;
import entente.model.Scenario;
import entente.model.assessment.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Assessments over time as CSV, one row per step and one per alternative. */
public final class SeriesCsv {

    private static final int PARTS = 3;

    public record Row(Step step, boolean alternative) {

        private Optional<Share> part(int index) {
            return step.shares().stream().skip(index).findFirst();
        }

        private Optional<Double> others() {
            return step.change()
                    .map(change -> step.shares().stream()
                                    .skip(PARTS)
                                    .mapToInt(Share::rounded)
                                    .sum()
                            / 10.0);
        }

        private Scenario scenario() {
            return step.assessment().scenario();
        }
    }

    public static final CsvTable<Row> TABLE = table();

    private SeriesCsv() {}

    public static String write(TimeSeries series) {
        return TABLE.write(Stream.concat(
                        series.steps().stream().map(step -> new Row(step, false)),
                        series.alternatives().stream().map(step -> new Row(step, true)))
                .toList());
    }

    private static CsvTable<Row> table() {
        CsvTable<Verdict> verdict = SharedColumns.LIKELIHOOD
                .text("band", "Band of the likelihood.", v -> v.likelihood().band())
                .including(SharedColumns.INTERVAL, Verdict::interval)
                .including(SharedColumns.RELATIONSHIP, v -> v);
        CsvTable<Row> table = CsvTable.<Row>of(
                        "assess --series", "One row per step by date, then one per alternative, most likely first.")
                .including(SharedColumns.SCENARIO, row -> row.step().assessment())
                .truth("alternative", "Whether it is an alternative to the last step.", Row::alternative)
                .including(verdict, row -> row.step().assessment().verdict())
                .including(SharedColumns.OBSERVED, row -> row.scenario().observed())
                .text(
                        "compared_with",
                        "Scenario that it is compared with; empty for the first.",
                        row -> row.step()
                                .change()
                                .map(change -> change.before().scenario().id()))
                .number(
                        "change",
                        "Difference in likelihood from that scenario, percentage points.",
                        row -> row.step()
                                .change()
                                .map(change -> change.attribution().tenths() / 10.0));
        for (int i = 0; i < PARTS; i++) {
            int index = i;
            String name = "part_" + (i + 1);
            table = table.list(
                            name,
                            "Barrier, driver or kind of assumption with share " + (i + 1) + " of the change by size.",
                            row -> row.part(index).map(Share::ids).orElse(List.of()))
                    .number(
                            name + "_change",
                            "Its share, percentage points.",
                            row -> row.part(index).map(share -> share.rounded() / 10.0));
        }
        return table.number("others_change", "The sum of all other shares, percentage points.", Row::others)
                .including(SharedColumns.SOURCE, row -> row.step().assessment());
    }
}
