package entente.report.question;

import entente.analysis.sensitivity.GradeOutcome;
import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.sensitivity.Swing;
import entente.report.form.Block;
import entente.report.form.Block.Items;
import entente.report.form.Block.Only;
import entente.report.form.Block.Prose;
import entente.report.form.Block.Role;
import entente.report.form.Hint;
import entente.report.form.Report;
import entente.report.form.SwingFigure;
import entente.report.wording.GradeRange;
import entente.report.wording.MeasureText;
import entente.report.wording.SensitivitySentences;
import entente.report.wording.TippingPointText;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/** What moves a likelihood: a tornado chart and tipping points. */
public final class SensitivityReport {

    /** Bars drawn at a terminal; narrower ones are counted. */
    private static final int MOST = 15;

    private SensitivityReport() {}

    /** @param all whether narrow bars and readings that change nothing are shown too */
    public static Report of(SensitivityResult result, boolean all) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Prose.lead(SensitivitySentences.top(result)));
        List<Swing> swings = SensitivitySentences.bars(result, all);
        if (!swings.isEmpty()) {
            blocks.add(figure(result, swings, all ? swings.size() : Math.min(MOST, swings.size())));
        }
        TippingPointText tipping = new TippingPointText(result);
        blocks.add(Items.of(tipping.bandHeading(), tipping.bands()));
        blocks.add(Items.of(tipping.relationshipHeading(), tipping.relationships()));
        SensitivitySentences.unchanged(result, all)
                .ifPresent(sentence -> blocks.add(Prose.body(sentence + " Shown with --all.")));
        blocks.add(AssessmentBasis.footer(result.current()));
        SensitivitySentences.exampleCommand(result)
                .ifPresent(command ->
                        blocks.add(Only.terminal(Role.CONTINUED, "Try the widest: " + Hint.command(command))));
        var scenario = result.current().scenario();
        return new Report(scenario.title(), AssessmentReport.dated(scenario), blocks);
    }

    private static SwingFigure figure(SensitivityResult result, List<Swing> swings, int most) {
        return new SwingFigure(
                SensitivitySentences.CHART,
                result.likelihood(),
                swings.stream().map(swing -> bar(result, swing)).toList(),
                SensitivitySentences.description(result, swings),
                most,
                most < swings.size() ? narrower(swings.subList(most, swings.size())) : "");
    }

    /** The widest of the rest is in front. */
    private static String narrower(List<Swing> rest) {
        return "and " + Wording.plural(rest.size(), "reading that moves", "readings that move") + " it by "
                + Wording.tenths(rest.get(0).spreadTenths()) + " percentage points or less: --all.";
    }

    private static SwingFigure.Bar bar(SensitivityResult result, Swing swing) {
        MeasureText measure = new MeasureText(result.current().catalogue().indicator(swing.indicator()));
        return new SwingFigure.Bar(
                measure.indicator().shortLabel(),
                swing.value().isPresent() ? measure.value(swing.value().getAsDouble()) : "unknown",
                end(swing, measure, swing.low()),
                end(swing, measure, swing.high()),
                Wording.tenths(swing.spreadTenths()));
    }

    private static SwingFigure.End end(Swing swing, MeasureText measure, GradeOutcome step) {
        return new SwingFigure.End(
                step.likelihood(),
                measure.where(GradeRange.around(swing, step, GradeOutcome::likelihood), measure::value));
    }
}
