package entente.model;

import java.math.BigDecimal;
import java.util.List;

/**
 * Four ascending cut points that turn a value into a grade.
 *
 * @param whole whether values come in whole numbers, which makes the next lower value one below the cut
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

    /** First value of the grade. VERY_LOW has none: it reaches down to the end of the range. */
    public double from(Grade grade) {
        return cuts().get(grade.ordinal() - Grade.LOW.ordinal());
    }

    /**
     * How far a known value is from meeting a condition, in the unit of the indicator; 0 when it holds. Where a
     * continuous value stands exactly on a cut that it must stay below, the distance is 0 as well: any step down does.
     */
    public double distance(double value, RuleCondition condition) {
        Grade threshold = condition.threshold();
        if (condition.isMetBy(gradeOf(value))) {
            return 0;
        }
        if (condition.comparison() == ComparisonOperator.AT_LEAST) {
            return difference(from(threshold), value);
        }
        double below = from(Grade.values()[threshold.ordinal() + 1]);
        return difference(value, whole ? below - 1 : below);
    }

    private static double difference(double more, double less) {
        return BigDecimal.valueOf(more).subtract(BigDecimal.valueOf(less)).doubleValue();
    }
}
