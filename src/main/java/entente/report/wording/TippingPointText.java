package entente.report.wording;

import entente.analysis.sensitivity.GradeOutcome;
import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.sensitivity.Swing;
import entente.model.Indicator;
import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tipping points: one sentence per reading, widest swing first. */
public final class TippingPointText {

    private static final String BANDS = "Where another band begins";
    private static final String RELATIONSHIPS = "Where another relationship is expected";

    private final Assessment now;
    private final List<Swing> swings;

    public TippingPointText(SensitivityResult result) {
        this.now = result.current();
        this.swings = result.swings();
    }

    /** "Share of China's exports that goes to the US: unlikely (20–45 %) below 15 %; now 22 %." */
    public List<String> bands() {
        return sentences(GradeOutcome::band, step -> band(step));
    }

    public List<String> relationships() {
        return sentences(
                GradeOutcome::relationship,
                step -> step.relationship().map(Wording::word).orElse("open"));
    }

    /** With the band as it is, unless nothing is rated, for then there is no verdict. */
    public String bandHeading() {
        return now.confidence().known() == 0
                ? BANDS
                : BANDS + ", now "
                        + Wording.term(LikelihoodScale.ICD203.term(now.verdict().likelihood()));
    }

    /** With the relationship as it is, where enough is known to name one. */
    public String relationshipHeading() {
        return RELATIONSHIPS
                + now.verdict()
                        .relationship()
                        .map(state -> ", now " + Wording.word(state))
                        .orElse("");
    }

    private static String band(GradeOutcome step) {
        return Wording.term(LikelihoodScale.ICD203.term(step.likelihood()));
    }

    private List<String> sentences(Function<GradeOutcome, ?> respect, Function<GradeOutcome, String> name) {
        return swings.stream()
                .flatMap(swing -> sentence(swing, GradeRange.of(swing, respect), name))
                .toList();
    }

    private Stream<String> sentence(Swing swing, List<GradeRange> ranges, Function<GradeOutcome, String> name) {
        if (ranges.size() == 1) {
            return Stream.empty();
        }
        Indicator indicator = now.catalogue().indicator(swing.indicator());
        MeasureText measure = new MeasureText(indicator);
        String turns = ranges.stream()
                .filter(range -> !range.holds(swing.grade()))
                .map(range -> name.apply(range.first()) + " " + measure.whereExplained(range))
                .collect(Collectors.joining("; "));
        return Stream.of(Wording.label(indicator) + ": " + turns + "; " + reading(swing, measure) + ".");
    }

    static String reading(Swing swing, MeasureText measure) {
        return swing.value().isPresent()
                ? "now " + measure.explained(swing.value().getAsDouble())
                : "not rated";
    }
}
