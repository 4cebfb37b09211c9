package entente.report.question;

import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.sensitivity.Swing;
import entente.analysis.sensitivity.Swing.GradeOutcome;
import entente.report.form.SwingFigure;
import entente.report.form.SwingFigure.Bar;
import entente.report.form.SwingFigure.End;
import entente.report.wording.MeasureText;
import entente.report.wording.MeasureText.GradeRange;
import entente.report.wording.SensitivitySentences;
import entente.report.wording.Wording;
import java.util.List;

/** The figures of answers. */
public final class Drawings {

    private Drawings() {}

    /** The tornado chart. */
    public static SwingFigure swings(SensitivityResult result, boolean all) {
        List<Swing> swings = SensitivitySentences.bars(result, all);
        String description = Wording.capitalized(Wording.plural(swings.size(), "bar"))
                + ", the widest first: from the lowest to the"
                + " highest likelihood that each reading alone gives. The likelihood now is "
                + Wording.percent(result.likelihood()) + ". The table below gives the figures.";
        List<Bar> bars = swings.stream()
                .map(swing -> {
                    MeasureText measure =
                            new MeasureText(result.current().catalogue().indicator(swing.indicator()));
                    return new Bar(
                            measure.indicator().shortLabel(),
                            swing.value().isPresent()
                                    ? measure.value(swing.value().getAsDouble())
                                    : "unknown",
                            end(swing, measure, swing.low()),
                            end(swing, measure, swing.high()),
                            Wording.tenths(swing.spreadTenths()));
                })
                .toList();
        return new SwingFigure("Each reading alone, all others as they are", result.likelihood(), bars, description);
    }

    private static End end(Swing swing, MeasureText measure, GradeOutcome step) {
        return new End(
                step.likelihood(),
                measure.where(GradeRange.around(swing, step, GradeOutcome::likelihood), measure::value));
    }
}
