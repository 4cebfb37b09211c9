package entente.model;

import java.math.BigDecimal;
import java.util.List;

/**
 * Four ascending cut points that map a value to a grade.
 *
 * @param whole whether values are whole numbers, so that the next lower value is one below the cut point
 */
public record GradeScale(double low, double moderate, double high, double veryHigh, boolean whole) {

    public List<Double> cuts() {
        return List.of(low, moderate, high, veryHigh);
    }

    public Grade gradeOf(double value) {
        if (value >= veryHigh) {
            return Grade.VERY_HIGH;
        }
        if (value >= high) {
            return Grade.HIGH;
        }
        if (value >= moderate) {
            return Grade.MODERATE;
        }
        return value >= low ? Grade.LOW : Grade.VERY_LOW;
    }

    /** Lowest value of the grade. Not defined for VERY_LOW, which extends to the end of the range. */
    public double from(Grade grade) {
        return cuts().get(grade.ordinal() - Grade.LOW.ordinal());
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
                ? difference(cut, value)
                : difference(value, whole ? cut - 1 : cut);
    }

    private static double difference(double more, double less) {
        return BigDecimal.valueOf(more).subtract(BigDecimal.valueOf(less)).doubleValue();
    }
}
