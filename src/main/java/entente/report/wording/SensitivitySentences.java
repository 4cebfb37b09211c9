package entente.report.wording;

import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.sensitivity.Swing;
import entente.analysis.sensitivity.Swing.GradeOutcome;
import entente.model.LikelihoodScale;
import entente.report.wording.MeasureText.GradeRange;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sentences of a sensitivity analysis, for every format. */
public final class SensitivitySentences {

    private SensitivitySentences() {}

    /** Readings that move it as much as the widest one, as far as rounded likelihoods can tell. */
    public static List<String> alike(SensitivityResult result) {
        List<Swing> bars = bars(result, false);
        return bars.stream()
                .skip(1)
                .filter(swing -> !Wording.isClearlyLarger(bars.get(0).spreadTenths(), swing.spreadTenths()))
                .map(swing -> quoted(result, swing))
                .toList();
    }

    public static String quoted(SensitivityResult result, Swing swing) {
        return "“" + result.current().indicator(swing.indicator()).shortLabel() + "”";
    }

    /** The readings that get a bar: those that move the likelihood, or all. */
    public static List<Swing> bars(SensitivityResult result, boolean all) {
        return result.swings().stream()
                .filter(swing -> all || swing.spreadTenths() > 0)
                .toList();
    }

    /** Where another band begins, one sentence a reading, widest swing first: "Exports: unlikely (20–45 %) below 15 %; now 22 %." */
    public static List<String> bands(SensitivityResult result) {
        return tippingPoints(
                result, GradeOutcome::band, step -> VerdictSentences.words(step.likelihood(), LikelihoodScale.ICD203));
    }

    public static List<String> relationships(SensitivityResult result) {
        return tippingPoints(
                result,
                GradeOutcome::relationship,
                step -> step.relationship().map(Wording::word).orElse("open"));
    }

    private static List<String> tippingPoints(
            SensitivityResult result, Function<GradeOutcome, ?> respect, Function<GradeOutcome, String> name) {
        return result.swings().stream()
                .filter(swing -> GradeRange.of(swing, respect).size() > 1)
                .map(swing -> {
                    MeasureText measure = new MeasureText(result.current().indicator(swing.indicator()));
                    String points = GradeRange.of(swing, respect).stream()
                            .filter(range -> !range.holds(swing.grade()))
                            .map(range -> name.apply(range.outcomes().get(0)) + " "
                                    + measure.where(range, measure::explained))
                            .collect(Collectors.joining("; "));
                    String now = MeasureText.figure(result.current().reading(swing.indicator()), measure::explained)
                            .map("now "::concat)
                            .orElse("not rated");
                    return measure.indicator().shortLabel() + ": " + points + "; " + now + ".";
                })
                .toList();
    }
}
