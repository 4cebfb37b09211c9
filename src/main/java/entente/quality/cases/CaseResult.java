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
     * @param pointer location in the case file
     * @param given the readings as {@code id=value}; empty if the case has one situation
     * @param expectation member of the case, such as {@code fired} or {@code band}
     * @param rule the rule concerned; empty for the verdict
     * @param expected expected value as in JSON
     * @param actual the actual value in the same notation
     */
    public record FailedExpectation(
            String pointer,
            Optional<String> given,
            String expectation,
            Optional<String> rule,
            String expected,
            String actual) {}

    public boolean passed() {
        return failures.isEmpty();
    }
}
