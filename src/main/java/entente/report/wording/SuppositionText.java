package entente.report.wording;

import entente.model.Indicator;
import entente.model.Reading;
import entente.model.ReadingStatus;
import entente.model.assessment.Assessment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a scenario supposes of the world and of the rules, in words: stands before its verdict in every medium. */
public final class SuppositionText {

    /** What a field of JSON with the sentence means; null for nothing. */
    public static final String MEANING =
            "What the scenario supposes, in one sentence; null for nothing. Without it the verdict says too much.";

    private static final int LINE = 72;

    private SuppositionText() {}

    /**
     * @param reading assumed, supposed to be unknown, or without a value and with probabilities of its grades that no
     *     source gives
     */
    public record Supposed(Indicator indicator, Reading reading) {

        /** What it is taken to be. */
        public String words() {
            if (reading.supposedUnknown()) {
                return "unknown";
            }
            MeasureText measure = new MeasureText(indicator);
            return reading.range()
                    .filter(range -> !DistributionText.isWeighted(reading))
                    .map(range -> measure.explained(range.value()) + measure.within(reading))
                    .orElseGet(() -> DistributionText.of(reading).orElseThrow());
        }

        private String clause(String is) {
            String label = "“" + indicator.shortLabel() + "”";
            return reading.supposedUnknown() ? "nothing" + is + "known of " + label : label + is + words();
        }
    }

    /** The readings, in the order of the catalogue. */
    public static List<Supposed> of(Assessment assessment) {
        return assessment.catalogue().indicators().stream()
                .map(indicator -> new Supposed(indicator, assessment.scenario().reading(indicator.id())))
                .filter(supposed -> isSupposed(supposed.reading()))
                .toList();
    }

    private static boolean isSupposed(Reading reading) {
        return reading.status() == ReadingStatus.ASSUMED
                || reading.supposedUnknown()
                || (reading.range().isEmpty()
                        && reading.source().isEmpty()
                        && reading.distribution().isPresent());
    }

    /** All of it in one sentence, changes of the rule book last. */
    public static Optional<String> sentence(Assessment assessment) {
        String is = assessment.scenario().observed().isPresent() ? " was " : " is ";
        List<String> clauses = Stream.concat(
                        of(assessment).stream().map(supposed -> supposed.clause(is)),
                        AssumptionText.clauses(assessment).stream())
                .toList();
        return clauses.isEmpty() ? Optional.empty() : Optional.of("Suppose that " + Wording.listed(clauses) + ".");
    }

    /** The sentence for programs. */
    public static Optional<String> plain(Assessment assessment) {
        return sentence(assessment).map(Wording::plain);
    }

    /** For a row of a table at a terminal: the sentence if it takes one line, else how much is supposed. */
    public static Optional<String> inShort(Assessment assessment) {
        int readings = of(assessment).size();
        int changes = assessment.assumptions().size();
        return sentence(assessment)
                .map(sentence -> sentence.length() <= LINE
                        ? sentence
                        : "Supposed: "
                                + Wording.listed(Stream.of(
                                                readings == 0 ? "" : Wording.plural(readings, "reading"),
                                                changes == 0
                                                        ? ""
                                                        : Wording.plural(
                                                                changes,
                                                                "change of the rule book",
                                                                "changes of the rule book"))
                                        .filter(part -> !part.isEmpty())
                                        .toList())
                                + ".");
    }
}
