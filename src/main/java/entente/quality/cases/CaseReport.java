package entente.quality.cases;

import entente.model.Problem;
import java.util.List;

/**
 * What became of the worked cases of a book.
 *
 * @param refused files that are wrong and were not run
 */
public record CaseReport(String rulesVersion, String rulesSha256, List<CaseResult> results, List<RefusedFile> refused) {

    /** A case file with everything that is wrong with it. */
    public record RefusedFile(String name, List<Problem> problems) {}

    public List<CaseResult> failed() {
        return results.stream().filter(result -> !result.passed()).toList();
    }
}
