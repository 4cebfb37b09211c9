package entente.report.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is assumed of readings whose distribution is not stated. */
final class DistributionText {

    /** Follows the probabilities of relationships. */
    static final String WITHHELD =
            " An assessment names none here, as under half of the readings on the partnership are known.";

    private DistributionText() {}

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
                : Optional.of("Taken as equally probable: " + String.join(", ", assumed) + ".");
    }

    /** How many readings do not vary because nothing is said of them. */
    static Optional<String> unrated(int count) {
        return count == 0
                ? Optional.empty()
                : Optional.of(
                        Wording.capitalized(Wording.plural(count, "unrated reading counts", "unrated readings count"))
                                + " for nothing (--unrated-any: for any grade).");
    }
}
