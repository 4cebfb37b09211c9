package entente.quality.cases;

import entente.scoring.Assessor;
import java.util.ArrayList;
import java.util.List;

/** Runs worked cases on a book: the shipped one or any other. */
public final class CaseRun {

    private CaseRun() {}

    /** What becomes of each case, in the order given. */
    public static List<CaseResult> run(List<RuleCase> cases, Assessor assessor) {
        return cases.stream().map(one -> run(one, assessor)).toList();
    }

    /** What becomes of one case, with every expectation that does not come true. */
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
