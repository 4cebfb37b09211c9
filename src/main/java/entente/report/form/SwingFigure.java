package entente.report.form;

import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.sensitivity.Swing;
import entente.analysis.sensitivity.Swing.GradeOutcome;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.report.wording.Figures;
import entente.report.wording.MeasureText;
import entente.report.wording.MeasureText.GradeRange;
import entente.report.wording.SensitivitySentences;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.util.List;

/**
 * A tornado chart: how far each reading alone moves the likelihood, widest first.
 *
 * @param now the present likelihood
 * @param text the same as the verdict states it
 * @param description the chart in words
 */
public record SwingFigure(String heading, Percent now, String text, List<Bar> bars, String description)
        implements Block {
    /** @param all whether readings that move nothing have a bar too */
    public static SwingFigure of(SensitivityResult result, boolean all) {
        List<Swing> swings = SensitivitySentences.bars(result, all);
        VerdictSentences verdict = new VerdictSentences(result.current(), LikelihoodScale.ICD203);
        String now = verdict.point();
        String description = Wording.capitalized(Wording.plural(swings.size(), "bar"))
                + ", the widest first: from the lowest to the"
                + " highest likelihood that each reading alone gives. The likelihood now is "
                + now + ". The table below gives the figures.";
        List<Bar> bars = swings.stream()
                .map(swing -> {
                    MeasureText measure =
                            new MeasureText(result.current().catalogue().indicator(swing.indicator()));
                    return new Bar(
                            measure.indicator().shortLabel(),
                            MeasureText.figure(result.current().reading(swing.indicator()), measure::value)
                                    .orElse("unknown"),
                            end(swing, measure, swing.low()),
                            end(swing, measure, swing.high()),
                            Wording.tenths(swing.spreadTenths()),
                            ends(swing, verdict.figures()));
                })
                .toList();
        return new SwingFigure(
                "Each reading alone, all others as they are", result.likelihood(), now, bars, description);
    }

    private static Figures.Pair ends(Swing swing, Figures figures) {
        Percent low = swing.low().likelihood();
        Percent high = swing.high().likelihood();
        boolean apart = figures.apart(low, high);
        return new Figures.Pair(figures.onScale(low, apart), figures.onScale(high, apart));
    }

    private static End end(Swing swing, MeasureText measure, GradeOutcome step) {
        return new End(
                step.likelihood(),
                measure.where(GradeRange.around(swing, step, GradeOutcome::likelihood), measure::value));
    }

    /**
     * The range of one reading.
     *
     * @param label the short label of its indicator
     * @param figures the two ends; with decimals where whole numbers would be the same
     */
    public record Bar(String label, String reading, End low, End high, String spread, Figures.Pair figures) {}

    /** One end of a range: the likelihood, and the values of the reading that give it. */
    public record End(Percent likelihood, String where) {}
}
