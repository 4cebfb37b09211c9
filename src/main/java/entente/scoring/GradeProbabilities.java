package entente.scoring;

import entente.model.Grade;
import entente.model.GradeScale;
import entente.model.Reading;
import entente.model.ReadingDistribution.GradeWeights;
import entente.model.ReadingDistribution.Shape;
import entente.model.ValueRange;
import org.apache.commons.numbers.gamma.ErfDifference;

/**
 * The probability of each grade of a reading: certain where it has one value, by its weights or by the density over its
 * range otherwise. A range of which nothing is said is taken as uniform. Whole numbers stand for the values that are
 * rounded to them.
 */
public final class GradeProbabilities {

    /** Standard deviations of a normal distribution between the ends of its range. */
    private static final double WIDTH = 4;

    private static final Grade[] GRADES = Grade.values();

    private GradeProbabilities() {}

    /** @return by ordinal of the grade, UNKNOWN included; they add up to 1 */
    public static double[] of(Reading reading, GradeScale scale) {
        double[] byGrade = new double[GRADES.length];
        if (reading.distribution().orElse(null) instanceof GradeWeights weights) {
            weights.byGrade().forEach((grade, weight) -> byGrade[grade.ordinal()] = weight);
            return byGrade;
        }
        if (reading.range().filter(ValueRange::wide).isEmpty()) {
            byGrade[GradedScenario.grade(reading, scale).ordinal()] = 1;
            return byGrade;
        }
        Shape shape = reading.distribution().orElse(null) instanceof Shape given ? given : Shape.UNIFORM;
        return over(reading.range().get(), scale, shape);
    }

    private static double[] over(ValueRange range, GradeScale scale, Shape shape) {
        double margin = scale.whole() ? 0.5 : 0;
        double low = range.low() - margin;
        double high = range.high() + margin;
        double[] byGrade = new double[GRADES.length];
        double sum = 0;
        for (int grade = Grade.VERY_LOW.ordinal(); grade < GRADES.length; grade++) {
            double from = grade == Grade.VERY_LOW.ordinal() ? low : Math.max(low, scale.from(GRADES[grade]) - margin);
            double to = grade + 1 == GRADES.length ? high : Math.min(high, scale.from(GRADES[grade + 1]) - margin);
            byGrade[grade] = from < to ? mass(shape, low, range.value(), high, from, to) : 0;
            sum += byGrade[grade];
        }
        for (int grade = 0; grade < GRADES.length; grade++) {
            byGrade[grade] /= sum;
        }
        return byGrade;
    }

    /** The mass between two values, up to a common factor. */
    private static double mass(Shape shape, double low, double mode, double high, double from, double to) {
        return switch (shape) {
            case UNIFORM -> to - from;
            case TRIANGULAR ->
                rising(low, mode, Math.min(from, mode), Math.min(to, mode))
                        + rising(-high, -mode, Math.min(-to, -mode), Math.min(-from, -mode));
            case NORMAL -> {
                double scale = (high - low) / WIDTH * Math.sqrt(2);
                yield ErfDifference.value((from - mode) / scale, (to - mode) / scale);
            }
        };
    }

    /** The area below the line from 0 at the end to 1 at the mode. */
    private static double rising(double end, double mode, double from, double to) {
        return to <= from ? 0 : (to - from) * (to + from - 2 * end) / 2 / (mode - end);
    }
}
