package entente.report.question;

import entente.analysis.exploration.ExplorationResult;
import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.sensitivity.Swing;
import entente.analysis.sensitivity.Swing.GradeOutcome;
import entente.model.LikelihoodScale;
import entente.report.form.ProbabilityFigure;
import entente.report.form.SwingFigure;
import entente.report.form.SwingFigure.Bar;
import entente.report.form.SwingFigure.End;
import entente.report.wording.ExplorationSentences;
import entente.report.wording.Figures;
import entente.report.wording.MeasureText;
import entente.report.wording.MeasureText.GradeRange;
import entente.report.wording.SensitivitySentences;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The figures of answers. */
public final class Drawings {

    /** Bars drawn at a terminal; narrower ones are counted. */
    private static final int MOST_BARS = 15;

    private Drawings() {}

    /** The tornado chart; of many readings a terminal shows those that move the likelihood most. */
    public static SwingFigure swings(SensitivityResult result, boolean all) {
        List<Swing> swings = SensitivitySentences.bars(result, all);
        int most = all ? swings.size() : Math.min(MOST_BARS, swings.size());
        String rest = most == swings.size()
                ? ""
                : "and " + Wording.plural(swings.size() - most, "reading that moves", "readings that move") + " it by "
                        + Wording.tenths(swings.get(most).spreadTenths()) + " percentage points or less: --all.";
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
        return new SwingFigure(
                "Each reading alone, all others as they are", result.likelihood(), bars, description, most, rest);
    }

    private static End end(Swing swing, MeasureText measure, GradeOutcome step) {
        return new End(
                step.likelihood(),
                measure.where(GradeRange.around(swing, step, GradeOutcome::likelihood), measure::value));
    }

    /** The probability of each verdict that is reached. */
    public static ProbabilityFigure probabilities(ExplorationResult result) {
        List<ProbabilityFigure.Bar> bars = new ExplorationSentences(result)
                .reached().stream()
                        .map(band -> {
                            double share = Objects.requireNonNull(
                                    result.verdict().bands().get(band));
                            return new ProbabilityFigure.Bar(
                                    band.term(),
                                    VerdictSentences.range(LikelihoodScale.of(band), LikelihoodScale.ICD203)
                                            .replace("less than", "<"),
                                    share,
                                    Figures.probability(share));
                        })
                        .toList();
        String description = bars.stream()
                .map(bar -> bar.outcome() + " " + bar.text())
                .collect(Collectors.joining(", ", "The probability of each verdict: ", "."));
        return new ProbabilityFigure("Probability of each verdict", "Verdict", bars, description);
    }
}
