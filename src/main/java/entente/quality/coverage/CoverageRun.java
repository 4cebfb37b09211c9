package entente.quality.coverage;

import entente.model.Scenario;
import entente.model.rule.RuleBook;
import entente.quality.cases.RuleCase;
import entente.quality.cases.Situation;
import entente.scoring.Assessor;
import java.util.List;
import java.util.stream.Stream;

/** Assesses cases and scenarios and counts the coverage of every rule. */
public final class CoverageRun {

    private CoverageRun() {}

    public static Coverage of(RuleBook book, Assessor assessor, List<RuleCase> cases, List<Scenario> scenarios) {
        List<Scenario> situations = Stream.concat(
                        cases.stream().flatMap(one -> one.situations().stream()).map(Situation::scenario),
                        scenarios.stream())
                .toList();
        CoverageTally tally = new CoverageTally(book);
        situations.forEach(situation -> tally.add(assessor.pointAssessment(situation)));
        return new Coverage(
                book.version(), book.sha256(), cases.size(), scenarios.size(), situations.size(), tally.rules());
    }
}
