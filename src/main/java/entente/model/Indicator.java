package entente.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An observable quantity with the scale on which its readings are graded.
 *
 * @param shortLabel at most {@value #SHORT_LABEL} characters, for tables and charts
 * @param unit ordinal, percent, ratio, count or USD bn
 * @param low lowest value that a reading may take, in the unit
 * @param high highest value that a reading may take, in the unit
 * @param cutPoints the lowest values of LOW, MODERATE, HIGH and VERY_HIGH, ascending
 * @param anchors descriptions of the ordinal values; empty for other units
 * @param source publisher of such readings, or that they are a judgement
 * @param commitment whether the value, from 0 to 4, is the state of commitment that verdicts report
 * @param partOf id of the indicator of the share that includes this one
 * @param actsThrough id of the indicator of the share through which this one has its effect
 */
public record Indicator(
        String id,
        String group,
        String label,
        String shortLabel,
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
        List<String> cites,
        boolean commitment,
        Optional<String> partOf,
        Optional<String> actsThrough) {

    /** Longest short label, in characters. */
    public static final int SHORT_LABEL = 36;

    public static final String ORDINAL = "ordinal";
    public static final String COUNT = "count";
    public static final String PERCENT = "percent";

    /** Whether a reading must be a whole number. */
    public boolean whole() {
        return unit.equals(ORDINAL) || unit.equals(COUNT);
    }

    public boolean ordinal() {
        return unit.equals(ORDINAL);
    }

    public boolean percent() {
        return unit.equals(PERCENT);
    }

    public GradeScale scale() {
        return new GradeScale(cutPoints.stream().map(CutPoint::from).toList(), whole());
    }

    /**
     * An inconsistency or doubt in the article's data, reported with the indicator that it concerns.
     *
     * @param values the readings that it concerns; empty if it concerns the indicator in general
     */
    public record DataNote(String id, String note, List<String> cites, List<Double> values) {

        public boolean appliesTo(double value) {
            return values.isEmpty() || values.contains(value);
        }
    }
}
