package entente.report.wording;

import entente.analysis.sensitivity.GradeOutcome;
import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.sensitivity.Swing;
import entente.model.Numbers;
import java.util.List;
import java.util.Optional;
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
}
