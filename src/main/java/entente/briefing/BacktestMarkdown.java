package entente.briefing;

import entente.domain.BacktestCase;
import entente.domain.BacktestResult;
import entente.domain.BrierScores;
import entente.domain.CalibrationRow;
import entente.domain.Relationship;
import entente.domain.ScaleOfWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A backtest as Markdown. */
public final class BacktestMarkdown {

    private BacktestMarkdown() {}

    public static String write(BacktestResult result) {
        StringBuilder md = new StringBuilder("# ").append(BacktestSentences.heading(result));
        md.append("\n\n").append(BacktestSentences.EVENT).append("\n\n");
        md.append("| case | observed | alliance | likelihood | over what is open | event | expected |\n");
        md.append("|---|---|---|---:|---|---|---|\n");
        result.cases().forEach(one -> row(md, one));
        md.append('\n').append(String.join(" ", BacktestSentences.hits(result))).append('\n');
        Markdown.heading(md, "Observed and expected states");
        hits(md, HitTable.of(result));
        Markdown.heading(md, "Brier score");
        scores(md, result.scores());
        if (!result.calibration().isEmpty()) {
            Markdown.heading(md, "Calibration");
            calibration(md, result.calibration());
        }
        md.append('\n');
        BacktestSentences.cautions(result).forEach(sentence -> Markdown.item(md, 0, sentence));
        if (!result.leftAside().isEmpty()) {
            Markdown.item(md, 0, BacktestSentences.leftAside(result, true));
        }
        md.append("\nFound the same way again: rules ")
                .append(Markdown.text(result.provenance().rulesVersion()))
                .append(" (`")
                .append(result.provenance().rulesSha256())
                .append("`), Entente ")
                .append(result.provenance().engine())
                .append(".\n");
        return md.toString().replace(Words.GLUE, ' ');
    }

    private static void row(StringBuilder md, BacktestCase one) {
        Markdown.row(
                md,
                Markdown.cell(one.scenario().title()),
                Words.relationship(one.observed().relationship()),
                BacktestSentences.yes(one.observed().allianceInForce()),
                Words.percent(one.verdict().likelihood().value()),
                one.verdict().interval().widthTenths() > 0
                        ? Sentences.span(one.verdict().interval())
                        : "·",
                BacktestSentences.event(one),
                Words.relationship(one.verdict()));
    }

    private static void hits(StringBuilder md, HitTable table) {
        List<String> head = new ArrayList<>(List.of("observed"));
        table.expected().forEach(column -> head.add(HitTable.name(column)));
        Markdown.row(md, head.toArray(String[]::new));
        md.append("|---").append("|---:".repeat(table.expected().size())).append("|\n");
        for (Relationship row : table.observed()) {
            List<String> cells = new ArrayList<>(List.of(Words.relationship(row)));
            for (Optional<Relationship> column : table.expected()) {
                cells.add(table.cell(row, column));
            }
            Markdown.row(md, cells.toArray(String[]::new));
        }
    }

    private static void scores(StringBuilder md, BrierScores scores) {
        md.append("| 0 at best, 1 at worst | score | verdicts gain |\n|---|---:|---:|\n");
        Markdown.row(md, "Verdicts", BacktestSentences.score(scores.verdicts()), "");
        Markdown.row(
                md,
                "Base rate of each horizon",
                BacktestSentences.score(scores.baseRate()),
                BacktestSentences.gain(scores.baseRate(), scores.verdicts()));
        Markdown.row(
                md,
                "The share of yes in these cases, " + BacktestSentences.share(scores),
                BacktestSentences.score(scores.climatology()),
                BacktestSentences.gain(scores.climatology(), scores.verdicts()));
        if (scores.best() < scores.worst()) {
            Markdown.row(md, Markdown.cell(BacktestSentences.KIND), BacktestSentences.score(scores.best()), "");
            Markdown.row(md, Markdown.cell(BacktestSentences.UNKIND), BacktestSentences.score(scores.worst()), "");
        }
    }

    private static void calibration(StringBuilder md, List<CalibrationRow> rows) {
        md.append("| band | cases | mean likelihood | alliance in force |\n|---|---:|---:|---:|\n");
        rows.forEach(band -> Markdown.row(
                md,
                band.band().term() + " (" + Sentences.range(ScaleOfWords.of(band.band()), ScaleOfWords.ICD203) + ")",
                Integer.toString(band.cases()),
                Words.percent(band.meanPercent()),
                Words.percent(band.observedPercent()) + " (" + band.events() + ")"));
    }
}
