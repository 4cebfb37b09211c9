package entente.analysis.flip;

import entente.model.Band;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Points;
import entente.model.Question;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.scoring.Assessor;
import entente.scoring.Completions;
import entente.scoring.GradedScenario;
import entente.scoring.Monotonicity;
import entente.scoring.ReadingMove;
import entente.scoring.ReadingMoves;
import entente.scoring.ScoringModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds every smallest set of readings whose change brings a band, by trying all sets of one reading, then of two, and
 * so on. Exact, because a reading matters through its grade only, and because two prunings are safe:
 *
 * <ul>
 *   <li>Grades that meet the same conditions of all rules are one kind: no rule tells them apart, so one of them (the
 *       nearest) stands for all.
 *   <li>An indicator that no rule with a bearing on the likelihood asks ({@link Monotonicity#NONE}) cannot move it.
 * </ul>
 *
 * Over the shipped book that leaves some 160,000 worlds for three readings out of 41.
 */
public final class FlipSearch {

    /** The largest set that is tried; four readings take seconds, five would take minutes. */
    public static final int MAX_SIZE = 4;

    private final Assessor assessor;

    public FlipSearch(Assessor assessor) {
        this.assessor = assessor;
    }

    /**
     * All smallest sets of changes.
     *
     * @param locked indicators that stay as they are
     * @param maxSize from 1 to {@link #MAX_SIZE}
     */
    public FlipResult find(Scenario scenario, FlipTarget target, Set<String> locked, int maxSize) {
        ScoringModel weighing = assessor.scoringModel(scenario);
        GradedScenario world = GradedScenario.of(scenario, weighing.book().catalogue());
        Points base = ScoringModel.basePoints(weighing.book(), scenario.assumptions(), scenario.horizonYears());
        Search search = new Search(weighing, world, base, target, candidates(weighing, world, base, scenario, locked));
        var now = weighing.outcome(world.grades(), base).likelihood();
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
                weighing.book().catalogue());
    }

    /** For each indicator that can move the likelihood, the nearest grade of each other kind. */
    private static List<List<ReadingMove>> candidates(
            ScoringModel weighing, GradedScenario world, Points base, Scenario scenario, Set<String> locked) {
        Completions completions = new Completions(weighing, base);
        List<Indicator> indicators = weighing.book().catalogue().indicators();
        List<List<ReadingMove>> candidates = new ArrayList<>();
        for (int i = 0; i < indicators.size(); i++) {
            Indicator indicator = indicators.get(i);
            if (locked.contains(indicator.id()) || completions.monotonicity(Question.ALLIANCE, i) == Monotonicity.NONE) {
                continue;
            }
            List<ReadingMove> moves = new ArrayList<>();
            for (Grade grade : completions.otherDistinctGrades(i, world.grades()[i])) {
                moves.add(ReadingMoves.moveTo(indicator, scenario, grade));
            }
            candidates.add(moves);
        }
        return candidates;
    }

    /** Puts moves of the same readings together, the least effort in front, and runs each through the rules again. */
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
            throw new IllegalStateException("a flip that was found does not give its band");
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

    /** How far the readings move, each as a share of its range, so that percents and billions can be added. */
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

    /** The sets of one size that meet the target. */
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
                ScoringModel weighing,
                GradedScenario world,
                Points base,
                FlipTarget target,
                List<List<ReadingMove>> candidates) {
            this.model = weighing;
            this.base = base;
            this.target = target;
            this.candidates = candidates;
            this.grades = world.grades().clone();
            this.holding = weighing.satisfiedRules(grades);
            this.current = Band.of(weighing.outcome(holding, base).result());
            Map<String, Integer> positions = weighing.book().catalogue().positions();
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
                    int place = positions[c];
                    Grade before = grades[place];
                    grades[place] = move.toGrade();
                    model.update(holding, grades, place);
                    chosen.add(move);
                    extend(c + 1, more - 1, chosen, found);
                    chosen.remove(chosen.size() - 1);
                    grades[place] = before;
                    model.update(holding, grades, place);
                }
            }
        }
    }
}
