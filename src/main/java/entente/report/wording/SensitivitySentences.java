package entente.report.wording;

import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.sensitivity.Swing;
import entente.analysis.sensitivity.Swing.GradeOutcome;
import entente.model.Indicator;
import entente.model.LikelihoodScale;
import entente.model.Numbers;
import entente.report.wording.MeasureText.GradeRange;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        return "“" + Wording.label(result.current().catalogue().indicator(swing.indicator())) + "”";
    }

    /** The readings that get a bar: those that move the likelihood, or all. */
    public static List<Swing> bars(SensitivityResult result, boolean all) {
        return result.swings().stream()
                .filter(swing -> all || swing.spreadTenths() > 0)
                .toList();
    }

    /** Arguments of the command that moves the widest reading to its further end. */
    public static Optional<String> exampleCommand(SensitivityResult result) {
        return bars(result, false).stream().findFirst().map(swing -> {
            int now = result.likelihood().tenths();
            GradeOutcome end = Stream.of(swing.low(), swing.high())
                    .reduce((low, high) ->
                            now - low.likelihood().tenths() > high.likelihood().tenths() - now ? low : high)
                    .orElseThrow();
            return "assess FILE --set " + swing.indicator() + "=" + Numbers.plain(end.value());
        });
    }

    /** Tipping points: one sentence per reading, widest swing first. */
    public record TippingPointText(SensitivityResult result) {

        private static final String BANDS = "Where another band begins";
        private static final String RELATIONSHIPS = "Where another relationship is expected";

        /** "Share of exports to the largest market: unlikely (20–45 %) below 15 %; now 22 %." */
        public List<String> bands() {
            return sentences(GradeOutcome::band, step -> Wording.term(LikelihoodScale.ICD203.term(step.likelihood())));
        }

        public List<String> relationships() {
            return sentences(
                    GradeOutcome::relationship,
                    step -> step.relationship().map(Wording::word).orElse("open"));
        }

        /** With the band as it is, unless nothing is rated, for then there is no verdict. */
        public String bandHeading() {
            return result.current().confidence().known() == 0
                    ? BANDS
                    : BANDS + ", now "
                            + Wording.term(LikelihoodScale.ICD203.term(
                                    result.current().verdict().likelihood()));
        }

        /** With the relationship as it is, where enough is known to name one. */
        public String relationshipHeading() {
            return RELATIONSHIPS
                    + result.current()
                            .verdict()
                            .relationship()
                            .map(state -> ", now " + Wording.word(state))
                            .orElse("");
        }

        private List<String> sentences(Function<GradeOutcome, ?> respect, Function<GradeOutcome, String> name) {
            return result.swings().stream()
                    .flatMap(swing -> sentence(swing, GradeRange.of(swing, respect), name))
                    .toList();
        }

        private Stream<String> sentence(Swing swing, List<GradeRange> ranges, Function<GradeOutcome, String> name) {
            if (ranges.size() == 1) {
                return Stream.empty();
            }
            Indicator indicator = result.current().catalogue().indicator(swing.indicator());
            MeasureText measure = new MeasureText(indicator);
            String tippingPoints = ranges.stream()
                    .filter(range -> !range.holds(swing.grade()))
                    .map(range -> name.apply(range.outcomes().get(0)) + " " + measure.where(range, measure::explained))
                    .collect(Collectors.joining("; "));
            String now = swing.value().isPresent()
                    ? "now " + measure.explained(swing.value().getAsDouble())
                    : "not rated";
            return Stream.of(indicator.shortLabel() + ": " + tippingPoints + "; " + now + ".");
        }
    }
}
