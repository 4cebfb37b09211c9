package entente.report.question;

import entente.quality.coverage.Coverage;
import entente.quality.coverage.CoverageItem;
import entente.quality.coverage.CoverageItem.Kind;
import entente.report.form.Block;
import entente.report.form.Block.Item;
import entente.report.form.Block.Items;
import entente.report.form.Block.Prose;
import entente.report.form.Block.Role;
import entente.report.form.Report;
import entente.report.form.Table;
import entente.report.form.Table.Column;
import entente.report.form.Table.Row;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Coverage of a rule book: figures, then what is not covered. */
public final class CoverageReport {

    private static final Map<Kind, String> LINES = lines();

    private static Map<Kind, String> lines() {
        Map<Kind, String> lines = new LinkedHashMap<>();
        lines.put(Kind.FIRED, "Rules that fire");
        lines.put(Kind.SILENT, "Rules that stay silent on known readings");
        lines.put(Kind.HELD, "Conditions that hold beside all others");
        lines.put(Kind.FAILED, "Conditions that alone keep a rule silent");
        lines.put(Kind.SILENCES, "Claims silenced, by override");
        lines.put(Kind.IN_FORCE, "Ceilings in force");
        lines.put(Kind.TAKES_BACK, "Ceilings that take back their share");
        lines.put(Kind.AT_LIMIT, "Ceilings that stop at their limit");
        return lines;
    }

    private CoverageReport() {}

    public static Report of(Coverage coverage) {
        List<Row> rows = new ArrayList<>();
        LINES.forEach((kind, line) -> row(rows, line, coverage.items(kind)));
        row(rows, "All of it", coverage.items());
        List<Block> blocks = new ArrayList<>();
        blocks.add(Prose.of(
                Role.BODY,
                "Rule book " + coverage.rulesVersion() + " (" + Wording.shortDigest(coverage.rulesSha256()) + "): "
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
                        ? Prose.of(Role.BODY, "Everything is covered.")
                        : new Items("Not covered", uncovered(coverage.uncovered())));
        return new Report("Coverage of the rules", "", blocks);
    }

    private static void row(List<Row> rows, String name, List<CoverageItem> items) {
        if (!items.isEmpty()) {
            long seen = items.stream().filter(CoverageItem::isCovered).count();
            rows.add(Row.of(
                    1,
                    name,
                    Long.toString(seen),
                    Integer.toString(items.size()),
                    Wording.percent(Coverage.tenths(items) / 10.0)));
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
