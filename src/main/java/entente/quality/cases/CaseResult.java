package entente.quality.cases;

import java.util.List;

/**
 * What became of a worked case.
 *
 * @param id name of the file, without its ending; where a file holds many cases, the rule of this one behind a slash
 * @param misses every expectation that did not come true
 */
public record CaseResult(String id, String sentence, List<FailedExpectation> failures) {

    public boolean passed() {
        return failures.isEmpty();
    }
}
