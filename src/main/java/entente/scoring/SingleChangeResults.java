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
    SingleChangeResults(ScenarioVariant scenario, RuleIndex index) {
        current = scenario.result();
        changed = new Points[scenario.indicators()][GRADES.length];
        for (int indicator = 0; indicator < changed.length; indicator++) {
            Grade before = scenario.grade(indicator);
            Grade last = before;
            Points result = current;
            for (int grade = Grade.VERY_LOW.ordinal(); grade < GRADES.length; grade++) {
                if (!index.equivalent(indicator, GRADES[grade], last)) {
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
        return extreme(indicator, -1);
    }

    /** The most points over all known grades of an indicator. */
    Points highest(int indicator) {
        return extreme(indicator, 1);
    }

    private Points extreme(int indicator, int direction) {
        Points extreme = current;
        for (int grade = Grade.VERY_LOW.ordinal(); grade < GRADES.length; grade++) {
            Points result = changed[indicator][grade];
            extreme = direction * result.compareTo(extreme) > 0 ? result : extreme;
        }
        return extreme;
    }
}
