package entente.analysis.flip;

import entente.analysis.flip.FlipResult.Flip;
import entente.analysis.flip.FlipResult.FlipTarget;
import entente.model.Band;
import entente.model.Grade;
import entente.model.Percent;
import entente.model.Scenario;
import entente.model.assessment.Interval;
import entente.model.assessment.ReadingMove;
import entente.model.assessment.Verdict;
import entente.scoring.Assessor;
import entente.scoring.Monotonicity;
import entente.scoring.ReadingMoves;
import entente.scoring.ScenarioVariant;
import entente.scoring.ScoredScenario;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

/**
 * Finds all smallest sets of changed readings that reach a target band, by trying all sets of one reading, then two, and
 * so on. Exact, because a reading has an effect through its grade only and the pruning is safe:
 *
 * <ul>
 *   <li>Grades that meet the same conditions of all rules are equivalent, so only the nearest is tried.
 *   <li>An indicator without effect on the likelihood ({@link Monotonicity#NONE}) is skipped.
 * </ul>
 *
 * For the shipped rule book, some 160,000 combinations remain for three readings out of 41.
 */
@RequiredArgsConstructor
public final class FlipSearch {

    /** The largest set size; four readings take seconds, five would take minutes. */
    public static final int MAX_SIZE = 4;

    private final Assessor assessor;

    /**
     * @param locked indicators that must not change
     * @param maxSize from 1 to {@link #MAX_SIZE}
     */
    public FlipResult find(Scenario scenario, FlipTarget target, Set<String> locked, int maxSize) {
        ScoredScenario scored = assessor.scored(scenario);
        Search search = new Search(scored, target, ReadingMoves.distinct(scored, locked));
        Percent now = scored.likelihood(scored.grades());
        List<SortedMap<Integer, Grade>> found = List.of();
        int size = 0;
        while (found.isEmpty() && size < maxSize && !target.isMet(now.band(), now.band())) {
            found = search.ofSize(++size);
        }
        return new FlipResult(
                assessor.assess(scenario),
                target,
                found.isEmpty() ? 0 : size,
                maxSize,
                locked.stream().sorted().toList(),
                grouped(scored, target, now, found));
    }

    /** Groups changes of the same readings, least effort and then largest effect first, and verifies each by assessing it. */
    private List<Flip> grouped(
            ScoredScenario scored, FlipTarget target, Percent now, List<SortedMap<Integer, Grade>> found) {
        Map<Set<Integer>, Changes> byReadings = new LinkedHashMap<>();
        for (SortedMap<Integer, Grade> grades : found) {
            byReadings
                    .computeIfAbsent(grades.keySet(), positions -> new Changes(scored, List.copyOf(positions)))
                    .add(List.copyOf(grades.values()), verified(scored, target, now.band(), grades));
        }
        return byReadings.values().stream()
                .map(changes -> {
                    List<Flip> sorted =
                            changes.flips().stream().sorted(byEffort(now)).toList();
                    return sorted.get(0).withAlternatives(sorted.subList(1, sorted.size()));
                })
                .sorted(byEffort(now))
                .toList();
    }

    private Verdict verified(ScoredScenario scored, FlipTarget target, Band now, SortedMap<Integer, Grade> grades) {
        List<ReadingMove> moves = new ArrayList<>();
        grades.forEach((position, grade) -> moves.add(ReadingMoves.moveTo(scored, position, grade, grade)));
        Verdict then =
                assessor.assess(ReadingMoves.apply(scored.scenario(), moves)).verdict();
        if (!target.isMet(now, then.likelihood().band())) {
            throw new IllegalStateException("a flip does not reach its target band");
        }
        return then;
    }

    private Comparator<Flip> byEffort(Percent now) {
        return Comparator.comparingInt(Flip::steps)
                .thenComparingInt(flip -> -Math.abs(flip.likelihood().tenths() - now.tenths()))
                .thenComparingDouble(this::distance)
                .thenComparing(flip -> flip.moves().stream()
                        .map(ReadingMove::indicator)
                        .toList()
                        .toString())
                .thenComparing(flip ->
                        flip.moves().stream().map(ReadingMove::toGrade).toList().toString());
    }

    private double distance(Flip flip) {
        return flip.moves().stream()
                .mapToDouble(move ->
                        ReadingMoves.distance(move, assessor.book().catalogue().indicator(move.indicator())))
                .sum();
    }

    /** The changes of the same readings that reach the target, in as few ranges as are needed to cover them. */
    @RequiredArgsConstructor
    private static final class Changes {

        private final ScoredScenario scored;
        private final List<Integer> positions;

        /** The verdict of each combination of grades. */
        private final Map<List<Grade>, Verdict> reached = new LinkedHashMap<>();

        /** @param grades one of each class; the others of their classes lead to the same verdict */
        void add(List<Grade> grades, Verdict verdict) {
            combinations(i -> ReadingMoves.equivalent(scored, positions.get(i), grades.get(i)))
                    .forEach(combination -> reached.put(combination, verdict));
        }

