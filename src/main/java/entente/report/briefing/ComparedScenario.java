package entente.report.briefing;

import java.util.List;
import java.util.Optional;

/**
 * A scenario as a row of the comparison in a combined briefing, each text as it is printed.
 *
 * @param asOf date in words; empty if it has none
 * @param supposition what it supposes, in one sentence; empty for nothing
 * @param likelihood the short form of its verdict with the words
 * @param statement its verdict in one sentence
 * @param interval its ends; empty if no reading is open
 * @param relationship the expected one
 * @param confidence its level
 * @param difference from the first scenario; empty for the first
 */
public record ComparedScenario(
        String scenario,
        String title,
        String asOf,
        String supposition,
        String likelihood,
        String statement,
        String interval,
        String relationship,
        String confidence,
        Optional<Difference> difference) {

    /**
     * A difference of two likelihoods.
     *
     * @param points percentage points with their sign
     * @param parts two of its largest parts, each with its percentage points
     */
    public record Difference(String points, List<String> parts) {

        @Override
        public String toString() {
            return points + (parts.isEmpty() ? "" : ": " + String.join("; ", parts));
        }
    }
}
