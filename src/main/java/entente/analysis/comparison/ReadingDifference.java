package entente.analysis.comparison;

import entente.model.Grade;
import entente.model.Reading;
import entente.model.ValueRange;

/**
 * One indicator as two scenarios read it.
 *
 * @param beforeGrade under the cut points of the first scenario
 * @param afterGrade under those of the second
 */
public record ReadingDifference(String indicator, Reading before, Grade beforeGrade, Reading after, Grade afterGrade) {

    /** Whether value, range or footing differ; a new source or date for the same value makes no difference. */
    public boolean differs() {
        return !before.range().equals(after.range()) || before.status() != after.status();
    }

    /** Whether the value itself differs, on which the likelihood rests. */
    public boolean changesValue() {
        return !before.range().map(ValueRange::value).equals(after.range().map(ValueRange::value));
    }
}
