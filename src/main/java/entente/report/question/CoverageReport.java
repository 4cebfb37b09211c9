package entente.report.question;

import entente.quality.coverage.Coverage;
import entente.quality.coverage.CoverageItem;
import entente.quality.coverage.CoverageItem.Kind;
import entente.report.form.Block;
import entente.report.form.Block.Item;
import entente.report.form.Block.Items;
import entente.report.form.Block.Prose;
import entente.report.form.Report;
import entente.report.form.Table;
import entente.report.form.Table.Column;
import entente.report.form.Table.Row;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/** Coverage of a rule book: figures, then what is not covered. */
public final class CoverageReport {

    private CoverageReport() {}

    public static Report of(Coverage coverage) {
        List<Row> rows = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            row(rows, line(kind), coverage.items(kind));
        }
        row(rows, "All of it", coverage.items());
        List<Block> blocks = new ArrayList<>();
        blocks.add(Prose.body("Rule book " + Wording.version(coverage.rulesVersion(), coverage.rulesSha256()) + ": "
                + coverage.rules().size() + " rules in "
                + plural(coverage.situations(), "situation", "situations") + ", from "
                + plural(coverage.cases(), "case", "cases") + " and "
                + plural(coverage.scenarios(), "scenario", "scenarios") + "."));
        blocks.add(new Table(
                "Covered",
                "",
                List.of(Column.figures("seen", 8), Column.figures("of", 8), Column.figures("share", 10)),
                rows));
        blocks.add(
                coverage.uncovered().isEmpty()
                        ? Prose.body("Everything is covered.")
                        : new Items("Not covered", uncovered(coverage.uncovered())));
        return new Report("Coverage of the rules", "", blocks);
    }

    private static String line(Kind kind) {
        return switch (kind) {
            case FIRED -> "Rules that fire";
            case SILENT -> "Rules that stay silent on known readings";
            case HELD -> "Conditions that hold beside all others";
            case FAILED -> "Conditions that alone keep a rule silent";
            case SILENCES -> "Claims silenced, by override";
            case IN_FORCE -> "Ceilings in force";
            case TAKES_BACK -> "Ceilings that take back their share";
            case AT_LIMIT -> "Ceilings that stop at their limit";
        };
    }

    private static void row(List<Row> rows, String name, List<CoverageItem> items) {
        if (!items.isEmpty()) {
            long seen = items.stream().filter(CoverageItem::isCovered).count();
            String share = Wording.percent(Coverage.tenths(items) / 10.0);
            rows.add(Row.of(1, name, Long.toString(seen), Integer.toString(items.size()), share));
        }
    }

    private static String plural(int number, String one, String many) {
        return number == 0 ? "no " + many : Wording.plural(number, one, many);
    }

    private static List<Item> uncovered(List<CoverageItem> uncovered) {
        List<Item> items = new ArrayList<>();
        String rule = "";
        for (CoverageItem item : uncovered) {
            if (!item.rule().equals(rule)) {
                rule = item.rule();
                items.add(new Item(1, rule));
            }
            items.add(new Item(2, sentence(item)));
        }
        return items;
    }

    private static String sentence(CoverageItem item) {
        return switch (item.kind()) {
            case FIRED -> "It fires.";
            case SILENT -> "It stays silent on known readings.";
            case HELD -> condition(item) + " holds beside all others.";
            case FAILED -> condition(item) + " alone keeps it silent.";
            case SILENCES -> "It silences " + item.claim().orElseThrow() + ".";
            case IN_FORCE -> "It is the ceiling in force.";
            case TAKES_BACK -> "It takes back its share.";
            case AT_LIMIT -> "It stops the likelihood at its limit.";
        };
    }

    private static String condition(CoverageItem item) {
        return item.condition().map(Wording::condition).orElseThrow();
    }
}
