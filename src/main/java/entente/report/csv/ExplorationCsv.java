package entente.report.csv;

import entente.analysis.exploration.ExplorationResult;
import entente.analysis.exploration.ExplorationResult.ReadingEffect;
import entente.analysis.exploration.ExplorationResult.ReadingEffect.GradeEffect;
import entente.model.Band;
import entente.model.Indicator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An exploration as CSV: one row per possible grade of each uncertain reading, those of the strongest reading first. */
public final class ExplorationCsv {

    public record Row(ExplorationResult result, ReadingEffect effect, GradeEffect grade) {

        private Indicator indicator() {
            return result.catalogue().indicator(effect.indicator());
        }
    }

    public static final CsvTable<Row> TABLE = table();

    private ExplorationCsv() {}

    public static String write(ExplorationResult result) {
        List<Row> rows = result.effects().stream()
                .flatMap(effect -> effect.grades().stream().map(grade -> new Row(result, effect, grade)))
                .toList();
        return TABLE.write(rows);
    }

    private static CsvTable<Row> table() {
        CsvTable<Row> table = CsvTable.<Row>of(
                        "explore", "One row per possible grade of each uncertain reading, strongest first.")
                .text(
                        "id",
                        "Scenario.",
                        row -> row.result().question().scenario().id())
                .including(SharedColumns.SUPPOSITION, row -> row.result().assessment())
                .text(
                        "indicator",
                        "Indicator of the reading.",
                        row -> row.effect().indicator())
                .text("label", "Label of the indicator.", row -> row.indicator().label())
                .text(
                        "grade",
                        "A possible grade of the reading.",
                        row -> row.grade().grade())
                .number(
                        "probability",
                        "Probability of the grade, 0 to 1.",
                        row -> row.grade().probability())
                .number(
                        "first_order",
                        "Share of the variance that knowing this reading alone removes, 0 to 1.",
                        row -> row.effect().first())
                .number(
                        "total",
                        "Share of the variance left when all others are known, 0 to 1; empty if estimated by a sample.",
                        row -> row.effect().total())
                .number(
                        "bits",
                        "What this reading tells about the band, bits.",
                        row -> row.effect().bits())
                .number(
                        "mean_percent",
                        "Expected likelihood if the reading has this grade, percent.",
                        row -> row.grade().meanPercent());
        for (Band band : Band.values()) {
            String name = band.name().toLowerCase(Locale.ROOT);
            table = table.number(
                    "probability_" + name,
                    "Probability of the band if the reading has this grade, 0 to 1.",
                    row -> Optional.ofNullable(row.grade().bands().get(band)));
        }
        for (Band band : Band.values()) {
            String name = band.name().toLowerCase(Locale.ROOT);
            table = table.number(
                    "grade_if_" + name,
                    "Probability of this grade if the verdict is in the band, 0 to 1; empty if it is not reached.",
                    row -> Optional.ofNullable(row.grade().posterior().get(band)));
        }
        return table.truth(
                        "exact",
                        "Whether the figures are counted over all cases, not estimated.",
                        row -> row.result().exact())
                .including(SharedColumns.DIGEST, row -> row.result().question().scenario())
                .including(SharedColumns.VERSIONS, row -> row.result().provenance());
    }
}
