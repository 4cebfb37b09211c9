package entente.scoring;

import entente.model.Assumptions;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.assessment.VerdictFlag;
import entente.model.rule.RuleBook;
import entente.testkit.Shipped;
import java.util.Set;

/**
 * The point result for a scenario without interval, ledger and confidence, fast enough for a hundred thousand
 * evaluations. {@link WeighedTest} compares it with the complete assessment.
 */
public record Weighed(Points result, Points partnership, Relationship relationship, Set<VerdictFlag> flags) {

    private static final RuleBook BOOK = Shipped.BOOK.book();

    /** The latest model, as laws evaluate many scenarios under the same assumptions. */
    private record Latest(Assumptions assumptions, ScoringModel model) {}

    private static final Latest PLAIN = latest(Assumptions.NONE);
    private static volatile Latest latest = PLAIN;

    public static Weighed of(Scenario scenario) {
        ScoringModel model = model(scenario.assumptions());
        GradedScenario graded = GradedScenario.of(scenario, BOOK.catalogue());
        boolean[] satisfied = model.satisfiedRules(graded.grades());
        ScoringOutcome outcome = model.outcome(
                satisfied, ScoringModel.basePoints(BOOK, scenario.assumptions(), scenario.horizonYears()));
        RelationshipJudgement judgement = RelationshipJudgement.of(model, outcome, satisfied);
        return new Weighed(outcome.result(), outcome.partnership(), judgement.relationship(), judgement.flags());
    }

    private static ScoringModel model(Assumptions assumptions) {
        Latest known = assumptions.isDefault() ? PLAIN : latest;
        if (!known.assumptions().equals(assumptions)) {
            known = latest(assumptions);
            latest = known;
        }
        return known.model();
    }

    private static Latest latest(Assumptions assumptions) {
        return new Latest(assumptions, new ScoringModel(BOOK, Shipped.BOOK.tables(), assumptions));
    }

    public Percent likelihood() {
        return Percent.of(result);
    }
}
