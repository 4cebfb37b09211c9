package entente.scoring;

import entente.model.Percent;
import entente.model.Points;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.assessment.VerdictFlag;
import entente.scoring.ScoringModel.ScoringOutcome;
import entente.testkit.Shipped;
import java.util.Set;

/**
 * The point result for a scenario without interval, ledger and confidence, fast enough for a hundred thousand
 * evaluations. {@link LedgerTest} compares it with the complete assessment.
 */
public record Weighed(Points result, Points partnership, Relationship relationship, Set<VerdictFlag> flags) {

    public static Weighed of(Scenario scenario) {
        return of(Shipped.ASSESSOR, scenario);
    }

    public static Weighed of(Assessor assessor, Scenario scenario) {
        ScoredScenario scored = assessor.scored(scenario);
        boolean[] satisfied = scored.model().satisfiedRules(scored.grades());
        ScoringOutcome outcome = scored.outcome(satisfied);
        RelationshipJudgement judgement = RelationshipJudgement.of(scored.model(), outcome, satisfied);
        return new Weighed(outcome.result(), outcome.partnership(), judgement.relationship(), judgement.flags());
    }

    public Percent likelihood() {
        return Percent.of(result);
    }
}
