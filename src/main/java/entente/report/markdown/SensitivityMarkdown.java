package entente.report.markdown;

import entente.analysis.sensitivity.GradeOutcome;
import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.sensitivity.Swing;
import entente.report.form.MarkdownText;
import entente.report.text.Axis;
import entente.report.text.Bar;
import entente.report.text.TippingPointText;
import entente.report.wording.AssessmentSentences;
import entente.report.wording.GradeRange;
import entente.report.wording.MeasureText;
import entente.report.wording.SensitivitySentences;
import entente.report.wording.Wording;
import java.util.List;

/** A sensitivity analysis as Markdown: a table with bars, and tipping points. */
public final class SensitivityMarkdown {

    private static final int BAR = 30;

    private final boolean all;

    /** @param all whether readings that change nothing are shown too */
    public SensitivityMarkdown(boolean all) {
        this.all = all;
    }

    public String write(SensitivityResult result) {
        StringBuilder md = new StringBuilder();
        var scenario = result.current().scenario();
        md.append("# ").append(MarkdownText.text(scenario.title()));
        md.append("\n\n`").append(scenario.id()).append('`');
        scenario.asOf().ifPresent(date -> md.append(", as of ").append(date));
        md.append("\n\n**")
                .append(MarkdownText.text(String.join(" ", SensitivitySentences.top(result))))
                .append("**\n");
        List<Swing> bars = SensitivitySentences.bars(result, all);
        if (!bars.isEmpty()) {
            tornado(md, result, bars);
        }
        TippingPointText tipping = new TippingPointText(result);
        list(md, TippingPointText.BANDS, tipping.bands());
        list(md, TippingPointText.RELATIONSHIPS, tipping.relationships());
        SensitivitySentences.unchanged(result, all)
                .ifPresent(sentence -> md.append('\n').append(sentence).append('\n'));
        md.append("\n---\n\n")
                .append(MarkdownText.text(AssessmentSentences.caveat(result.current())))
                .append("\n\n");
        md.append(MarkdownText.text(AssessmentSentences.provenance(result.current())))
                .append('\n');
        return md.toString().replace(Wording.GLUE, ' ');
    }

    private static void tornado(StringBuilder md, SensitivityResult result, List<Swing> swings) {
        Axis axis = Axis.over(swings, result.likelihood());
        // Dots instead of blanks, which a browser would collapse.
        Bar bars = new Bar(axis, result.likelihood(), BAR, '·');
        MarkdownText.heading(md, SensitivitySentences.CHART);
        MarkdownText.row(md, "", "reads", "lowest", axis.from() + "–" + axis.to() + Wording.GLUE + "%", "highest");
        md.append("|---|---:|---:|:---:|---:|\n");
        for (Swing swing : swings) {
            MeasureText measure = new MeasureText(result.current().catalogue().indicator(swing.indicator()));
            MarkdownText.row(
                    md,
                    MarkdownText.cell(Wording.label(measure.indicator())),
                    swing.value().isPresent() ? measure.value(swing.value().getAsDouble()) : "unknown",
                    end(swing, measure, swing.low()),
                    "`" + bars.of(swing) + "`",
                    end(swing, measure, swing.high()));
        }
        md.append("\n`│` and `┼` mark the likelihood now, ")
                .append(Wording.percent(result.likelihood().value()))
                .append(". A bar runs from the lowest to the highest that the reading alone gives.\n");
    }

    private static String end(Swing swing, MeasureText measure, GradeOutcome step) {
        GradeRange stretch = GradeRange.around(swing, step, GradeOutcome::likelihood);
        return Wording.percent(step.likelihood().value()) + ", " + measure.where(stretch);
    }

    private static void list(StringBuilder md, String heading, List<String> sentences) {
        if (!sentences.isEmpty()) {
            MarkdownText.heading(md, heading);
            sentences.forEach(sentence -> MarkdownText.item(md, 0, sentence));
        }
    }
}
