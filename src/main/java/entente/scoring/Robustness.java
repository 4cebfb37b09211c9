package entente.scoring;

import entente.model.Band;
import entente.model.Grade;
import entente.model.Numbers;

/** Computes the robustness of the band against changes of single readings. */
final class Robustness {

    private static final int MAX_STEPS = 2;

    private Robustness() {}

    /** Share of changes of one known reading by one or two grades that keep the band; 0 if no reading is known. */
    static double of(ScoredScenario scored) {
        ScoringModel model = scored.model();
        int moves = 0;
        int unchanged = 0;
        Grade[] grades = scored.graded().grades().clone();
        boolean[] satisfied = model.satisfiedRules(grades);
        Band band = Band.of(scored.outcome(satisfied).result());
        for (int i = 0; i < grades.length; i++) {
            Grade current = grades[i];
            for (int step = -MAX_STEPS; current != Grade.UNKNOWN && step <= MAX_STEPS; step++) {
                int target = current.ordinal() + step;
                if (step == 0 || target <= Grade.UNKNOWN.ordinal() || target > Grade.VERY_HIGH.ordinal()) {
                    continue;
                }
                grades[i] = Grade.values()[target];
                model.update(satisfied, grades, i);
                moves++;
                unchanged += Band.of(scored.outcome(satisfied).result()) == band ? 1 : 0;
            }
            grades[i] = current;
            model.update(satisfied, grades, i);
        }
        return moves == 0 ? 0 : Numbers.rounded((double) unchanged / moves, 3);
    }
}
