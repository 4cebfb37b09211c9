package entente.quality.cases;

import entente.model.Problem;
import java.util.List;

/**
 * Results of the cases of a rule book.
 *
 * @param refused invalid files, which were not run
 */
public record CaseReport(String rulesVersion, String rulesSha256, List<CaseResult> results, List<RefusedFile> refused) {

    /** An invalid case file with all its problems. */
    public record RefusedFile(String name, List<Problem> problems) {}

    public List<CaseResult> failed() {
        return results.stream().filter(result -> !result.passed()).toList();
    }
}
