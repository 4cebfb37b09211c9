package entente.quality.cases;

import java.util.List;

/**
 * The result of a case.
 *
 * @param id file name without extension; in a file with a list of cases, followed by a slash and the entry
 * @param failures all failed expectations
 */
public record CaseResult(String id, String sentence, List<FailedExpectation> failures) {

    public boolean passed() {
        return failures.isEmpty();
    }
}
