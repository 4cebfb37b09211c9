package entente.report.csv;

import entente.analysis.sensitivity.GradeOutcome;
import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.sensitivity.Swing;
import entente.model.Percent;
import entente.model.assessment.Assessment;
import java.util.List;

/** The effect of every change of one reading as a table. */
final class ChangeCsv {

    record Row(Assessment current, Swing swing, GradeOutcome outcome) {

        private Percent before() {
            return current.verdict().likelihood();
        }
    }

    static final CsvTable<Row> TABLE = CsvTable.<Row>of(
                    "assess --table changes",
                    "One row per scenario, indicator and grade: the verdict if this reading alone had the grade.")
            .including(SharedColumns.KEY, Row::current)
            .including(
                    SharedColumns.INDICATOR,
                    row -> row.current().catalogue().indicator(row.swing().indicator()))
            .number(
                    "from_value",
                    "The reading; empty if not rated.",
                    row -> row.swing().value())
            .text("from_grade", "Its grade.", row -> row.swing().grade())
            .number(
                    "to_value",
                    "The nearest value with the other grade.",
                    row -> row.outcome().value())
            .text(
                    "to_grade",
                    "The other grade; once the grade of the reading itself.",
                    row -> row.outcome().grade())
            .number("percent_before", "Likelihood of an alliance, percent.", Row::before)
            .number(
                    "percent_after",
                    "Likelihood after the change, percent.",
                    row -> row.outcome().likelihood())
            .number(
                    "percentage_points",
                    "Change of the likelihood, percentage points.",
                    row -> SharedColumns.tenths(
                            row.outcome().likelihood().tenths() - row.before().tenths()))
            .text("band_before", "Band of the likelihood.", row -> row.before().band())
            .text("band_after", "Band after the change.", row -> row.outcome().band())
            .column(
                    "band_changes",
                    ColumnType.BOOLEAN,
                    "Whether the band is another one.",
                    row -> row.outcome().band() != row.before().band())
            .text(
                    "relationship_after",
                    "Expected relationship after the change; empty if too little is rated.",
                    row -> row.outcome().relationship());

    private ChangeCsv() {}

    static List<Row> rows(SensitivityResult result) {
        return result.swings().stream()
                .flatMap(swing -> swing.outcomes().stream().map(outcome -> new Row(result.current(), swing, outcome)))
                .toList();
    }
}
