package entente.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Shipped;
import entente.laws.Property;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Relationship;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Intervals rest on what the rules of a book say, and books can be edited: so they are tried on books made at random,
 * with overrides, ceilings and pacts wherever chance puts them.
 */
@Tag("law")
class RandomRuleBooksTest {

    private static final RuleBook SHIPPED = Shipped.BOOK.book();
    private static final List<Indicator> INDICATORS = SHIPPED.catalogue().indicators();
    private static final List<Grade> KNOWN = List.of(Grade.values()).subList(1, 6);

    @Test
    void theEndsAreThoseOfAllCompletions() {
        for (int n = 0; n < Property.cases(); n++) {
            Try some = new Try(n, 5, 1 + new SplittableRandom(~n).nextInt(4));
            OutcomeRange allowed = some.allowed();
            List<Grade[]> worlds = new ArrayList<>();
            worlds.add(some.point());
            some.complete(some.point().clone(), 0, worlds);
            List<ScoringOutcome> outcomes = worlds.stream().map(some::outcome).toList();
            assertThat(allowed.interval().exact()).as(some.toString()).isTrue();
            assertThat(allowed.interval().low())
                    .as("low end of " + some)
                    .isEqualTo(outcomes.stream()
                            .map(ScoringOutcome::likelihood)
                            .min(Percent::compareTo)
                            .orElseThrow());
            assertThat(allowed.interval().high())
                    .as("high end of " + some)
                    .isEqualTo(outcomes.stream()
                            .map(ScoringOutcome::likelihood)
                            .max(Percent::compareTo)
                            .orElseThrow());
            assertThat(allowed.relationships())
                    .as("states of " + some)
                    .containsAll(worlds.stream().map(some::state).toList());
        }
    }

    @Test
    void noCompletionLeavesTheBoundsWhereThereAreTooManyToTry() {
        int books = Property.cases() / 10;
        int bounds = 0;
        for (int n = 0; n < books; n++) {
            Try some = new Try(n, 12, 12);
            OutcomeRange allowed = some.allowed();
            bounds += allowed.interval().exact() ? 0 : 1;
            for (int sample = 0; sample < 100; sample++) {
                Grade[] world = some.point().clone();
                some.free()
                        .forEach(f -> world[f.indicator()] =
                                f.grades().get(some.random().nextInt(5)));
                assertThat(some.outcome(world).likelihood())
                        .as(some + " in " + Arrays.toString(world))
                        .isBetween(allowed.interval().low(), allowed.interval().high());
                assertThat(allowed.relationships()).as("states of " + some).contains(some.state(world));
            }
        }
        assertThat(bounds).as("books with too many completions").isGreaterThan(books / 10);
    }

    /** A random book over the first indicators of the catalogue, and a world of which some readings are free. */
    private record Try(
            int number,
            SplittableRandom random,
            ScoringModel weighing,
            Grade[] point,
            List<OpenIndicator> free,
            Points base) {

        Try(int number, int asked, int unknown) {
            this(number, new SplittableRandom(Property.SEED + number), asked, unknown);
        }

        private Try(int number, SplittableRandom random, int asked, int unknown) {
            this(
                    number,
                    random,
                    RandomRuleBooks.weighing(random, asked),
                    new Grade[INDICATORS.size()],
                    new ArrayList<>(),
                    Points.ofPercent(random.nextInt(2, 60)));
            Arrays.fill(point, Grade.UNKNOWN);
            for (int i = 0; i < asked; i++) {
                if (i < unknown) {
                    free.add(new OpenIndicator(i, KNOWN));
                } else {
                    point[i] = KNOWN.get(random.nextInt(5));
                }
            }
        }

        OutcomeRange allowed() {
            return new Completions(weighing, base).allowed(new GradedScenario(SHIPPED.catalogue(), point), free);
        }

        ScoringOutcome outcome(Grade[] world) {
            return weighing.outcome(world, base);
        }

        Relationship state(Grade[] world) {
            return RelationshipJudgement.of(weighing, outcome(world), weighing.holding(world))
                    .relationship();
        }

        void complete(Grade[] world, int depth, List<Grade[]> worlds) {
            if (depth == free.size()) {
                worlds.add(world.clone());
                return;
            }
            for (Grade grade : KNOWN) {
                world[free.get(depth).indicator()] = grade;
                complete(world, depth + 1, worlds);
            }
        }

        @Override
        public String toString() {
            return "book " + number + " of "
                    + weighing.rules().stream().map(Try::brief).toList();
        }

        private static String brief(Rule rule) {
            return rule.alliance() + "/" + rule.partnership() + "/" + rule.ceiling() + rule.tags() + rule.overrides()
                    + rule.conditions();
        }
    }
}
