package entente.report.csv;

import entente.analysis.comparison.RuleBookContrast;
import entente.analysis.comparison.RuleBookContrast.Sides;
import entente.model.assessment.Assessment;
import entente.model.assessment.LedgerRow;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Scenarios under two rule books as CSV, one row per rule that fired. */
public final class RuleBookContrastCsv {

    public record Row(RuleBookContrast contrast, Sides<LedgerRow> rule) {

        private Optional<String> group() {
            return Stream.of(rule.first(), rule.second())
                    .flatMap(Optional::stream)
                    .map(row -> row.rule().group())
                    .findFirst();
        }
    }

    public static final CsvTable<Row> TABLE = CsvTable.<Row>of(
                    "compare --rules A,B",
                    "One row per scenario and rule that fired under at least one of two rule books.")
            .including(SharedColumns.KEY, row -> row.contrast().first())
            .text("rule", "Rule.", row -> row.rule().id())
            .text("group", "Barrier, driver or state of the rule, or interplay.", Row::group)
            .including(
                    side("first"),
                    row -> new Side(row.contrast().first(), row.rule().first()))
            .including(
                    side("second"),
                    row -> new Side(row.contrast().second(), row.rule().second()));

    private record Side(Assessment assessment, Optional<LedgerRow> rule) {}

    private RuleBookContrastCsv() {}

    public static String write(List<RuleBookContrast> contrasts) {
        return TABLE.write(contrasts.stream()
                .flatMap(contrast -> contrast.fired().stream().map(rule -> new Row(contrast, rule)))
                .toList());
    }

    private static CsvTable<Side> side(String book) {
        return CsvTable.<Side>part()
                .text(
                        book + "_rules_version",
                        "Version of the " + book + " rule book.",
                        side -> side.assessment().provenance().rulesVersion())
                .number(
                        book + "_percent",
                        "Likelihood under the " + book + " book, percent.",
                        side -> side.assessment().verdict().likelihood())
                .number(
                        book + "_alliance_points",
                        "Points for the alliance under the " + book + " book; empty unless it fired.",
                        points(LedgerRow::alliancePoints))
                .number(
                        book + "_partnership_points",
                        "Points for the partnership under the " + book + " book; empty unless it fired.",
                        points(LedgerRow::partnershipPoints));
    }

    private static Function<Side, Object> points(Function<LedgerRow, Object> points) {
        return side -> side.rule().map(points);
    }
}
