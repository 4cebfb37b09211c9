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
    SingleChangeResults(ScenarioVariant scenario, GradeClasses classes) {
        current = scenario.result();
        changed = new Points[scenario.indicators()][GRADES.length];
        for (int indicator = 0; indicator < changed.length; indicator++) {
            Grade before = scenario.grade(indicator);
            Grade last = before;
            Points result = current;
            for (int grade = Grade.VERY_LOW.ordinal(); grade < GRADES.length; grade++) {
                if (!classes.equivalent(indicator, GRADES[grade], last)) {
                    result = scenario.set(indicator, GRADES[grade]) ? scenario.result() : result;
                    last = GRADES[grade];
                }
                changed[indicator][grade] = result;
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

    /** The fewest points over all known grades of an indicator. */
    Points lowest(int indicator) {
        Points lowest = current;
        for (int grade = Grade.VERY_LOW.ordinal(); grade < GRADES.length; grade++) {
            Points result = changed[indicator][grade];
            lowest = result.compareTo(lowest) < 0 ? result : lowest;
        }
        return lowest;
    }

    /** The most points over all known grades of an indicator. */
    Points highest(int indicator) {
        Points highest = current;
        for (int grade = Grade.VERY_LOW.ordinal(); grade < GRADES.length; grade++) {
            Points result = changed[indicator][grade];
            highest = result.compareTo(highest) > 0 ? result : highest;
        }
        return highest;
    }
}
