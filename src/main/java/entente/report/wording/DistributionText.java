package entente.report.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is assumed of readings whose distribution is not stated. */
final class DistributionText {

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
            assumed.add("every value of a range without a distribution is alike probable ("
                    + Wording.plural(uniform, "reading") + ")");
        }
        if (any > 0) {
            assumed.add("every grade of an unrated reading is alike probable (" + Wording.plural(any, "reading") + ")");
        }
        return assumed.isEmpty() ? Optional.empty() : Optional.of("Assumed: " + String.join("; ", assumed) + ".");
    }

    /** How many readings do not vary because nothing is said of them. */
    static Optional<String> unrated(int count) {
        return count == 0
                ? Optional.empty()
                : Optional.of(Wording.capitalized(Wording.plural(
                                count, "reading is unrated and counts", "readings are unrated and count"))
                        + " for nothing.");
    }
}
