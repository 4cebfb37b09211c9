package entente.briefing;

import entente.domain.ScaleOfWords;
import entente.domain.SensitivityResult;
import entente.domain.Step;
import entente.domain.Swing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What every form of a sensitivity says. */
final class SensitivitySentences {

    static final String CHART = "Each reading alone, all others as they are";

    private SensitivitySentences() {}

    /** The likelihood, and the reading that moves it most. */
    static List<String> top(SensitivityResult result) {
        List<String> sentences = new ArrayList<>(Sentences.headline(result.now(), ScaleOfWords.ICD203));
        sentences.add(widest(result)
                .map(swing -> "It moves most with “" + label(result, swing) + "”: from "
                        + Words.percent(swing.low().likelihood().value()) + " to "
                        + Words.percent(swing.high().likelihood().value()) + ".")
                .orElse("No reading moves it alone."));
        int changed = result.now().assumptions().size();
        if (changed > 0) {
            sentences.add(Words.opening(Words.plural(changed, "assumption differs", "assumptions differ"))
                    + " from the book.");
        }
        return sentences;
    }

    /** The readings that get a bar: those that move the likelihood, or all. */
    static List<Swing> bars(SensitivityResult result, boolean all) {
        return result.swings().stream()
                .filter(swing -> all || swing.tenths() > 0)
                .toList();
    }

    /** What the picture shows, for those who do not see it. */
    static String description(SensitivityResult result, List<Swing> swings) {
        return Words.opening(Words.plural(swings.size(), "bar", "bars")) + ", the widest first: from the lowest to the"
                + " highest likelihood that each reading alone gives. The likelihood now is "
                + Words.percent(result.likelihood().value()) + ". The table below gives the figures.";
    }

    /** How many readings change nothing, where they are not shown. */
    static Optional<String> still(SensitivityResult result, boolean all) {
        int count = result.still();
        return count == 0 || all
                ? Optional.empty()
                : Optional.of(Words.opening(
                                Words.plural(count, "reading, taken alone, changes", "readings, taken alone, change"))
                        + " nothing.");
    }

    /** A command that moves the widest reading to its further end. */
    static Optional<String> tryIt(SensitivityResult result) {
        return widest(result).map(swing -> {
            int now = result.likelihood().tenths();
            Step end = Stream.of(swing.low(), swing.high())
                    .reduce((low, high) ->
                            now - low.likelihood().tenths() > high.likelihood().tenths() - now ? low : high)
                    .orElseThrow();
            return "entente assess FILE --set " + swing.indicator() + "=" + Words.plain(end.value());
        });
    }

    private static Optional<Swing> widest(SensitivityResult result) {
        return result.swings().stream().filter(swing -> swing.tenths() > 0).findFirst();
    }

    private static String label(SensitivityResult result, Swing swing) {
        return Words.label(result.now().catalogue().indicator(swing.indicator()));
    }
}
