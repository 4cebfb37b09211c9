package entente.analysis.flip;

import entente.model.Band;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Points;
import entente.model.Question;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.ReadingMove;
import entente.scoring.Assessor;
import entente.scoring.Completions;
import entente.scoring.GradedScenario;
import entente.scoring.Monotonicity;
import entente.scoring.ReadingMoves;
import entente.scoring.ScoringModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * Finds all smallest sets of changes.
     *
     * @param locked indicators that must not change
     * @param maxSize from 1 to {@link #MAX_SIZE}
     */
    public FlipResult find(Scenario scenario, FlipTarget target, Set<String> locked, int maxSize) {
        ScoringModel model = assessor.scoringModel(scenario);
        GradedScenario graded = GradedScenario.of(scenario, model.book().catalogue());
        Points base = ScoringModel.basePoints(model.book(), scenario.assumptions(), scenario.horizonYears());
        Search search = new Search(model, graded, base, target, candidates(model, graded, base, scenario, locked));
        var now = model.outcome(graded.grades(), base).likelihood();
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
                grouped(scenario, target, now.band(), found),
                model.book().catalogue());
    }

    /** For each indicator with an effect, the nearest of each class of equivalent grades. */
    private static List<List<ReadingMove>> candidates(
            ScoringModel model, GradedScenario graded, Points base, Scenario scenario, Set<String> locked) {
        Completions completions = new Completions(model, base);
        List<Indicator> indicators = model.book().catalogue().indicators();
        List<List<ReadingMove>> candidates = new ArrayList<>();
        for (int i = 0; i < indicators.size(); i++) {
            Indicator indicator = indicators.get(i);
            if (locked.contains(indicator.id()) || model.monotonicity(Question.ALLIANCE)[i] == Monotonicity.NONE) {
                continue;
            }
            List<ReadingMove> moves = new ArrayList<>();
            for (Grade grade : completions.otherDistinctGrades(i, graded.grades()[i])) {
                moves.add(ReadingMoves.moveTo(indicator, scenario, grade));
            }
            candidates.add(moves);
        }
        return candidates;
    }

    /** Groups changes of the same readings, least effort first, and verifies each by assessing it. */
    private List<Flip> grouped(Scenario scenario, FlipTarget target, Band now, List<List<ReadingMove>> found) {
        Map<List<String>, List<Flip>> byReadings = new LinkedHashMap<>();
        for (List<ReadingMove> moves : found) {
            List<String> ids = moves.stream().map(ReadingMove::indicator).toList();
            byReadings.computeIfAbsent(ids, k -> new ArrayList<>()).add(verified(scenario, target, now, moves));
        }
        return byReadings.values().stream()
                .map(flips -> {
                    List<Flip> sorted = flips.stream().sorted(byEffort()).toList();
                    Flip first = sorted.get(0);
                    return new Flip(first.moves(), first.likelihood(), sorted.subList(1, sorted.size()));
                })
                .sorted(byEffort())
                .toList();
    }

    private Flip verified(Scenario scenario, FlipTarget target, Band now, List<ReadingMove> moves) {
        Assessment then = assessor.assess(ReadingMoves.apply(scenario, moves));
        if (!target.isMet(now, then.verdict().likelihood().band())) {
            throw new IllegalStateException("a flip does not reach its target band");
        }
        return new Flip(moves, then.verdict().likelihood(), List.of());
    }

    private Comparator<Flip> byEffort() {
        return Comparator.comparingInt(Flip::steps)
                .thenComparingDouble(this::distance)
                .thenComparing(flip -> flip.moves().stream()
                        .map(ReadingMove::indicator)
                        .toList()
                        .toString())
                .thenComparing(flip ->
                        flip.moves().stream().map(ReadingMove::toGrade).toList().toString());
    }

    /** Sum of the changes relative to the ranges, so that different units can be added. */
    private double distance(Flip flip) {
        return flip.moves().stream()
                .filter(move -> move.from().isPresent())
                .mapToDouble(move -> {
                    Indicator indicator = assessor.book().catalogue().indicator(move.indicator());
                    double moved = Math.abs(move.to() - move.from().getAsDouble());
                    return moved / (indicator.high() - indicator.low());
                })
                .sum();
    }

    /** Finds the sets of a given size that meet the target. */
    private static final class Search {
        private final ScoringModel model;
        private final Points base;
        private final FlipTarget target;
        private final List<List<ReadingMove>> candidates;
        private final Grade[] grades;
        private final boolean[] holding;
        private final Band current;
        private final int[] positions;

        Search(
                ScoringModel model,
                GradedScenario graded,
                Points base,
                FlipTarget target,
                List<List<ReadingMove>> candidates) {
            this.model = model;
            this.base = base;
            this.target = target;
            this.candidates = candidates;
            this.grades = graded.grades().clone();
            this.holding = model.satisfiedRules(grades);
            this.current = Band.of(model.outcome(holding, base).result());
            Map<String, Integer> positions = model.book().catalogue().positions();
            this.positions = candidates.stream()
                    .mapToInt(moves -> moves.isEmpty()
                            ? -1
                            : positions.getOrDefault(moves.get(0).indicator(), -1))
                    .toArray();
        }

        List<List<ReadingMove>> ofSize(int size) {
            List<List<ReadingMove>> found = new ArrayList<>();
            extend(0, size, new ArrayList<>(), found);
            return found;
        }

        private void extend(int from, int more, List<ReadingMove> chosen, List<List<ReadingMove>> found) {
            if (more == 0) {
                if (target.isMet(current, Band.of(model.outcome(holding, base).result()))) {
                    found.add(List.copyOf(chosen));
                }
                return;
            }
            for (int c = from; c <= candidates.size() - more; c++) {
                for (ReadingMove move : candidates.get(c)) {
                    int position = positions[c];
                    Grade before = grades[position];
                    grades[position] = move.toGrade();
                    model.update(holding, grades, position);
                    chosen.add(move);
                    extend(c + 1, more - 1, chosen, found);
                    chosen.remove(chosen.size() - 1);
                    grades[position] = before;
                    model.update(holding, grades, position);
                }
            }
        }
    }
}
