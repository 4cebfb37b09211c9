package entente.briefing;

import entente.domain.Assessment;
import entente.domain.Indicator;
import entente.domain.Relationship;
import entente.domain.ScaleOfWords;
import entente.domain.SensitivityResult;
import entente.domain.Step;
import entente.domain.Swing;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a reading alone turns the answer: one sentence a reading, widest swing first. */
final class TippingText {

    static final String BANDS = "Where another band begins";
    static final String RELATIONSHIPS = "Where another relationship is expected";

    private final Assessment now;
    private final List<Swing> swings;

    TippingText(SensitivityResult result) {
        this.now = result.now();
        this.swings = result.swings();
    }

    /** "Share of China's exports that goes to the US: unlikely (20–45 %) below 15 %; now 22 %." */
    List<String> bands() {
        return sentences(Step::band, step -> band(step));
    }

    List<String> relationships() {
        return sentences(
                Step::relationship,
                step -> step.relationship().map(Words::relationship).orElse("open"));
    }

    /** The band as it is; nothing where nothing is rated, for then there is no verdict. */
    String band() {
        return now.confidence().known() == 0
                ? ""
                : "now " + band(ScaleOfWords.ICD203.word(now.verdict().likelihood()));
    }

    /** The relationship as it is, where enough is known to name one. */
    Optional<String> relationship() {
        Optional<Relationship> expected = now.verdict().relationship();
        return expected.map(state -> "now " + Words.relationship(state));
    }

    private static String band(Step step) {
        return band(ScaleOfWords.ICD203.word(step.likelihood()));
    }

    static String band(ScaleOfWords.Word word) {
        return word.term() + " (" + Sentences.range(word, ScaleOfWords.ICD203) + ")";
    }

    private List<String> sentences(Function<Step, ?> respect, Function<Step, String> name) {
        return swings.stream()
                .flatMap(swing -> sentence(swing, Stretch.of(swing, respect), name))
                .toList();
    }

    private Stream<String> sentence(Swing swing, List<Stretch> stretches, Function<Step, String> name) {
        if (stretches.size() == 1) {
            return Stream.empty();
        }
        Indicator indicator = now.catalogue().indicator(swing.indicator());
        Measure measure = new Measure(indicator);
        String turns = stretches.stream()
                .filter(stretch -> !stretch.holds(swing.grade()))
                .map(stretch -> name.apply(stretch.first()) + " " + measure.whereExplained(stretch))
                .collect(Collectors.joining("; "));
        return Stream.of(Words.label(indicator) + ": " + turns + "; " + reading(swing, measure) + ".");
    }

    static String reading(Swing swing, Measure measure) {
        return swing.now().isPresent() ? "now " + measure.explained(swing.now().getAsDouble()) : "nobody rated it";
    }
}
