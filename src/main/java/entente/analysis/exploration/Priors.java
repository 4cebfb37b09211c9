package entente.analysis.exploration;

import entente.model.Catalogue;
import entente.model.ExplorationQuestion;
import entente.model.Grade;
import entente.model.GradeScale;
import entente.model.Indicator;
import entente.model.Reading;
import entente.model.ReadingDistribution.GradeWeights;
import entente.model.ReadingDistribution.Shape;
import entente.model.ValueRange;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The probabilities of grades under the conditions of the question.
 *
 * @param byGrade by indicator and grade
 */
record Priors(double[][] byGrade) {

    private static final Grade[] GRADES = Grade.values();

    /** Without the conditions. */
    static Priors before(ExplorationQuestion question, Catalogue catalogue) {
        return new Priors(catalogue.indicators().stream()
                .map(indicator -> probabilities(question, indicator))
                .toArray(double[][]::new));
    }

    /** @throws IllegalArgumentException if a condition has no probability */
    static Priors of(ExplorationQuestion question, Catalogue catalogue) {
        Priors priors = before(question, catalogue);
        for (int i = 0; i < priors.byGrade.length; i++) {
            String id = catalogue.indicators().get(i).id();
            Grade grade = question.given().get(id);
            if (grade != null) {
                if (priors.byGrade[i][grade.ordinal()] == 0) {
                    throw new IllegalArgumentException(id + " is never " + grade);
                }
                Arrays.fill(priors.byGrade[i], 0);
                priors.byGrade[i][grade.ordinal()] = 1;
            }
        }
        return priors;
    }

    private static double[] probabilities(ExplorationQuestion question, Indicator indicator) {
        Reading reading = question.scenario().reading(indicator.id());
        if (question.isAny(reading)) {
            double[] byGrade = new double[Diagram.GRADES];
            Arrays.fill(byGrade, Grade.VERY_LOW.ordinal(), Diagram.GRADES, 1.0 / (Diagram.GRADES - 1));
            return byGrade;
        }
        return grades(reading, question.scenario().assumptions().scale(indicator));
    }

    /**
     * The probability of each grade of a reading: certain where it has one value, by its weights or by the density over its
     * range otherwise. A range of which nothing is said is taken as uniform. Whole numbers stand for the values that are
     * rounded to them.
     *
     * @return by ordinal of the grade, UNKNOWN included; they add up to 1
     */
    static double[] grades(Reading reading, GradeScale scale) {
        double[] byGrade = new double[GRADES.length];
        if (reading.distribution().orElse(null) instanceof GradeWeights weights) {
            weights.byGrade().forEach((grade, weight) -> byGrade[grade.ordinal()] = weight);
            return byGrade;
        }
        if (reading.range().filter(ValueRange::wide).isEmpty()) {
            byGrade[scale.gradeOf(reading).ordinal()] = 1;
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
        };
    }

    /** The area below the line from 0 at the end to 1 at the mode. */
    private static double rising(double end, double mode, double from, double to) {
        return to <= from ? 0 : (to - from) * (to + from - 2 * end) / 2 / (mode - end);
    }

    /** By indicator, the grades that occur, as bits. */
    int[] support() {
        return Arrays.stream(byGrade)
                .mapToInt(of -> IntStream.range(0, of.length)
                        .filter(grade -> of[grade] > 0)
                        .map(grade -> 1 << grade)
                        .sum())
                .toArray();
    }

    /** The indicators of which more than one grade occurs. */
    int[] uncertain() {
        int[] support = support();
        return IntStream.range(0, support.length)
                .filter(i -> Integer.bitCount(support[i]) > 1)
                .toArray();
    }
}
