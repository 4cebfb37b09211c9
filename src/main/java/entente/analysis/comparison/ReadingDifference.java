package entente.analysis.comparison;

import entente.model.Grade;
import entente.model.Reading;
import entente.model.ValueRange;

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

    /** Whether the value differs, which determines the likelihood. */
    public boolean changesValue() {
        return !before.range().map(ValueRange::value).equals(after.range().map(ValueRange::value));
    }
}