        /** Begins with the least effort that is not covered, and extends it grade by grade while the band stays the same. */
        List<Flip> flips() {
            List<List<Grade>> left = new ArrayList<>(reached.keySet());
            left.sort(Comparator.comparingInt(this::steps).thenComparing(List::toString));
            List<Flip> flips = new ArrayList<>();
            while (!left.isEmpty()) {
                List<List<Grade>> ranges = widest(left.get(0));
                left.removeAll(Set.copyOf(combinations(ranges::get)));
                flips.add(flip(ranges));
            }
            return flips;
        }

        private int steps(List<Grade> grades) {
            return IntStream.range(0, positions.size())
                    .map(i -> ReadingMoves.steps(current(i), grades.get(i)))
                    .sum();
        }

        private Grade current(int reading) {
            return scored.grades()[positions.get(reading)];
        }

        private List<List<Grade>> widest(List<Grade> start) {
            Band band = band(start);
            List<List<Grade>> ranges =
                    new ArrayList<>(start.stream().map(List::of).toList());
            boolean widened = true;
            while (widened) {
                widened = false;
                for (int i = 0; i < ranges.size(); i++) {
                    List<Grade> range = ranges.get(i);
                    for (List<Grade> wider : wider(range)) {
                        ranges.set(i, wider);
                        if (combinations(ranges::get).stream().allMatch(grades -> band(grades) == band)) {
                            widened = true;
                            break;
                        }
                        ranges.set(i, range);
                    }
                }
            }
            return ranges;
        }

        private @Nullable Band band(List<Grade> grades) {
            Verdict verdict = reached.get(grades);
            return verdict == null ? null : verdict.likelihood().band();
        }

        /** A range with one grade more, below or above it. */
        private static List<List<Grade>> wider(List<Grade> range) {
            List<Grade> all = List.of(Grade.values());
            int first = range.get(0).ordinal();
            int end = range.get(range.size() - 1).ordinal() + 1;
            List<List<Grade>> wider = new ArrayList<>();
            if (first > Grade.VERY_LOW.ordinal()) {
                wider.add(all.subList(first - 1, end));
            }
            if (end < all.size()) {
                wider.add(all.subList(first, end + 1));
            }
            return wider;
        }

        /** Each combination of one grade for each reading. */
        private List<List<Grade>> combinations(IntFunction<List<Grade>> grades) {
            List<List<Grade>> combinations = List.of(List.of());
            for (int i = 0; i < positions.size(); i++) {
                List<Grade> own = grades.apply(i);
                combinations = combinations.stream()
                        .flatMap(before -> own.stream()
                                .map(grade -> Stream.concat(before.stream(), Stream.of(grade))
                                        .toList()))
                        .toList();
            }
            return combinations;
        }

        private Flip flip(List<List<Grade>> ranges) {
            List<ReadingMove> moves = IntStream.range(0, ranges.size())
                    .mapToObj(i -> ReadingMoves.moveTo(
                            scored,
                            positions.get(i),
                            ranges.get(i).get(0),
                            ranges.get(i).get(ranges.get(i).size() - 1)))
                    .toList();
            List<Verdict> verdicts =
                    combinations(ranges::get).stream().map(reached::get).toList();
            List<Percent> likelihoods =
                    verdicts.stream().map(Verdict::likelihood).toList();
            List<Interval> intervals = verdicts.stream().map(Verdict::interval).toList();
            return new Flip(
                    moves,
                    Objects.requireNonNull(reached.get(
                                    moves.stream().map(ReadingMove::toGrade).toList()))
                            .likelihood(),
                    Collections.min(likelihoods),
                    Collections.max(likelihoods),
                    new Interval(
                            Collections.min(
                                    intervals.stream().map(Interval::low).toList()),
                            Collections.max(
                                    intervals.stream().map(Interval::high).toList()),
                            intervals.stream().allMatch(Interval::exact)),
                    List.of());
        }
    }

    private static final class Search {
        private final FlipTarget target;
        private final List<Map.Entry<Integer, List<Grade>>> candidates;
        private final ScenarioVariant variant;
        private final Band current;

        Search(ScoredScenario scored, FlipTarget target, SortedMap<Integer, List<Grade>> candidates) {
            this.target = target;
            this.candidates = List.copyOf(candidates.entrySet());
            this.variant = scored.variant();
            this.current = band();
        }

        private Band band() {
            return Percent.of(variant.result()).band();
        }

        /** The grades of the changed readings by position. */
        List<SortedMap<Integer, Grade>> ofSize(int size) {
            List<SortedMap<Integer, Grade>> found = new ArrayList<>();
            extend(0, size, new TreeMap<>(), found);
            return found;
        }

        private void extend(
                int from, int more, SortedMap<Integer, Grade> chosen, List<SortedMap<Integer, Grade>> found) {
            if (more == 0) {
                if (target.isMet(current, band())) {
                    found.add(new TreeMap<>(chosen));
                }
                return;
            }
            for (int c = from; c <= candidates.size() - more; c++) {
                int position = candidates.get(c).getKey();
                Grade before = variant.grade(position);
                for (Grade grade : candidates.get(c).getValue()) {
                    variant.set(position, grade);
                    chosen.put(position, grade);
                    extend(c + 1, more - 1, chosen, found);
                }
                chosen.remove(position);
                variant.set(position, before);
            }
        }
    }
}
