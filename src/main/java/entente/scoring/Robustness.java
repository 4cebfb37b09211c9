package entente.scoring;

import entente.model.Band;
import entente.model.Grade;
import entente.model.Points;

/** How far a verdict keeps its band among its neighbours. */
final class Robustness {

    private static final int MAX_STEPS = 2;

    private Robustness() {}

    /** Share of moves of one known reading by one or two grades that keep the band; 0 when nothing can be moved. */
    static double of(ScoringModel weighing, GradedScenario world, Points base) {
        Band band = Band.of(weighing.outcome(world.grades(), base).result());
        int moves = 0;
        int kept = 0;
        Grade[] grades = world.grades().clone();
        boolean[] holding = weighing.satisfiedRules(grades);
        for (int i = 0; i < grades.length; i++) {
            Grade here = grades[i];
            for (int step = -MAX_STEPS; here != Grade.UNKNOWN && step <= MAX_STEPS; step++) {
                int there = here.ordinal() + step;
                if (step == 0 || there <= Grade.UNKNOWN.ordinal() || there > Grade.VERY_HIGH.ordinal()) {
                    continue;
                }
                grades[i] = Grade.values()[there];
                weighing.update(holding, grades, i);
                moves++;
                kept += Band.of(weighing.outcome(holding, base).result()) == band ? 1 : 0;
            }
            grades[i] = here;
            weighing.update(holding, grades, i);
        }
        return moves == 0 ? 0 : ConfidenceParts.thousandths((double) kept / moves);
    }
}
