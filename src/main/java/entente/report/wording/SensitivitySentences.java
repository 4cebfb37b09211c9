package entente.report.wording;

import entente.analysis.sensitivity.GradeOutcome;
import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.sensitivity.Swing;
import entente.model.LikelihoodScale;
import entente.model.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The sentences of a sensitivity analysis, for every format. */
public final class SensitivitySentences {

    public static final String CHART = "Each reading alone, all others as they are";

    private SensitivitySentences() {}

    /** The likelihood, and the reading that moves it most. */
    public static List<String> top(SensitivityResult result) {
        List<String> sentences = new ArrayList<>();
        sentences.add(new VerdictSentences(result.current(), LikelihoodScale.ICD203).opening());
        sentences.add(most(result));
        int changed = result.current().assumptions().size();
        if (changed > 0) {
            sentences.add(Wording.capitalized(Wording.plural(changed, "assumption differs", "assumptions differ"))
                    + " from the book.");
        }
        return sentences;
    }

    /** The reading that moves it most; those that move it as much as far as rounded likelihoods can tell. */
    private static String most(SensitivityResult result) {
        List<Swing> bars = bars(result, false);
        if (bars.isEmpty()) {
            return "No reading moves it alone.";
        }
        Swing widest = bars.get(0);
        List<String> alike = bars.stream()
                .skip(1)
                .filter(swing -> !Wording.isClearlyLarger(widest.spreadTenths(), swing.spreadTenths()))
                .map(swing -> quoted(result, swing))
                .toList();
        return "The likelihood moves most with " + quoted(result, widest) + ": from "
                + Wording.percent(widest.low().likelihood()) + " to "
                + Wording.percent(widest.high().likelihood())
                + (alike.isEmpty() ? "" : "; about as much with " + Wording.listed(alike)) + ".";
    }

    private static String quoted(SensitivityResult result, Swing swing) {
        return "“" + Wording.label(result.current().catalogue().indicator(swing.indicator())) + "”";
    }

    /** The readings that get a bar: those that move the likelihood, or all. */
    public static List<Swing> bars(SensitivityResult result, boolean all) {
        return result.swings().stream()
                .filter(swing -> all || swing.spreadTenths() > 0)
                .toList();
    }

    /** The text alternative of the chart. */
    public static String description(SensitivityResult result, List<Swing> swings) {
        return Wording.capitalized(Wording.plural(swings.size(), "bar"))
                + ", the widest first: from the lowest to the"
                + " highest likelihood that each reading alone gives. The likelihood now is "
                + Wording.percent(result.likelihood()) + ". The table below gives the figures.";
    }

    /** How many readings change nothing, where they are not shown. */
    public static Optional<String> unchanged(SensitivityResult result, boolean all) {
        int count = result.ineffectiveCount();
        return count == 0 || all
                ? Optional.empty()
                : Optional.of(Wording.capitalized(
                                Wording.plural(count, "reading, taken alone, changes", "readings, taken alone, change"))
                        + " nothing.");
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
}
