package entente.analysis.comparison;

import entente.model.Grade;
import entente.model.Reading;

/**
 * The readings of one indicator in two scenarios.
 *
 * @param beforeGrade under the cut points of the first scenario
 * @param afterGrade under the cut points of the second scenario
 */
public record ReadingDifference(String indicator, Reading before, Grade beforeGrade, Reading after, Grade afterGrade) {

    /** Whether value, range or status differ; source and date are not compared. */
    public boolean differs() {
        return !before.range().equals(after.range()) || before.status() != after.status();
    }
}
