package entente.scoring;

import entente.Shipped;
import entente.model.Assumptions;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.assessment.VerdictFlag;
import entente.model.rule.RuleBook;
import java.util.Set;

/**
 * The point answer to a scenario without interval, ledger and confidence: quick enough for a hundred thousand worlds.
 * {@link WeighedTest} holds it equal to the whole assessment.
 */
public record Weighed(Points result, Points partnership, Relationship relationship, Set<VerdictFlag> flags) {

    private static final RuleBook BOOK = Shipped.BOOK.book();

    /** The latest book under assumptions: laws ask many worlds under the same ones. */
    private record Latest(Assumptions assumptions, ScoringModel weighing) {}

    private static final Latest PLAIN = latest(Assumptions.NONE);
    private static volatile Latest latest = PLAIN;

    public static Weighed of(Scenario scenario) {
        ScoringModel weighing = weighing(scenario.assumptions());
        GradedScenario world = GradedScenario.of(scenario, BOOK.catalogue());
        boolean[] holding = weighing.satisfiedRules(world.grades());
        ScoringOutcome outcome =
                weighing.outcome(holding, ScoringModel.basePoints(BOOK, scenario.assumptions(), scenario.horizonYears()));
        RelationshipJudgement judgement = RelationshipJudgement.of(weighing, outcome, holding);
        return new Weighed(outcome.result(), outcome.partnership(), judgement.relationship(), judgement.flags());
    }

    private static ScoringModel weighing(Assumptions assumptions) {
        Latest known = assumptions.isDefault() ? PLAIN : latest;
        if (!known.assumptions().equals(assumptions)) {
            known = latest(assumptions);
            latest = known;
        }
        return known.weighing();
    }

    private static Latest latest(Assumptions assumptions) {
        return new Latest(assumptions, new ScoringModel(BOOK, Shipped.BOOK.tables(), assumptions));
    }

    public Percent likelihood() {
        return Percent.of(result);
    }
}
