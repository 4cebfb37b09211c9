package entente.briefing;

import entente.domain.SensitivityResult;
import entente.domain.Step;
import entente.domain.Swing;
import java.util.List;

/** What moves the answer, as Markdown: a table with bars, and where each reading turns the answer. */
public final class SensitivityMarkdown {

    private static final int BAR = 30;

    private final boolean all;

    /** @param all whether readings that change nothing are shown too */
    public SensitivityMarkdown(boolean all) {
        this.all = all;
    }

    public String write(SensitivityResult result) {
        StringBuilder md = new StringBuilder();
        var scenario = result.now().scenario();
        md.append("# ").append(Markdown.text(scenario.title()));
        md.append("\n\n`").append(scenario.id()).append('`');
        scenario.asOf().ifPresent(date -> md.append(", as of ").append(date));
        md.append("\n\n**")
                .append(Markdown.text(String.join(" ", SensitivitySentences.top(result))))
                .append("**\n");
        List<Swing> bars = SensitivitySentences.bars(result, all);
        if (!bars.isEmpty()) {
            tornado(md, result, bars);
        }
        TippingText tipping = new TippingText(result);
        list(md, TippingText.BANDS, tipping.bands());
        list(md, TippingText.RELATIONSHIPS, tipping.relationships());
        SensitivitySentences.still(result, all)
                .ifPresent(sentence -> md.append('\n').append(sentence).append('\n'));
        md.append("\n---\n\n")
                .append(Markdown.text(Sentences.caveat(result.now())))
                .append("\n\n");
        md.append(Markdown.text(Sentences.provenance(result.now()))).append('\n');
        return md.toString().replace(Words.GLUE, ' ');
    }

    private static void tornado(StringBuilder md, SensitivityResult result, List<Swing> swings) {
        Axis axis = Axis.over(swings, result.likelihood());
        // Dots stand for what is empty: a browser takes blanks together.
        Bar bars = new Bar(axis, result.likelihood(), BAR, '·');
        Markdown.heading(md, SensitivitySentences.CHART);
        Markdown.row(md, "", "reads", "lowest", axis.from() + "–" + axis.to() + Words.GLUE + "%", "highest");
        md.append("|---|---:|---:|:---:|---:|\n");
        for (Swing swing : swings) {
            Measure measure = new Measure(result.now().catalogue().indicator(swing.indicator()));
            Markdown.row(
                    md,
                    Markdown.cell(Words.label(measure.indicator())),
                    swing.now().isPresent() ? measure.value(swing.now().getAsDouble()) : "unknown",
                    end(swing, measure, swing.low()),
                    "`" + bars.of(swing) + "`",
                    end(swing, measure, swing.high()));
        }
        md.append("\n`│` and `┼` mark the likelihood now, ")
                .append(Words.percent(result.likelihood().value()))
                .append(". A bar runs from the lowest to the highest that the reading alone gives.\n");
    }

    private static String end(Swing swing, Measure measure, Step step) {
        Stretch stretch = Stretch.around(swing, step, Step::likelihood);
        return Words.percent(step.likelihood().value()) + ", " + measure.where(stretch);
    }

    private static void list(StringBuilder md, String heading, List<String> sentences) {
        if (!sentences.isEmpty()) {
            Markdown.heading(md, heading);
            sentences.forEach(sentence -> Markdown.item(md, 0, sentence));
        }
    }
}
