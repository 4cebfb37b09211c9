package entente.quality.cases;

import entente.model.Scenario;
import entente.quality.cases.CaseResult.FailedExpectation;
import entente.scoring.Assessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A case: situations with expectations. It can be run on any rule book with the same indicators.
 *
 * @param id file name without extension; in a file with a list of cases, followed by a slash and the entry
 * @param sentence what the case shows
 */
public record RuleCase(String id, String sentence, List<Situation> situations) {

    /**
     * A scenario with its expectations.
     *
     * @param given its readings in short form; empty if the case has one situation
     */
    public record Situation(Optional<String> given, Scenario scenario, List<Expectation> expectations) {}

    /** Runs the case and collects all failed expectations. */
    public CaseResult run(Assessor assessor) {
        List<FailedExpectation> failures = new ArrayList<>();
        for (Situation situation : situations) {
            CaseOutcome outcome = new CaseOutcome(assessor, situation.scenario());
            for (Expectation expectation : situation.expectations()) {
                String actual = expectation.actual().apply(outcome);
                if (!expectation.matches().test(actual)) {
                    failures.add(expectation.failed(situation.given(), actual));
                }
            }
        }
        return new CaseResult(id, sentence, failures);
    }

    public Set<String> rules() {
        return situations.stream()
                .flatMap(situation -> situation.expectations().stream())
                .flatMap(expectation -> expectation.rule().stream())
                .collect(Collectors.toSet());
    }

    /** File name without extension. */
    public String file() {
        return id.replaceFirst("/.*", "");
    }
}
