package entente.assessment;

import entente.Shipped;
import entente.domain.Assumptions;
import entente.domain.Flag;
import entente.domain.Percent;
import entente.domain.Points;
import entente.domain.Relationship;
import entente.domain.RuleBook;
import entente.domain.Scenario;
import java.util.Set;

/**
 * The point answer to a scenario without interval, ledger and confidence: quick enough for a hundred thousand worlds.
 * {@link WeighedTest} holds it equal to the whole assessment.
 */
public record Weighed(Points result, Points partnership, Relationship relationship, Set<Flag> flags) {

    private static final RuleBook BOOK = Shipped.BOOK.book();

    /** The latest book under assumptions: laws ask many worlds under the same ones. */
    private record Latest(Assumptions assumptions, Weighing weighing) {}

    private static final Latest PLAIN = latest(Assumptions.NONE);
    private static volatile Latest latest = PLAIN;

    public static Weighed of(Scenario scenario) {
        Weighing weighing = weighing(scenario.assumptions());
        World world = World.of(scenario, BOOK.catalogue());
        boolean[] holding = weighing.holding(world.grades());
        Outcome outcome =
                weighing.outcome(holding, Weighing.base(BOOK, scenario.assumptions(), scenario.horizonYears()));
        Judgement judgement = Judgement.of(weighing, outcome, holding);
        return new Weighed(outcome.result(), outcome.partnership(), judgement.relationship(), judgement.flags());
    }

    private static Weighing weighing(Assumptions assumptions) {
        Latest known = assumptions.isDefault() ? PLAIN : latest;
        if (!known.assumptions().equals(assumptions)) {
            known = latest(assumptions);
            latest = known;
        }
        return known.weighing();
    }

    private static Latest latest(Assumptions assumptions) {
        return new Latest(assumptions, new Weighing(BOOK, Shipped.BOOK.tables(), assumptions));
    }

    public Percent likelihood() {
        return Percent.of(result);
    }
}
