package entente.analysis.flip;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.flip.FlipResult.Flip;
import entente.analysis.flip.FlipResult.FlipTarget;
import entente.model.Assumptions;
import entente.model.Band;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Percent;
import entente.model.Reading;
import entente.model.Scenario;
import entente.model.assessment.ReadingMove;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Assessor;
import entente.scoring.RandomRuleBooks;
import entente.scoring.ScoringModel;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Compares the search with brute force: on small random rule books, every set of readings up to a size takes every
 * combination of grades. Both find the same smallest sets.
 */
@Tag("thorough")
class FlipSearchBruteForceTest {

    private static final int BOOKS = 200;
    private static final int ASKED = 6;
    private static final List<Indicator> INDICATORS =
            Shipped.BOOK.book().catalogue().indicators().subList(0, ASKED);
    private static final Map<String, Integer> POSITIONS =
            Shipped.BOOK.book().catalogue().positions();
    private static final List<Grade> KNOWN = List.of(Grade.values()).subList(1, 6);

    @Test
    void flipsOnRandomBooksMatchBruteForce() {
        Map<Integer, Integer> sizes = new TreeMap<>();
        for (int n = 0; n < BOOKS; n++) {
            Try some = new Try(n, new SplittableRandom(Property.SEED + n));
            for (FlipTarget target : targets()) {
                Set<String> locked =
                        n % 3 == 0 ? Set.of(INDICATORS.get(n % ASKED).id()) : Set.of();
                int maxSize = 1 + n % FlipSearch.MAX_SIZE;
                FlipResult found =
                        new FlipSearch(new Assessor(some.book())).find(some.scenario(), target, locked, maxSize);
                List<Map<Integer, Grade>> all = some.bruteForce(target, locked, maxSize);
                String where = "book " + n + ", " + target + ", locked " + locked + ", up to " + maxSize;
                assertThat(found.size())
                        .as(where)
                        .isEqualTo(all.stream().mapToInt(Map::size).min().orElse(0));
                assertThat(flips(found)
                                .flatMap(FlipSearchBruteForceTest::grades)
                                .distinct())
                        .as(where)
                        .containsExactlyInAnyOrderElementsOf(all);
                assertThat(found.flips())
                        .as(where)
                        .allSatisfy(flip -> assertThat(flip.alternatives())
                                .allSatisfy(other -> assertThat(other.steps()).isGreaterThanOrEqualTo(flip.steps())));
                assertThat(found.flips()).as(where).extracting(Flip::steps).isSorted();
                sizes.merge(found.size(), 1, Integer::sum);
            }
        }
        assertThat(sizes.keySet()).as("sizes that were met: " + sizes).contains(0, 1, 2, 3);
    }

    private static List<FlipTarget> targets() {
        List<FlipTarget> targets = new ArrayList<>(List.of(FlipTarget.UP, FlipTarget.DOWN));
        for (Band band : Band.values()) {
            targets.add(FlipTarget.to(band));
        }
        return targets;
    }

    private static Stream<Flip> flips(FlipResult result) {
        return result.flips().stream().flatMap(flip -> Stream.concat(Stream.of(flip), flip.alternatives().stream()));
    }

    /** Every combination of grades in the ranges of a flip. */
    private static Stream<Map<Integer, Grade>> grades(Flip flip) {
        List<Map<Integer, Grade>> combinations = List.of(Map.of());
        for (ReadingMove move : flip.moves()) {
            combinations = combinations.stream()
                    .flatMap(before -> Arrays.stream(
                                    Grade.values(),
                                    move.first().ordinal(),
                                    move.last().ordinal() + 1)
                            .map(grade -> {
                                Map<Integer, Grade> with = new TreeMap<>(before);
                                with.put(POSITIONS.get(move.indicator()), grade);
                                return with;
                            }))
                    .toList();
        }
        return combinations.stream();
    }

    /** A random rule book over six indicators and a graded scenario with one in six readings unknown. */
    private record Try(LoadedRuleBook book, ScoringModel model, Grade[] world, Scenario scenario) {

        Try(int number, SplittableRandom random) {
            this(RandomRuleBooks.open(random, ASKED), world(random, number % 2 == 0 ? 6 : Integer.MAX_VALUE));
        }

        private Try(LoadedRuleBook book, Grade[] world) {
            this(book, new ScoringModel(book.book(), book.tables(), Assumptions.NONE), world, scenario(world));
        }

        private static Grade[] world(SplittableRandom random, int oneIn) {
            Grade[] world = new Grade[ASKED];
            for (int i = 0; i < ASKED; i++) {
                world[i] = random.nextInt(oneIn) == 0 ? Grade.UNKNOWN : KNOWN.get(random.nextInt(5));
            }
            return world;
        }

        private static Scenario scenario(Grade[] world) {
            Map<String, Reading> readings = new LinkedHashMap<>();
            for (int i = 0; i < ASKED; i++) {
                Indicator indicator = INDICATORS.get(i);
                readings.put(
                        indicator.id(),
                        world[i] == Grade.UNKNOWN
                                ? Reading.unknown(indicator.id())
                                : Reading.known(indicator.id(), RandomWorlds.first(indicator, world[i])));
            }
            return RandomWorlds.scenario(readings, 5);
        }

        /** The smallest sets of readings, with every combination of other grades that meets the target. */
        List<Map<Integer, Grade>> bruteForce(FlipTarget target, Set<String> locked, int maxSize) {
            Band now = band(world);
            List<Map<Integer, Grade>> found = new ArrayList<>();
            for (int size = 1; size <= maxSize && found.isEmpty() && !target.isMet(now, now); size++) {
                for (int set = 0; set < 1 << ASKED; set++) {
                    if (Integer.bitCount(set) == size && free(set, locked)) {
                        combine(world.clone(), set, 0, now, target, found);
                    }
                }
            }
            return found;
        }

        private static boolean free(int set, Set<String> locked) {
            return IntStream.range(0, ASKED)
                    .noneMatch(i -> (set & 1 << i) != 0
                            && locked.contains(INDICATORS.get(i).id()));
        }

        private void combine(
                Grade[] moved, int set, int from, Band now, FlipTarget target, List<Map<Integer, Grade>> found) {
            if (from == ASKED) {
                if (target.isMet(now, band(moved))) {
                    Map<Integer, Grade> grades = new TreeMap<>();
                    IntStream.range(0, ASKED).filter(i -> (set & 1 << i) != 0).forEach(i -> grades.put(i, moved[i]));
                    found.add(grades);
                }
                return;
            }
            if ((set & 1 << from) == 0) {
                combine(moved, set, from + 1, now, target, found);
                return;
            }
            for (Grade grade : KNOWN) {
                if (grade != world[from]) {
                    moved[from] = grade;
                    combine(moved, set, from + 1, now, target, found);
                }
            }
            moved[from] = world[from];
        }

        /** Evaluates the rules directly from their cards. */
        private Band band(Grade[] grades) {
            return Percent.of(model.outcome(
                                    RandomRuleBooks.satisfied(book.book(), grades),
                                    ScoringModel.basePoints(book.book(), Assumptions.NONE, 5))
                            .result())
                    .band();
        }
    }
}
