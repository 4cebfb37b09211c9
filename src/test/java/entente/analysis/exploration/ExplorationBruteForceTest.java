package entente.analysis.exploration;

import static entente.scoring.RandomRuleBooks.atLeast;
import static entente.scoring.RandomRuleBooks.atMost;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entente.analysis.exploration.ExplorationResult.Box;
import entente.analysis.exploration.ExplorationResult.Discovery;
import entente.analysis.exploration.ExplorationResult.ReadingEffect;
import entente.analysis.exploration.ExplorationResult.ReadingEffect.GradeEffect;
import entente.model.Assumptions;
import entente.model.Band;
import entente.model.ExplorationQuestion;
import entente.model.ExplorationQuestion.Discover;
import entente.model.Grade;
import entente.model.Relationship;
import entente.model.RuleCondition;
import entente.model.Scenario;
import entente.model.rule.Rule;
import entente.model.rule.Rule.Weight;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Assessor;
import entente.scoring.RandomRuleBooks;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    // The base rate of the books is very unlikely; one decisive claim makes an alliance roughly even.
    private static final int READINGS = 6;

    private static Rule rule(int id, Weight weight, RuleCondition... conditions) {
        return RandomRuleBooks.claim("r" + id, weight, conditions);
    }

    /** With a slight claim on each reading, which changes the likelihood but no band. */
    private static LoadedRuleBook planted(Rule... decisive) {
        List<Rule> rules = new ArrayList<>(List.of(decisive));
        for (int i = 0; i < READINGS; i++) {
            rules.add(rule(100 + i, Weight.SLIGHTLY_FOR, atLeast(i, Grade.MODERATE)));
        }
        return RandomRuleBooks.ruleBook(rules);
    }

    private static Discovery discovered(LoadedRuleBook book, double[][] prior, Band band, String... locked) {
        ExplorationQuestion question = new ExplorationQuestion(
                CountedCases.scenario(prior), Map.of(), false, Optional.of(new Discover(band, Set.of(locked))));
        return new Exploration(new Assessor(book)).explore(question).discovery().orElseThrow();
    }

    private static double[][] even() {
        double[][] prior = new double[READINGS][Diagram.GRADES];
        for (double[] byGrade : prior) {
            for (int grade = 1; grade < Diagram.GRADES; grade++) {
                byGrade[grade] = 0.2;
            }
        }
        return prior;
    }

    @Test
    void plantedConditionsAreFound() {
        RuleCondition[] conditions = {atLeast(0, Grade.HIGH), atMost(2, Grade.LOW), atLeast(4, Grade.MODERATE)};
        Discovery found = discovered(planted(rule(0, Weight.OVERWHELMINGLY_FOR, conditions)), even(), Band.UNLIKELY);
        assertThat(found.orAbove()).isTrue();
        assertThat(found.boxes()).singleElement().satisfies(box -> {
            assertThat(box.conditions()).containsExactly(conditions);
            assertThat(box.density()).isEqualTo(1, within(EXACT));
            assertThat(box.coverage()).isEqualTo(1, within(EXACT));
            assertThat(box.probability()).isEqualTo(0.4 * 0.4 * 0.6, within(EXACT));
        });
    }

    @Test
    void lockedReadingHasNoCondition() {
        RuleCondition[] conditions = {atLeast(0, Grade.HIGH), atMost(2, Grade.LOW)};
        LoadedRuleBook book = planted(rule(0, Weight.OVERWHELMINGLY_FOR, conditions));
        Discovery found = discovered(book, even(), Band.UNLIKELY, conditions[0].indicator());
        assertThat(found.boxes()).singleElement().satisfies(box -> {
            assertThat(box.conditions()).containsExactly(conditions[1]);
            assertThat(box.density()).isEqualTo(0.4, within(EXACT));
        });
    }

    /** At least the lowest band that is reached is every case, and tells nothing; at most that band is a question. */
    @Test
    void mostProbableBandIsSoughtInTheDirectionThatTellsSomething() {
        LoadedRuleBook book = planted(rule(0, Weight.DECISIVELY_FOR, atLeast(0, Grade.VERY_HIGH)));
        Discovery found = discovered(book, even(), Band.ALMOST_NO_CHANCE);
        assertThat(found.orAbove()).isFalse();
        assertThat(found.probability()).isLessThan(1);
        assertThat(found.boxes())
                .first()
                .satisfies(box -> assertThat(box.conditions()).contains(atMost(0, Grade.HIGH)));
    }

    /** The reading that is left out decides one case in two hundred. */
    @Test
    void conditionThatHardlyMattersIsLeftOut() {
        double[][] prior = even();
        prior[1] = new double[] {0, 0.5, 0.495, 0, 0, 0.005};
        Discovery found = discovered(
                planted(rule(0, Weight.OVERWHELMINGLY_FOR, atLeast(0, Grade.HIGH), atMost(1, Grade.HIGH))),
                prior,
                Band.UNLIKELY);
        assertThat(found.boxes()).singleElement().satisfies(box -> {
            assertThat(box.conditions()).containsExactly(atLeast(0, Grade.HIGH));
            assertThat(box.density()).isEqualTo(0.995, within(EXACT));
        });
    }

    @Test
    void densityAndCoverageEqualTheCountOfAllCases() {
        int boxes = 0;
        for (int n = 0; n < 40; n++) {
            SplittableRandom random = new SplittableRandom(Property.SEED + n);
            LoadedRuleBook book = RandomRuleBooks.open(random, 4);
            double[][] prior = CountedCases.randomPriors(random, 4);
            CountedCases counted = new CountedCases(book, prior);
            for (Band band : Band.values()) {
                Discovery found = discovered(book, prior, band);
                assertThat(found.coverage()).isBetween(0.0, 1 + EXACT);
                for (Box box : found.boxes()) {
                    double[] sums = counted.within(box, band, found.orAbove());
                    String where = "book " + n + ", " + found.band() + ", " + box;
                    assertThat(box.probability()).as(where).isEqualTo(sums[0], within(EXACT));
                    assertThat(box.density()).as(where).isEqualTo(sums[1] / sums[0], within(EXACT));
                    assertThat(box.coverage()).as(where).isEqualTo(sums[1] / found.probability(), within(EXACT));
                    boxes++;
                }
            }
        }
        assertThat(boxes).isGreaterThan(50);
    }
}
