package entente.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that can be read of the world, with the scale on which it is graded.
 *
 * @param unit ordinal, percent, ratio, count or USD bn
 * @param low lowest value that a reading may take, in the unit
 * @param high highest value that a reading may take, in the unit
 * @param cutPoints the first values of LOW, MODERATE, HIGH and VERY_HIGH, ascending; four of them
 * @param anchors what a whole number stands for; empty where a number speaks for itself
 * @param source who publishes such a reading, or that it is a judgement
 */
public record Indicator(
        String id,
        String group,
        String label,
        String unit,
        double low,
        double high,
        Sign partnership,
        Sign alliance,
        List<CutPoint> cutPoints,
        Map<Integer, String> anchors,
        String source,
        Optional<String> note,
        List<DataNote> dataNotes,
        List<String> cites) {

    public static final String ORDINAL = "ordinal";
    public static final String COUNT = "count";

    /** Whether a reading must be a whole number. */
    public boolean whole() {
        return unit.equals(ORDINAL) || unit.equals(COUNT);
    }

    public boolean ordinal() {
        return unit.equals(ORDINAL);
    }

    public GradeScale scale() {
        return new GradeScale(
                cutPoints.get(0).from(),
                cutPoints.get(1).from(),
                cutPoints.get(2).from(),
                cutPoints.get(3).from(),
                whole());
    }
}
