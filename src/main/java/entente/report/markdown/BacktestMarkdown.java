package entente.report.markdown;

import entente.analysis.backtest.BacktestCase;
import entente.analysis.backtest.BacktestResult;
import entente.analysis.backtest.BrierScores;
import entente.analysis.backtest.CalibrationRow;
import entente.model.LikelihoodScale;
import entente.model.Relationship;
import entente.report.form.MarkdownText;
import entente.report.text.HitTable;
import entente.report.wording.AssessmentSentences;
import entente.report.wording.BacktestSentences;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A backtest as Markdown. */
public final class BacktestMarkdown {

    private BacktestMarkdown() {}

    public static String write(BacktestResult result) {
        StringBuilder md = new StringBuilder("# ").append(BacktestSentences.heading(result));
        md.append("\n\n").append(BacktestSentences.EVENT).append("\n\n");
        md.append("| case | observed | alliance | likelihood | interval | event | expected |\n");
        md.append("|---|---|---|---:|---|---|---|\n");
        result.cases().forEach(one -> row(md, one));
        md.append('\n').append(String.join(" ", BacktestSentences.hits(result))).append('\n');
        MarkdownText.heading(md, "Observed and expected states");
        hits(md, HitTable.of(result));
        MarkdownText.heading(md, "Brier score");
        scores(md, result.scores());
        if (!result.calibration().isEmpty()) {
            MarkdownText.heading(md, "Calibration");
            calibration(md, result.calibration());
        }
        md.append('\n');
        BacktestSentences.cautions(result).forEach(sentence -> MarkdownText.item(md, 0, sentence));
        if (!result.skipped().isEmpty()) {
            MarkdownText.item(md, 0, BacktestSentences.skipped(result, true));
        }
        md.append("\nReproducible with: rules ")
                .append(MarkdownText.text(result.provenance().rulesVersion()))
                .append(" (`")
                .append(result.provenance().rulesSha256())
                .append("`), Entente ")
                .append(result.provenance().engine())
                .append(".\n");
        return md.toString().replace(Wording.GLUE, ' ');
    }

    private static void row(StringBuilder md, BacktestCase one) {
        MarkdownText.row(
                md,
                MarkdownText.cell(one.scenario().title()),
                Wording.relationship(one.observed().relationship()),
                BacktestSentences.yes(one.observed().allianceInForce()),
                Wording.percent(one.verdict().likelihood().value()),
                one.verdict().interval().widthTenths() > 0
                        ? AssessmentSentences.span(one.verdict().interval())
                        : "·",
                BacktestSentences.event(one),
                Wording.relationship(one.verdict()));
    }

    private static void hits(StringBuilder md, HitTable table) {
        List<String> head = new ArrayList<>(List.of("observed"));
        table.expected().forEach(column -> head.add(HitTable.name(column)));
        MarkdownText.row(md, head.toArray(String[]::new));
        md.append("|---").append("|---:".repeat(table.expected().size())).append("|\n");
        for (Relationship row : table.observed()) {
            List<String> cells = new ArrayList<>(List.of(Wording.relationship(row)));
            for (Optional<Relationship> column : table.expected()) {
                cells.add(table.cell(row, column));
            }
            MarkdownText.row(md, cells.toArray(String[]::new));
        }
    }

    private static void scores(StringBuilder md, BrierScores scores) {
        md.append("| 0 at best, 1 at worst | score | verdicts gain |\n|---|---:|---:|\n");
        MarkdownText.row(md, "Verdicts", BacktestSentences.score(scores.verdicts()), "");
        MarkdownText.row(
                md,
                "Base rate of each horizon",
                BacktestSentences.score(scores.baseRate()),
                BacktestSentences.gain(scores.baseRate(), scores.verdicts()));
        MarkdownText.row(
                md,
                "The share of yes in these cases, " + BacktestSentences.share(scores),
                BacktestSentences.score(scores.climatology()),
                BacktestSentences.gain(scores.climatology(), scores.verdicts()));
        if (scores.best() < scores.worst()) {
            MarkdownText.row(
                    md, MarkdownText.cell(BacktestSentences.BEST_CASE), BacktestSentences.score(scores.best()), "");
            MarkdownText.row(
                    md, MarkdownText.cell(BacktestSentences.WORST_CASE), BacktestSentences.score(scores.worst()), "");
        }
    }

    private static void calibration(StringBuilder md, List<CalibrationRow> rows) {
        md.append("| band | cases | mean likelihood | alliance in force |\n|---|---:|---:|---:|\n");
        rows.forEach(band -> MarkdownText.row(
                md,
                band.band().term() + " ("
                        + AssessmentSentences.range(LikelihoodScale.of(band.band()), LikelihoodScale.ICD203) + ")",
                Integer.toString(band.cases()),
                Wording.percent(band.meanPercent()),
                Wording.percent(band.observedPercent()) + " (" + band.events() + ")"));
    }
}
