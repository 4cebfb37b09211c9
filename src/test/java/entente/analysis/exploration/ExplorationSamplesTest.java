package entente.analysis.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entente.model.Band;
import entente.model.Grade;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.scoring.RelationshipJudgement;
import entente.scoring.ScoredScenario;
import entente.scoring.ScoringOutcome;
import entente.testkit.Property;
import entente.testkit.Shipped;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** An exploration of the shipped book over all indicators agrees with random cases and with estimators of indices. */
class ExplorationSamplesTest {

    private static final int INDICATORS =
            Shipped.BOOK.book().catalogue().indicators().size();

    private final double[][] prior = CountedCases.randomPriors(new SplittableRandom(Property.SEED), INDICATORS);
    private final Scenario scenario = CountedCases.scenario(prior);
    private final ScoredScenario scored = Shipped.ASSESSOR.scored(scenario);
    private final ExplorationResult exact = new Exploration(Shipped.ASSESSOR).explore(scenario);

    @Test
    void probabilitiesAgreeWithRandomCases() {
        compareWith(200_000, 4.5);
    }

    private void compareWith(int size, double standardErrors) {
        SplittableRandom random = new SplittableRandom(Property.SEED);
        double[] bands = new double[Band.values().length];
        double[] relationships = new double[Relationship.values().length];
        double sum = 0;
        for (int n = 0; n < size; n++) {
            boolean[] satisfied = scored.model().satisfiedRules(draw(random));
            ScoringOutcome outcome = scored.outcome(satisfied);
            Relationship state =
                    RelationshipJudgement.of(scored.model(), outcome, satisfied).relationship();
            bands[outcome.likelihood().band().ordinal()] += 1.0 / size;
            relationships[state.ordinal()] += 1.0 / size;
            sum += outcome.likelihood().value();
        }
        assertThat(exact.exact()).isTrue();
        for (Band band : Band.values()) {
            assertAgrees(
                    band.name(),
                    bands[band.ordinal()],
                    exact.verdict().bands().get(band),
                    standardErrors / Math.sqrt(size));
        }
        for (Relationship state : Relationship.values()) {
            assertAgrees(
                    state.name(),
                    relationships[state.ordinal()],
                    exact.relationships().probability(state),
                    standardErrors / Math.sqrt(size));
        }
        double error = exact.verdict().standardDeviation() / Math.sqrt(size);
        assertThat(sum / size).isEqualTo(exact.verdict().meanPercent(), within(standardErrors * error));
    }

    private Grade[] draw(SplittableRandom random) {
        Grade[] grades = new Grade[INDICATORS];
        for (int i = 0; i < INDICATORS; i++) {
            double left = random.nextDouble();
            int grade = 0;
            while (grade < Grade.values().length - 1 && (prior[i][grade] == 0 || left >= prior[i][grade])) {
                left -= prior[i][grade];
                grade++;
            }
            grades[i] = Grade.values()[grade];
        }
        return grades;
    }

    private static void assertAgrees(String what, double drawn, double p, double width) {
        assertThat(drawn).as(what).isEqualTo(p, within(width * Math.sqrt(p * (1 - p)) + 1e-9));
    }
}
