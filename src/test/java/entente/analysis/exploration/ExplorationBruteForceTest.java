package entente.analysis.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.exploration.ExplorationResult.ReadingEffect;
import entente.analysis.exploration.ExplorationResult.ReadingEffect.GradeEffect;
import entente.model.Assumptions;
import entente.model.Band;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.rule.Rule;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Assessor;
import entente.scoring.RandomRuleBooks;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On random rule books and distributions, an exact exploration equals the count of every case. */
class ExplorationBruteForceTest {

    private static final int BOOKS = 150;
    private static final double EXACT = 1e-12;
    /** Of a variance, in which the count of every case cancels digits. */
    private static final double VARIANCE = 1e-9;

    @Test
    void explorationEqualsTheCountOfAllCases() {
        compareBooks(BOOKS, 5);
    }

    @Test
    @Tag("thorough")
    void explorationEqualsTheCountOfAllCasesOfSevenReadings() {
        compareBooks(BOOKS, 7);
    }

    private static void compareBooks(int books, int indicators) {
        for (int n = 0; n < books; n++) {
            SplittableRandom random = new SplittableRandom(Property.SEED + n);
            LoadedRuleBook book = RandomRuleBooks.open(random, indicators);
            double[][] prior = CountedCases.randomPriors(random, indicators);
            compare("book " + n, book, prior, n % 2 == 0 ? Assumptions.NONE : withoutSome(book, random));
        }
    }

    /** Some rules are disabled, overrides among them. */
    private static Assumptions withoutSome(LoadedRuleBook book, SplittableRandom random) {
        Set<String> without = book.book().rules().stream()
                .filter(rule -> random.nextInt(rule.overrides().isEmpty() ? 6 : 2) == 0)
                .map(Rule::id)
                .collect(Collectors.toSet());
        return Assumptions.NONE.withWithout(without);
    }

    private static void compare(String where, LoadedRuleBook book, double[][] prior, Assumptions assumptions) {
        CountedCases counted = new CountedCases(book, prior, assumptions);
        Scenario scenario = RandomWorlds.with(CountedCases.scenario(prior), assumptions);
        ExplorationResult found = new Exploration(new Assessor(book)).explore(scenario);
        assertThat(found.exact()).as(where).isTrue();
        assertThat(found.verdict().likelihoods()).as(where).hasSameSizeAs(counted.byPoints.keySet());
        found.verdict()
                .likelihoods()
                .forEach(outcome -> assertClose(
                        where,
                        outcome.probability(),
                        counted.byPoints.get(outcome.points().hundredths())));
        assertClose(where, found.verdict().meanPercent(), counted.mean());
        for (Relationship relationship : Relationship.values()) {
            for (Band band : Band.values()) {
                assertClose(
                        where + " " + relationship + " " + band,
                        found.relationships().joint().get(relationship).get(band),
                        counted.relationship[relationship.ordinal()][band.ordinal()]);
            }
        }
        found.likeliest()
                .forEach(likeliest -> assertClose(
                        where + " " + likeliest,
                        likeliest.probability(),
                        counted.likeliest[likeliest.band().ordinal()]));
        Map<String, Integer> positions = book.book().catalogue().positions();
        double variance = found.verdict().standardDeviation() * found.verdict().standardDeviation();
        found.pairs()
                .forEach(pair -> assertThat(pair.index() * variance)
                        .as("%s %s", where, pair)
                        .isCloseTo(
                                counted.pairVariance(positions.get(pair.first()), positions.get(pair.second())),
                                Offset.offset(VARIANCE * (1 + variance))));
        for (int i = 0; i < prior.length; i++) {
            String id = RandomWorlds.INDICATORS.get(i).id();
            if (found.effects().stream().anyMatch(effect -> effect.indicator().equals(id))) {
                compare(where + " " + id, found, found.effect(id), counted, i);
            }
        }
    }

    private static void compare(
            String where, ExplorationResult found, ReadingEffect effect, CountedCases counted, int i) {
        double variance = found.verdict().standardDeviation() * found.verdict().standardDeviation();
        double explained = 0;
        for (GradeEffect grade : effect.grades()) {
            double[] joint = counted.joints[i][grade.grade().ordinal()];
            double probability = counted.prior[i][grade.grade().ordinal()];
            assertClose(where, grade.probability(), probability);
            assertClose(where, grade.meanPercent(), joint[DiagramSums.PERCENT] / probability);
            for (Band band : Band.values()) {
                assertClose(where, grade.bands().get(band), joint[band.ordinal()] / probability);
                if (found.verdict().bands().get(band) > 0) {
                    assertClose(
                            where,
                            grade.posterior().get(band),
                            joint[band.ordinal()] / found.verdict().bands().get(band));
                }
            }
            double away = joint[DiagramSums.PERCENT] / probability - counted.mean();
            explained += probability * away * away;
        }
        if (variance > 0) {
            assertThat(effect.first()).as(where).isCloseTo(explained / variance, Offset.offset(VARIANCE));
            assertThat(effect.total().orElseThrow())
                    .as(where)
                    .isCloseTo(counted.leftVariance(i) / variance, Offset.offset(VARIANCE));
        }
    }

    private static void assertClose(String where, double found, double counted) {
        assertThat(Math.abs(found - counted))
                .as("%s: %s, counted %s", where, found, counted)
                .isLessThanOrEqualTo(EXACT * Math.max(Math.abs(found), Math.abs(counted)));
    }
}
