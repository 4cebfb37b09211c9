package entente.analysis.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entente.analysis.ensemble.EnsembleDesign;
import entente.analysis.ensemble.EnsembleEvaluator;
import entente.analysis.ensemble.EnsembleKernel;
import entente.analysis.ensemble.GradeColumns;
import entente.analysis.ensemble.GradeDistribution;
import entente.analysis.ensemble.OutcomeColumns;
import entente.model.Band;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.scoring.ScoredScenario;
import entente.testkit.Property;
import entente.testkit.Shipped;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An exploration of the shipped book over all indicators agrees with random cases and with estimators of indices. */
class ExplorationSamplesTest {

    private static final int INDICATORS =
            Shipped.BOOK.book().catalogue().indicators().size();
    private static final int BATCH = 4096;
    private static final double STANDARD_ERRORS = 3.5;

    private final double[][] prior = CountedCases.randomPriors(new SplittableRandom(Property.SEED), INDICATORS);
    private final Scenario scenario = CountedCases.scenario(prior);
    private final ScoredScenario scored = Shipped.ASSESSOR.scored(scenario);
    private final ExplorationResult exact = new Exploration(Shipped.ASSESSOR).explore(scenario);
    private final int[] all = IntStream.range(0, INDICATORS).toArray();
    private final List<GradeDistribution> distributions =
            Arrays.stream(prior).map(GradeDistribution::of).toList();
    private final EnsembleEvaluator evaluator =
            new EnsembleKernel(scored.model(), scored.base(), scored.graded(), all).evaluator();

    @Test
    void probabilitiesAgreeWithRandomCases() {
        compareWith(400_000, 4.5);
    }

    @Test
    @Tag("thorough")
    void probabilitiesAgreeWithTenMillionRandomCases() {
        compareWith(10_000_000, STANDARD_ERRORS);
    }

    private void compareWith(int size, double standardErrors) {
        EnsembleDesign design = EnsembleDesign.random(size, Property.SEED, distributions);
        GradeColumns columns = new GradeColumns(INDICATORS, BATCH);
        OutcomeColumns outcomes = new OutcomeColumns(BATCH);
        double[] bands = new double[Band.values().length];
        double[] relationships = new double[Relationship.values().length];
        double sum = 0;
        for (int first = 0; first < size; first += BATCH) {
            int count = Math.min(BATCH, size - first);
            design.fill(first, count, columns);
            evaluator.evaluate(columns, outcomes);
            for (int n = 0; n < count; n++) {
                bands[outcomes.bands()[n]] += 1.0 / size;
                relationships[outcomes.relationships()[n]] += 1.0 / size;
                sum += outcomes.percentTenths()[n] / 10.0;
            }
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

    private static void assertAgrees(String what, double drawn, double p, double width) {
        assertThat(drawn).as(what).isEqualTo(p, within(width * Math.sqrt(p * (1 - p)) + 1e-9));
    }

    /**
     * The estimators of Saltelli et al. (2010) for first-order and of Jansen (1999) for total indices, as SALib has them,
     * within 3.5 of their standard errors over independent batches.
     */
    @Test
    @Tag("thorough")
    void indicesAgreeWithTheirUsualEstimators() {
        int batches = 60;
        int[] strongest = exact.effects().stream()
                .limit(5)
                .mapToInt(effect -> Shipped.BOOK.book().catalogue().positions().get(effect.indicator()))
                .toArray();
        double variance = exact.verdict().standardDeviation() * exact.verdict().standardDeviation();
        for (int indicator : strongest) {
            double[] first = new double[batches];
            double[] total = new double[batches];
            for (int batch = 0; batch < batches; batch++) {
                double[] estimates = estimates(indicator, batch);
                first[batch] = estimates[0] / variance;
                total[batch] = estimates[1] / variance;
            }
            ReadingEffect effect = exact.effect(
                    Shipped.BOOK.book().catalogue().indicators().get(indicator).id());
            assertMean(effect.indicator() + " alone", first, effect.first());
            assertMean(effect.indicator() + " in all", total, effect.total().orElseThrow());
        }
    }

    private double[] estimates(int indicator, int batch) {
        int size = BATCH;
        GradeColumns a = new GradeColumns(INDICATORS, size);
        GradeColumns b = new GradeColumns(INDICATORS, size);
        EnsembleDesign.random(size, 2 * batch, distributions).fill(0, size, a);
        EnsembleDesign.random(size, 2 * batch + 1, distributions).fill(0, size, b);
        double[] fa = percents(a);
        double[] fb = percents(b);
        System.arraycopy(b.column(indicator), 0, a.column(indicator), 0, size);
        double[] fab = percents(a);
        double first = 0;
        double total = 0;
        for (int n = 0; n < size; n++) {
            first += fb[n] * (fab[n] - fa[n]) / size;
            total += (fa[n] - fab[n]) * (fa[n] - fab[n]) / (2 * size);
        }
        return new double[] {first, total};
    }

    private double[] percents(GradeColumns columns) {
        OutcomeColumns outcomes = new OutcomeColumns(columns.count());
        evaluator.evaluate(columns, outcomes);
        double[] percents = new double[columns.count()];
        for (int n = 0; n < percents.length; n++) {
            percents[n] = outcomes.percentTenths()[n] / 10.0;
        }
        return percents;
    }

    private static void assertMean(String what, double[] batches, double expected) {
        double mean = Arrays.stream(batches).average().orElseThrow();
        double variance = Arrays.stream(batches)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (batches.length - 1);
        assertThat(mean).as(what).isEqualTo(expected, within(STANDARD_ERRORS * Math.sqrt(variance / batches.length)));
    }
}
