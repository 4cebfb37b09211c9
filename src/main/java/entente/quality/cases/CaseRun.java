package entente.quality.cases;

import entente.scoring.Assessor;
import java.util.ArrayList;
import java.util.List;

/** Runs cases on a rule book. */
public final class CaseRun {

    private CaseRun() {}

    /** Runs the cases in order. */
    public static List<CaseResult> run(List<RuleCase> cases, Assessor assessor) {
        return cases.stream().map(one -> run(one, assessor)).toList();
    }

    /** Runs one case and collects all failed expectations. */
    public static CaseResult run(RuleCase one, Assessor assessor) {
        List<FailedExpectation> misses = new ArrayList<>();
        for (Situation situation : one.situations()) {
            CaseOutcome outcome = new CaseOutcome(assessor, situation.scenario());
            for (Expectation expectation : situation.expectations()) {
                String got = expectation.actual().apply(outcome);
                if (!expectation.matches().test(got)) {
                    misses.add(new FailedExpectation(
                            expectation.pointer(),
                            situation.given(),
                            expectation.member(),
                            expectation.rule(),
                            expectation.expected(),
                            got));
                }
            }
        }
        return new CaseResult(one.id(), one.sentence(), misses);
    }
}
