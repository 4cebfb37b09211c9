package entente.quality.cases;

import java.util.List;
import java.util.Optional;

/**
 * The result of a case.
 *
 * @param id file name without extension; in a file with a list of cases, followed by a slash and the entry
 * @param failures all failed expectations
 */
public record CaseResult(String id, String sentence, List<FailedExpectation> failures) {

    /**
     * @param given the readings as {@code id=value}; empty if the case has one situation
     * @param actual the actual value in the notation of the expected one
     */
    public record FailedExpectation(Optional<String> given, Expectation expectation, String actual) {}

    public boolean passed() {
        return failures.isEmpty();
    }
}
