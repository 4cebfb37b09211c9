package entente.analysis.exploration;

import static entente.scoring.RandomRuleBooks.atLeast;
import static entente.scoring.RandomRuleBooks.atMost;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entente.analysis.exploration.ExplorationResult.Box;
import entente.analysis.exploration.ExplorationResult.Discovery;
import entente.model.Band;
import entente.model.ExplorationQuestion;
import entente.model.ExplorationQuestion.Discover;
import entente.model.Grade;
import entente.model.RuleCondition;
import entente.model.rule.Rule;
import entente.model.rule.Rule.Weight;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Assessor;
import entente.scoring.RandomRuleBooks;
import entente.testkit.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The base rate of the books is very unlikely; one decisive claim makes an alliance roughly even. */
class BoxSearchTest {

    private static final double ROUNDING = 1e-12;
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
            assertThat(box.density()).isEqualTo(1, within(ROUNDING));
            assertThat(box.coverage()).isEqualTo(1, within(ROUNDING));
            assertThat(box.probability()).isEqualTo(0.4 * 0.4 * 0.6, within(ROUNDING));
        });
    }

    @Test
    void lockedReadingHasNoCondition() {
        RuleCondition[] conditions = {atLeast(0, Grade.HIGH), atMost(2, Grade.LOW)};
        LoadedRuleBook book = planted(rule(0, Weight.OVERWHELMINGLY_FOR, conditions));
        Discovery found = discovered(book, even(), Band.UNLIKELY, conditions[0].indicator());
        assertThat(found.boxes()).singleElement().satisfies(box -> {
            assertThat(box.conditions()).containsExactly(conditions[1]);
            assertThat(box.density()).isEqualTo(0.4, within(ROUNDING));
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
            assertThat(box.density()).isEqualTo(0.995, within(ROUNDING));
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
                assertThat(found.coverage()).isBetween(0.0, 1 + ROUNDING);
                for (Box box : found.boxes()) {
                    double[] sums = counted.within(box, band, found.orAbove());
                    String where = "book " + n + ", " + found.band() + ", " + box;
                    assertThat(box.probability()).as(where).isEqualTo(sums[0], within(ROUNDING));
                    assertThat(box.density()).as(where).isEqualTo(sums[1] / sums[0], within(ROUNDING));
                    assertThat(box.coverage()).as(where).isEqualTo(sums[1] / found.probability(), within(ROUNDING));
                    boxes++;
                }
            }
        }
        assertThat(boxes).isGreaterThan(50);
    }
}
