package entente.analysis.flip;

import entente.analysis.flip.FlipResult.Flip;
import entente.model.Band;
import entente.model.Grade;
import entente.model.Percent;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.ReadingMove;
import entente.scoring.Assessor;
import entente.scoring.Monotonicity;
import entente.scoring.ReadingMoves;
import entente.scoring.ScenarioVariant;
import entente.scoring.ScoredScenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lombok.RequiredArgsConstructor;

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
        Search search = new Search(scored, target, candidates(scored, locked));
        Percent now = scored.likelihood(scored.graded().grades());
        List<List<ReadingMove>> found = List.of();
        int size = 0;
        while (found.isEmpty() && size < maxSize && !target.isMet(now.band(), now.band())) {
            found = search.ofSize(++size);
        }
        return new FlipResult(
                scenario,
                target,
                now,
                assessor.assess(scenario).verdict().interval(),
                found.isEmpty() ? 0 : size,
                maxSize,
                locked.stream().sorted().toList(),
                grouped(scenario, target, now, found),
                scored.graded().catalogue());
    }

    private static List<List<ReadingMove>> candidates(ScoredScenario scored, Set<String> locked) {
        return ReadingMoves.distinct(scored).stream()
                .filter(moves -> moves.stream().noneMatch(move -> locked.contains(move.indicator())))
                .toList();
    }

    /** Groups changes of the same readings, least effort and then largest effect first, and verifies each by assessing it. */
    private List<Flip> grouped(Scenario scenario, FlipTarget target, Percent now, List<List<ReadingMove>> found) {
        Map<List<String>, List<Flip>> byReadings = new LinkedHashMap<>();
        for (List<ReadingMove> moves : found) {
            List<String> ids = moves.stream().map(ReadingMove::indicator).toList();
            byReadings.computeIfAbsent(ids, k -> new ArrayList<>()).add(verified(scenario, target, now.band(), moves));
        }
        return byReadings.values().stream()
                .map(flips -> {
                    List<Flip> sorted = flips.stream().sorted(byEffort(now)).toList();
                    Flip first = sorted.get(0);
                    return new Flip(
                            first.moves(), first.likelihood(), first.interval(), sorted.subList(1, sorted.size()));
                })
                .sorted(byEffort(now))
                .toList();
    }

    private Flip verified(Scenario scenario, FlipTarget target, Band now, List<ReadingMove> moves) {
        Assessment then = assessor.assess(ReadingMoves.apply(scenario, moves));
        if (!target.isMet(now, then.verdict().likelihood().band())) {
            throw new IllegalStateException("a flip does not reach its target band");
        }
        return new Flip(moves, then.verdict().likelihood(), then.verdict().interval(), List.of());
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

    private static final class Search {
        private final FlipTarget target;
        private final List<List<ReadingMove>> candidates;
        private final ScenarioVariant variant;
        private final Band current;
        private final Map<String, Integer> positions;

        Search(ScoredScenario scored, FlipTarget target, List<List<ReadingMove>> candidates) {
            this.target = target;
            this.candidates = candidates;
            this.variant = scored.variant();
            this.current = band();
            this.positions = scored.graded().catalogue().positions();
        }

        private Band band() {
            return Band.of(variant.result());
        }

        List<List<ReadingMove>> ofSize(int size) {
            List<List<ReadingMove>> found = new ArrayList<>();
            extend(0, size, new ArrayList<>(), found);
            return found;
        }

        private void extend(int from, int more, List<ReadingMove> chosen, List<List<ReadingMove>> found) {
            if (more == 0) {
                if (target.isMet(current, band())) {
                    found.add(List.copyOf(chosen));
                }
                return;
            }
            for (int c = from; c <= candidates.size() - more; c++) {
                for (ReadingMove move : candidates.get(c)) {
                    int position = Objects.requireNonNull(positions.get(move.indicator()));
                    Grade before = variant.grade(position);
                    variant.set(position, move.toGrade());
                    chosen.add(move);
                    extend(c + 1, more - 1, chosen, found);
                    chosen.remove(chosen.size() - 1);
                    variant.set(position, before);
                }
            }
        }
    }
}
