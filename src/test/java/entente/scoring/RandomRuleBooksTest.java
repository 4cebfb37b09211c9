package entente.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Assumptions;
import entente.model.Grade;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Relationship;
import entente.model.RuleCondition;
import entente.model.assessment.Interval;
import entente.model.rule.Rule;
import entente.model.rule.Rule.Weight;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Completions.OpenIndicator;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Checks intervals and overrides with random rule books, including ceilings and pacts. */
@Tag("law")
class RandomRuleBooksTest {

    private static final int TAGS = 70;
    private static final List<Grade> KNOWN = List.of(Grade.values()).subList(1, 6);

    @Test
    void exactIntervalEqualsAllCompletions() {
        for (int n = 0; n < Property.cases(); n++) {
            Sample sample = new Sample(n, 5, 1 + new SplittableRandom(~n).nextInt(4));
            Interval allowed = sample.allowed();
            List<Grade[]> all = new ArrayList<>();
            all.add(sample.point());
            sample.complete(sample.point().clone(), 0, all);
            List<ScoringOutcome> outcomes = all.stream().map(sample::outcome).toList();
            assertThat(allowed.exact()).as(sample.toString()).isTrue();
            assertThat(allowed.low())
                    .as("low end of " + sample)
                    .isEqualTo(outcomes.stream()
                            .map(ScoringOutcome::likelihood)
                            .min(Percent::compareTo)
                            .orElseThrow());
            assertThat(allowed.high())
                    .as("high end of " + sample)
                    .isEqualTo(outcomes.stream()
                            .map(ScoringOutcome::likelihood)
                            .max(Percent::compareTo)
                            .orElseThrow());
            RelationshipSearch.States states = sample.states();
            List<Relationship> attained =
                    all.stream().map(sample::state).distinct().sorted().toList();
            assertThat(states.states()).as("states of " + sample).containsAll(attained);
            assertThat(attained).as("states of " + sample).isEqualTo(states.exact() ? states.states() : attained);
        }
    }

    @Test
    void outerBoundContainsAllCompletions() {
        int books = 10 + Property.cases() / 10;
        int bounds = 0;
        for (int n = 0; n < books; n++) {
            Sample sample = new Sample(n, 14, 14);
            Interval allowed = sample.allowed();
            List<Relationship> states = sample.states().states();
            bounds += allowed.exact() ? 0 : 1;
            for (int i = 0; i < 100; i++) {
                Grade[] grades = sample.point().clone();
                sample.free()
                        .forEach(f -> grades[f.indicator()] =
                                f.grades().get(sample.random().nextInt(5)));
                assertThat(sample.outcome(grades).likelihood())
                        .as(sample + " in " + Arrays.toString(grades))
                        .isBetween(allowed.low(), allowed.high());
                assertThat(states).as("states of " + sample).contains(sample.state(grades));
            }
        }
        assertThat(bounds).as("books with too many completions").isPositive();
    }

    @Test
    void overridesAreDistinctForMoreThanSixtyFourTags() {
        RuleCondition condition = RandomRuleBooks.atLeast(0, Grade.HIGH);
        List<Rule> rules = new ArrayList<>();
        for (int tag = 0; tag < TAGS; tag++) {
            rules.add(RandomRuleBooks.claim("claim" + tag, Weight.SLIGHTLY_FOR, List.of("tag" + tag), condition));
        }
        for (int tag = 0; tag < TAGS; tag++) {
            rules.add(RandomRuleBooks.override("override" + tag, "tag" + tag, condition));
        }
        LoadedRuleBook loaded = RandomRuleBooks.ruleBook(rules);
        ScoringModel model = new ScoringModel(loaded.book(), loaded.tables(), Assumptions.NONE);
        for (int tag = 0; tag < TAGS; tag++) {
            boolean[] satisfied = new boolean[2 * TAGS];
            Arrays.fill(satisfied, 0, TAGS, true);
            satisfied[TAGS + tag] = true;
            boolean[] expected = satisfied.clone();
            expected[tag] = false;
            assertThat(model.outcome(satisfied, Points.ZERO).effective())
                    .as("effective rules under override%s", tag)
                    .isEqualTo(expected);
            for (int rule = 0; rule < TAGS; rule++) {
                assertThat(model.overrides(TAGS + tag, rule)).isEqualTo(rule == tag);
            }
        }
    }

    /** A random book over the first indicators of the catalogue and grades of which sample are open. */
    private record Sample(
            int number,
            SplittableRandom random,
            ScoringModel model,
            Grade[] point,
            List<OpenIndicator> free,
            Points base) {

        Sample(int number, int read, int unknown) {
            this(number, new SplittableRandom(Property.SEED + number), read, unknown);
        }

        private Sample(int number, SplittableRandom random, int read, int unknown) {
            this(
                    number,
                    random,
                    RandomRuleBooks.weighedModel(random, read),
                    new Grade[RandomWorlds.INDICATORS.size()],
                    new ArrayList<>(),
                    Points.ofPercent(random.nextInt(2, 60)));
            Arrays.fill(point, Grade.UNKNOWN);
            for (int i = 0; i < read; i++) {
                if (i < unknown) {
                    free.add(new OpenIndicator(i, KNOWN));
                } else {
                    point[i] = KNOWN.get(random.nextInt(5));
                }
            }
        }

        Interval allowed() {
            return new Completions(model, new ScenarioVariant(model, base, point), free).interval();
        }

        RelationshipSearch.States states() {
            return RelationshipSearch.states(model, new ScenarioVariant(model, base, point), free, allowed());
        }

        ScoringOutcome outcome(Grade[] grades) {
            return model.outcome(grades, base);
        }

        Relationship state(Grade[] grades) {
            return RelationshipJudgement.of(model, outcome(grades), model.satisfiedRules(grades))
                    .relationship();
        }

        void complete(Grade[] grades, int depth, List<Grade[]> all) {
            if (depth == free.size()) {
                all.add(grades.clone());
                return;
            }
            for (Grade grade : KNOWN) {
                grades[free.get(depth).indicator()] = grade;
                complete(grades, depth + 1, all);
            }
        }

        @Override
        public String toString() {
            return "book " + number + " of "
                    + model.rules().stream().map(Sample::brief).toList();
        }

        private static String brief(Rule rule) {
            return rule.alliance() + "/" + rule.partnership() + "/" + rule.ceiling() + rule.tags() + rule.overrides()
                    + rule.conditions();
        }
    }
}
