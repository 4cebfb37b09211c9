package entente.scoring;

import entente.model.Grade;
import entente.model.Points;

/** The points after ceilings of a scenario, and of every scenario that differs from it in the grade of one reading. */
final class SingleChangeResults {

    private static final Grade[] GRADES = Grade.values();

    private final Points current;

    /** By indicator and ordinal of the known grades. */
    private final Points[][] changed;

    /** @param scenario as it is again afterwards */
    SingleChangeResults(ScenarioVariant scenario) {
        current = scenario.result();
        changed = new Points[scenario.indicators()][GRADES.length];
        for (int indicator = 0; indicator < changed.length; indicator++) {
            Grade before = scenario.grade(indicator);
            for (int grade = Grade.VERY_LOW.ordinal(); grade < GRADES.length; grade++) {
                scenario.set(indicator, GRADES[grade]);
                changed[indicator][grade] = scenario.result();
            }
            scenario.set(indicator, before);
        }
    }

    Points current() {
        return current;
    }

    /** The points if this indicator alone had this grade, which must not be UNKNOWN. */
    Points with(int indicator, Grade grade) {
        return changed[indicator][grade.ordinal()];
    }
}
