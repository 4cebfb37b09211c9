package entente.briefing;

import entente.domain.BacktestCase;
import entente.domain.BacktestResult;
import entente.domain.BrierScores;
import entente.domain.CalibrationRow;
import entente.domain.Relationship;
import entente.domain.ScaleOfWords;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A backtest as text. */
public final class BacktestText {

    private static final int LONGEST_ID = 25;
    private static final String ROW = "%-25s %8s %10s  %-19s%s";
    private static final String SCORE = "  %-52s %10s  %12s";
    private static final int LABEL = 24;
    /** Columns of states that keep their whole names. */
    private static final int WIDE = 4;

    private final Style style;
    private final boolean all;

    /** @param all whether scenarios that were left aside are named */
    public BacktestText(Style style, boolean all) {
        this.style = style;
        this.all = all;
    }

    public String write(BacktestResult result) {
        Page page = new Page(style);
        page.line(style.strong(BacktestSentences.heading(result)));
        page.paragraph(0, BacktestSentences.EVENT);
        page.gap();
        page.line(style.strong(
                String.format(Locale.ROOT, ROW, "Case", "alliance", "likelihood", "over what is open", "event")));
        result.cases().forEach(one -> row(page, one));
        page.gap();
        BacktestSentences.hits(result).forEach(sentence -> page.paragraph(0, sentence));
        hits(page, HitTable.of(result));
        scores(page, result.scores());
        if (!result.calibration().isEmpty()) {
            calibration(page, result.calibration());
        }
        page.gap();
        BacktestSentences.cautions(result).forEach(sentence -> page.hanging(0, 2, sentence));
        if (!result.leftAside().isEmpty()) {
            page.hanging(0, 2, BacktestSentences.leftAside(result, all));
        }
        page.gap()
                .paragraph(
                        0,
                        "Found the same way again: rules " + result.provenance().rulesVersion() + " ("
                                + Words.brief(result.provenance().rulesSha256()) + "), Entente" + Words.GLUE
                                + result.provenance().engine() + ".");
        return page.toString();
    }

    private void row(Page page, BacktestCase one) {
        String id = one.scenario().id();
        boolean fits = id.length() <= LONGEST_ID;
        if (!fits) {
            page.line(id);
        }
        boolean open = one.verdict().interval().widthTenths() > 0;
        page.line(String.format(
                Locale.ROOT,
                ROW,
                fits ? id : "",
                BacktestSentences.yes(one.observed().allianceInForce()),
                Words.percent(one.verdict().likelihood().value()),
                open ? Sentences.span(one.verdict().interval()) : "·",
                BacktestSentences.event(one)));
        Page.wrapped(BacktestSentences.state(one), Page.WIDTH - 4)
                .forEach(line -> page.line("    " + style.faint(line)));
    }

    private void hits(Page page, HitTable table) {
        boolean wide = table.expected().size() <= WIDE;
        int width = wide ? 12 : 7;
        page.gap();
        page.line(style.strong("Observed") + style.faint(", down; expected, across"));
        List<String[]> names = table.expected().stream()
                .map(HitTable::name)
                .map(name -> name.split(" ", 2))
                .toList();
        for (int line = 0; line < 2; line++) {
            int at = line;
            StringBuilder head = new StringBuilder(" ".repeat(LABEL));
            names.forEach(name -> {
                String word = at + name.length - 2 < 0 ? "" : name[at + name.length - 2];
                String shown = wide || word.length() < width ? word : word.substring(0, width - 2) + ".";
                head.append(right(shown, width));
            });
            page.line(style.faint(head.toString()));
        }
        for (Relationship row : table.observed()) {
            StringBuilder cells = new StringBuilder(String.format(Locale.ROOT, "  %-22s", Words.relationship(row)));
            for (Optional<Relationship> column : table.expected()) {
                cells.append(right(table.cell(row, column), width));
            }
            page.line(cells.toString());
        }
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(1, width - Page.width(text))) + text;
    }

    private void scores(Page page, BrierScores scores) {
        page.gap();
        page.line(style.strong(String.format(Locale.ROOT, SCORE, "", "score", "verdicts gain")
                .replaceFirst(" {38}", "Brier score, 0 at best and 1 at worst ")));
        page.line(String.format(Locale.ROOT, SCORE, "Verdicts", BacktestSentences.score(scores.verdicts()), ""));
        page.line(String.format(
                Locale.ROOT,
                SCORE,
                "Base rate of each horizon",
                BacktestSentences.score(scores.baseRate()),
                BacktestSentences.gain(scores.baseRate(), scores.verdicts())));
        page.line(String.format(
                Locale.ROOT,
                SCORE,
                "The share of yes in these cases, " + BacktestSentences.share(scores),
                BacktestSentences.score(scores.climatology()),
                BacktestSentences.gain(scores.climatology(), scores.verdicts())));
        if (scores.best() < scores.worst()) {
            page.line(String.format(
                    Locale.ROOT, SCORE, BacktestSentences.KIND, BacktestSentences.score(scores.best()), ""));
            page.line(String.format(
                    Locale.ROOT, SCORE, BacktestSentences.UNKIND, BacktestSentences.score(scores.worst()), ""));
        }
    }

    private void calibration(Page page, List<CalibrationRow> rows) {
        String row = "  %-28s %8s %16s %20s";
        page.gap();
        page.line(style.strong(String.format(Locale.ROOT, row, "", "cases", "mean likelihood", "alliance in force")
                .replaceFirst(" {11}", "Calibration")));
        rows.forEach(band -> page.line(String.format(
                Locale.ROOT,
                row,
                band.band().term() + " (" + Sentences.range(ScaleOfWords.of(band.band()), ScaleOfWords.ICD203) + ")",
                band.cases(),
                Words.percent(band.meanPercent()),
                Words.percent(band.observedPercent()) + " (" + band.events() + ")")));
    }
}
