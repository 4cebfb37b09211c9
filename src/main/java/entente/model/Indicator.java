package entente.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import entente.model.Described.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/**
 * An observable quantity with the scale on which its readings are graded.
 *
 * @param low lowest value that a reading may take, in the unit
 * @param high highest value that a reading may take, in the unit
 * @param commitment whether the value, from 0 to 4, is the state of commitment that verdicts report
 * @param partOf id of the indicator of the share that includes this one
 * @param actsThrough id of the indicator of the share through which this one has its effect
 */
@JsonPropertyOrder({"id", "group", "label", "short", "unit", "range", "whole"})
public record Indicator(
        @Described(kind = Kind.ID) String id,
        @Described(kind = Kind.ID) String group,
        String label,

        @JsonProperty("short") @Described("At most 36 characters, for tables and charts.")
        String shortLabel,

        @Described("ordinal, percent, ratio, count or USD bn.")
        String unit,

        @JsonIgnore double low,
        @JsonIgnore double high,

        @Described("Effect of a higher value on the partnership.")
        Sign partnership,

        @Described("Effect of a higher value on the likelihood of an alliance.")
        Sign alliance,

        @Described("The lowest values of LOW, MODERATE, HIGH and VERY_HIGH.")
        List<CutPoint> cutPoints,

        @Described("What each whole number stands for; empty where a number needs no explanation.")
        Map<Integer, String> anchors,

        @Described("Publisher of such readings, or that they are a judgement.")
        String source,

        Optional<String> note,
        @Described("Notes on doubtful data.") List<DataNote> dataNotes,
        @Described(kind = Kind.CITATION) List<String> cites,
        @JsonIgnore boolean commitment,
        @JsonIgnore Optional<String> partOf,
        @JsonIgnore Optional<String> actsThrough) {

    /** Longest short label, in characters. */
    public static final int SHORT_LABEL = 36;

    public static final String ORDINAL = "ordinal";
    public static final String COUNT = "count";
    public static final String PERCENT = "percent";

    @Described(value = "The lowest and the highest reading.", kind = Kind.MEASURE)
    public List<Double> range() {
        return List.of(low, high);
    }

    @Described("Whether a reading must be a whole number.")
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
    public record DataNote(
            String id,
            String note,
            @Described(kind = Kind.CITATION) List<String> cites,
            @JsonIgnore List<Double> values) {

        public boolean appliesTo(double value) {
            return values.isEmpty() || values.contains(value);
        }
    }

    /** The lowest value of a grade; a value equal to the cut point has that grade. */
    @JsonPropertyOrder({"from", "grade"})
    public record CutPoint(
            Grade grade,

            @Described(value = "The first value of the grade.", kind = Kind.MEASURE)
            double from,

            @Described(
                    "Why this value was chosen, and whether it comes from the article, a checked source or this project.")
            String reason) {}

    /** The effect of a higher value of an indicator on one of the two questions. */
    @Getter
    @RequiredArgsConstructor
    public enum Sign {
        RAISES("+"),
        LOWERS("-"),
        NOTHING("0"),
        TWO_SIDED("~"),
        /** Lifts a ceiling, alone or together with other readings. */
        GATE("gate"),
        /** Caps the likelihood regardless of the other readings. */
        VETO("veto");

        /** The mark in {@code indicators.yaml}. */
        @JsonValue
        private final String mark;
    }
}
