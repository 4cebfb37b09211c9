package entente.report.text;

import entente.quality.coverage.Coverage;
import entente.quality.coverage.CoverageItem;
import entente.quality.coverage.CoverageItem.Kind;
import entente.report.form.TextPage;
import entente.report.form.TextStyle;
import entente.report.wording.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Coverage of a rule book as text: figures, then what is not covered. */
public final class CoverageText {

    private static final int FIGURE = 8;
    private static final int SHARE = 10;

    private final TextStyle style;

    public CoverageText(TextStyle style) {
        this.style = style;
    }

    public String write(Coverage coverage) {
        TextPage page = new TextPage(style);
        page.paragraph(
                0,
                "Rule book " + coverage.rulesVersion() + " (" + Wording.shortDigest(coverage.rulesSha256()) + "): "
                        + coverage.rules().size() + " rules in "
                        + plural(coverage.situations(), "situation", "situations") + ", from "
                        + plural(coverage.cases(), "case", "cases") + " and "
                        + plural(coverage.scenarios(), "scenario", "scenarios") + ".");
        page.heading("Coverage", "seen      of          ");
        for (Map.Entry<Kind, String> line : LINES.entrySet()) {
            row(page, line.getValue(), coverage.items(line.getKey()));
        }
        row(page, "All of it", coverage.items());
        neverSeen(page, coverage.uncovered());
        return page.toString();
    }

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

    private static void row(TextPage page, String name, List<CoverageItem> items) {
        if (items.isEmpty()) {
            return;
        }
        long seen = items.stream().filter(CoverageItem::isCovered).count();
        String figures = right(Long.toString(seen), FIGURE)
                + right(Integer.toString(items.size()), FIGURE)
                + right(Wording.percent(Coverage.tenths(items) / 10.0), SHARE);
        page.line("  " + name + " ".repeat(TextPage.WIDTH - 2 - TextPage.width(name) - TextPage.width(figures))
                + figures);
    }

    private static String plural(int number, String one, String many) {
        return number == 0 ? "no " + many : Wording.plural(number, one, many);
    }

    private static String right(String figure, int room) {
        return " ".repeat(Math.max(1, room - TextPage.width(figure))) + figure;
    }

    private void neverSeen(TextPage page, List<CoverageItem> items) {
        if (items.isEmpty()) {
            page.blankLine().line("Everything is covered.");
            return;
        }
        page.blankLine().line(style.strong("Not covered"));
        String rule = "";
        for (CoverageItem item : items) {
            if (!item.rule().equals(rule)) {
                rule = item.rule();
                page.line("  " + rule);
            }
            page.hanging(4, 6, sentence(item));
        }
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
