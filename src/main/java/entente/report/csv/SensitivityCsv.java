package entente.report.csv;

import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.sensitivity.Swing;
import entente.analysis.sensitivity.Swing.GradeOutcome;
import entente.analysis.sensitivity.Swing.TippingPoint;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Numbers;
import entente.model.assessment.Assessment;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The effect of each single reading as CSV, one row per reading, widest swing first. */
public final class SensitivityCsv {

    public record Row(Swing swing, Assessment current) {

        private Indicator indicator() {
            return current.catalogue().indicator(swing.indicator());
        }

        private List<String> cutPoints(Predicate<TippingPoint> kind) {
            return swing.tippingPoints().stream()
                    .filter(kind)
                    .map(point -> Numbers.plain(point.cutPoint()))
                    .toList();
        }
    }

    public static final CsvTable<Row> TABLE = table();

    private SensitivityCsv() {}

    /** @param all whether readings without an effect get a row too */
    public static String write(SensitivityResult result, boolean all) {
        List<Swing> shown = all ? result.swings() : result.effectiveSwings();
        return TABLE.write(
                shown.stream().map(swing -> new Row(swing, result.current())).toList());
    }

    private static CsvTable<Row> table() {
        CsvTable<Row> table = CsvTable.<Row>of("sensitivity", "One row per reading, widest swing first.")
                .text("id", "Scenario.", row -> row.current().scenario().id())
                .including(SharedColumns.SUPPOSITION, Row::current)
                .text(
                        "indicator",
                        "Indicator of the reading.",
                        row -> row.swing().indicator())
                .text("label", "Label of the indicator.", row -> row.indicator().label())
                .text("unit", "Unit of the indicator.", row -> row.indicator().unit())
                .number(
                        "value",
                        "The reading; empty if not rated.",
                        row -> row.swing().value())
                .text("grade", "Grade of the reading.", row -> row.swing().grade())
                .including(SharedColumns.LIKELIHOOD, row -> row.current().verdict())
                .number(
                        "swing",
                        "From the lowest likelihood to the highest, percentage points.",
                        row -> row.swing().spreadTenths() / 10.0)
                .including(end("low", "Lowest"), row -> row.swing().low())
                .including(end("high", "Highest"), row -> row.swing().high())
                .list(
                        "band_changes_at",
                        "Cut points at which the band changes.",
                        row -> row.cutPoints(TippingPoint::changesBand))
                .list(
                        "relationship_changes_at",
                        "Cut points at which the relationship changes.",
                        row -> row.cutPoints(TippingPoint::changesRelationship));
        for (int i = 0; i < Grade.values().length - 1; i++) {
            int step = i;
            String grade = Grade.values()[i + 1].name().toLowerCase(Locale.ROOT);
            table = table.number(
                    "percent_if_" + grade,
                    "Likelihood if the reading had this grade.",
                    row -> row.swing().outcomes().get(step).likelihood());
        }
        return table.including(SharedColumns.SOURCE, Row::current);
    }

    private static CsvTable<GradeOutcome> end(String name, String which) {
        return CsvTable.<GradeOutcome>part()
                .number(
                        name + "_percent",
                        which + " likelihood that the reading alone can give, percent.",
                        GradeOutcome::likelihood)
                .text(name + "_grade", "Grade of the reading there.", GradeOutcome::grade)
                .number(name + "_value", "Value of the reading there, in its unit.", GradeOutcome::value);
    }
}
