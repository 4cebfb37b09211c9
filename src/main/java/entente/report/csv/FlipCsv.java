package entente.report.csv;

import entente.analysis.flip.FlipResult;
import entente.analysis.flip.FlipResult.Flip;
import entente.model.assessment.ReadingMove;
import java.util.ArrayList;
import java.util.List;

/** Flips as CSV, one row per changed reading. */
public final class FlipCsv {

    public record Row(FlipResult result, int set, int variant, Flip flip, ReadingMove move) {}

    public static final CsvTable<Row> TABLE = CsvTable.<Row>of(
                    "flip", "One row per set and changed reading; all changes of a set and variant are needed.")
            .including(SharedColumns.KEY, row -> row.result().assessment())
            .text(
                    "target",
                    "The band to reach, UP or DOWN.",
                    row -> row.result().target().name())
            .integer("set", "Number of the set, least effort first.", Row::set)
            .integer(
                    "variant",
                    "1 for the least effort with these readings; from 2 for larger changes of the same.",
                    Row::variant)
            .including(
                    SharedColumns.INDICATOR,
                    row -> row.result().catalogue().indicator(row.move().indicator()))
            .number(
                    "from_value",
                    "The reading; empty if not rated.",
                    row -> row.move().from())
            .text("from_grade", "Its grade.", row -> row.move().fromGrade())
            .number(
                    "to_value",
                    "The value of the range nearest to the reading.",
                    row -> row.move().to())
            .text("to_grade", "The grade of that value.", row -> row.move().toGrade())
            .integer(
                    "steps",
                    "Grades from the reading to that value; 1 if it is not rated.",
                    row -> row.move().steps())
            .number(
                    "at_least",
                    "The first value of the range; empty where it begins at the low end of the indicator.",
                    row -> row.move().atLeast())
            .number(
                    "below",
                    "The first value above the range; empty where it reaches the high end of the indicator.",
                    row -> row.move().below())
            .number(
                    "percent_before",
                    "Likelihood of an alliance, percent.",
                    row -> row.result().current())
            .number(
                    "percent_after",
                    "Likelihood with the nearest values of all changes of the set, percent.",
                    row -> row.flip().likelihood())
            .number(
                    "lowest_percent_after",
                    "Lowest likelihood with values in the ranges of the set, percent.",
                    row -> row.flip().lowest())
            .number(
                    "highest_percent_after",
                    "Highest likelihood with values in the ranges of the set, percent.",
                    row -> row.flip().highest())
            .text(
                    "band_after",
                    "Band with any values in the ranges of the set.",
                    row -> row.flip().band());

    private FlipCsv() {}

    public static String write(FlipResult result) {
        List<Row> rows = new ArrayList<>();
        for (int set = 0; set < result.flips().size(); set++) {
            Flip nearest = result.flips().get(set);
            addRows(rows, result, set + 1, 1, nearest);
            for (int other = 0; other < nearest.alternatives().size(); other++) {
                addRows(rows, result, set + 1, other + 2, nearest.alternatives().get(other));
            }
        }
        return TABLE.write(rows);
    }

    private static void addRows(List<Row> rows, FlipResult result, int set, int variant, Flip flip) {
        flip.moves().forEach(move -> rows.add(new Row(result, set, variant, flip, move)));
    }
}
