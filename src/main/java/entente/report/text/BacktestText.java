package entente.report.text;

import entente.analysis.backtest.BacktestCase;
import entente.analysis.backtest.BacktestResult;
import entente.analysis.backtest.BrierScores;
import entente.analysis.backtest.CalibrationRow;
import entente.model.LikelihoodScale;
import entente.model.Relationship;
import entente.report.form.TextPage;
import entente.report.form.TextStyle;
import entente.report.wording.AssessmentSentences;
import entente.report.wording.BacktestSentences;
import entente.report.wording.Wording;
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

    private final TextStyle style;
    private final boolean all;

    /** @param all whether skipped scenarios are named */
    public BacktestText(TextStyle style, boolean all) {
        this.style = style;
        this.all = all;
    }

    public String write(BacktestResult result) {
        TextPage page = new TextPage(style);
        page.line(style.strong(BacktestSentences.heading(result)));
        page.paragraph(0, BacktestSentences.EVENT);
        page.blankLine();
        page.line(style.strong(String.format(Locale.ROOT, ROW, "Case", "alliance", "likelihood", "interval", "event")));
        result.cases().forEach(one -> row(page, one));
        page.blankLine();
        BacktestSentences.hits(result).forEach(sentence -> page.paragraph(0, sentence));
        hits(page, HitTable.of(result));
        scores(page, result.scores());
        if (!result.calibration().isEmpty()) {
            calibration(page, result.calibration());
        }
        page.blankLine();
        BacktestSentences.cautions(result).forEach(sentence -> page.hanging(0, 2, sentence));
        if (!result.skipped().isEmpty()) {
            page.hanging(0, 2, BacktestSentences.skipped(result, all));
        }
        page.blankLine()
                .paragraph(
                        0,
                        "Reproducible with: rules " + result.provenance().rulesVersion() + " ("
                                + Wording.shortDigest(result.provenance().rulesSha256()) + "), Entente" + Wording.GLUE
                                + result.provenance().engine() + ".");
        return page.toString();
    }

    private void row(TextPage page, BacktestCase one) {
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
                Wording.percent(one.verdict().likelihood().value()),
                open ? AssessmentSentences.span(one.verdict().interval()) : "·",
                BacktestSentences.event(one)));
        TextPage.wrapped(BacktestSentences.state(one), TextPage.WIDTH - 4)
                .forEach(line -> page.line("    " + style.faint(line)));
    }

    private void hits(TextPage page, HitTable table) {
        boolean wide = table.expected().size() <= WIDE;
        int width = wide ? 12 : 7;
        page.blankLine();
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
            StringBuilder cells = new StringBuilder(String.format(Locale.ROOT, "  %-22s", Wording.relationship(row)));
            for (Optional<Relationship> column : table.expected()) {
                cells.append(right(table.cell(row, column), width));
            }
            page.line(cells.toString());
        }
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(1, width - TextPage.width(text))) + text;
    }

    private void scores(TextPage page, BrierScores scores) {
        page.blankLine();
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
                    Locale.ROOT, SCORE, BacktestSentences.BEST_CASE, BacktestSentences.score(scores.best()), ""));
            page.line(String.format(
                    Locale.ROOT, SCORE, BacktestSentences.WORST_CASE, BacktestSentences.score(scores.worst()), ""));
        }
    }

    private void calibration(TextPage page, List<CalibrationRow> rows) {
        String row = "  %-28s %8s %16s %20s";
        page.blankLine();
        page.line(style.strong(String.format(Locale.ROOT, row, "", "cases", "mean likelihood", "alliance in force")
                .replaceFirst(" {11}", "Calibration")));
        rows.forEach(band -> page.line(String.format(
                Locale.ROOT,
                row,
                band.band().term() + " ("
                        + AssessmentSentences.range(LikelihoodScale.of(band.band()), LikelihoodScale.ICD203) + ")",
                band.cases(),
                Wording.percent(band.meanPercent()),
                Wording.percent(band.observedPercent()) + " (" + band.events() + ")")));
    }
}
