package entente.report.wording;

import entente.model.Numbers;
import entente.model.Reading;
import entente.model.ReadingDistribution.GradeWeights;
import entente.model.ReadingStatus;
import entente.model.assessment.Assessment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is assumed of readings whose distribution is not stated. */
public final class DistributionText {

    /** Follows the probabilities of relationships. */
    static final String WITHHELD =
            " An assessment names none here, as under half of the readings on the partnership are known.";

    private DistributionText() {}

    /** A distribution that the scenario states, in words; empty for none. */
    public static Optional<String> of(Reading reading) {
        return reading.distribution()
                .map(distribution -> distribution instanceof GradeWeights weights
                        ? weights.byGrade().entrySet().stream()
                                .map(entry -> Wording.word(entry.getKey()) + " "
                                        + Wording.figure(Numbers.rounded(100 * entry.getValue(), 1)) + Wording.GLUE
                                        + "%")
                                .collect(Collectors.joining(", "))
                        : distribution.text());
    }

    /** Whether it states weights on grades. */
    public static boolean isWeighted(Reading reading) {
        return reading.distribution().orElse(null) instanceof GradeWeights;
    }

    /** Rated readings with weights on grades, those that are assumed or the others. */
    static int weighted(Assessment assessment, boolean assumed) {
        return (int) assessment.scenario().readings().values().stream()
                .filter(reading -> reading.range().isPresent() && isWeighted(reading))
                .filter(reading -> assumed == (reading.status() == ReadingStatus.ASSUMED))
                .count();
    }

    /**
     * Where probabilities come from that nobody stated.
     *
     * @param uniform readings with a range without a distribution
     * @param any unrated readings that take any grade
     */
    static Optional<String> assumed(int uniform, int any) {
        List<String> assumed = new ArrayList<>();
        if (uniform > 0) {
            assumed.add("each value of " + Wording.plural(uniform, "range") + " without a distribution");
        }
        if (any > 0) {
            assumed.add("each grade of " + Wording.plural(any, "unrated reading"));
        }
        return assumed.isEmpty()
                ? Optional.empty()
                : Optional.of("Taken with equal probability: " + String.join(", ", assumed) + ".");
    }

    /** How many readings do not vary because nothing is said of them. */
    static Optional<String> unrated(int count) {
        return count == 0
                ? Optional.empty()
                : Optional.of(
                        Wording.capitalized(Wording.plural(count, "unrated reading counts", "unrated readings count"))
                                + " for nothing.");
    }
}
