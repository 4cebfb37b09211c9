package entente.model;

import entente.model.ReadingDistribution.GradeWeights;
import java.util.List;
import java.util.TreeSet;

/**
 * Four ascending cut points that map a value to a grade.
 *
 * @param whole whether values are whole numbers, so that the next lower value is one below the cut point
 */
public record GradeScale(List<Double> cuts, boolean whole) {

    private static final Grade[] GRADES = Grade.values();

    /** Whether these are four ascending cut points within a range; none is the lowest value of the range. */
    public static boolean isValid(List<Double> cuts, double low, double high) {
        return cuts.size() == 4
                && cuts.get(0) > low
                && cuts.get(3) <= high
                && cuts.equals(List.copyOf(new TreeSet<>(cuts)));
    }

    public Grade gradeOf(double value) {
        int reached = 0;
        while (reached < cuts.size() && value >= cuts.get(reached)) {
            reached++;
        }
        return GRADES[Grade.VERY_LOW.ordinal() + reached];
    }

    public Grade gradeOf(Reading reading) {
        return reading.range().map(range -> gradeOf(range.value())).orElse(Grade.UNKNOWN);
    }

    /** The possible grades of a reading: those that have a weight, those of its range, or all five if it is unknown. */
    public List<Grade> possibleGrades(Reading reading) {
        if (reading.distribution().orElse(null) instanceof GradeWeights weights) {
            return weights.byGrade().keySet().stream()
                    .filter(grade -> grade != Grade.UNKNOWN)
                    .toList();
        }
        Grade low = reading.range().map(range -> gradeOf(range.low())).orElse(Grade.VERY_LOW);
        Grade high = reading.range().map(range -> gradeOf(range.high())).orElse(Grade.VERY_HIGH);
        return List.of(GRADES).subList(low.ordinal(), high.ordinal() + 1);
    }

    /** Lowest value of the grade. Not defined for VERY_LOW, which extends to the end of the range. */
    public double from(Grade grade) {
        return cuts.get(grade.ordinal() - Grade.LOW.ordinal());
    }

    /** The value in the middle of a grade on a scale with these ends; of two whole numbers in the middle the lower one. */
    public double middle(Grade grade, double low, double high) {
        double from = grade == Grade.VERY_LOW ? low : from(grade);
        double to = grade == Grade.VERY_HIGH ? high : from(GRADES[grade.ordinal() + 1]) - (whole ? 1 : 0);
        double middle = (from + to) / 2;
        return whole ? Math.floor(middle) : Numbers.rounded(middle, 6);
    }

    /**
     * Distance of a known value from meeting a condition, in the unit of the indicator; 0 if the condition holds. It is
     * also 0 if a continuous value equals a cut point that it must stay below, as any decrease suffices.
     */
    public double distance(double value, RuleCondition condition) {
        if (condition.isMetBy(gradeOf(value))) {
            return 0;
        }
        double cut = from(condition.decidingGrade());
        return condition.comparison() == ComparisonOperator.AT_LEAST
                ? Numbers.difference(cut, value)
                : Numbers.difference(value, whole ? cut - 1 : cut);
    }
}
