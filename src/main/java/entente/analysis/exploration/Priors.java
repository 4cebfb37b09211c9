package entente.analysis.exploration;

import entente.analysis.exploration.diagram.Grades;
import entente.model.Catalogue;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Reading;
import entente.model.ReadingDistribution.GradeWeights;
import entente.model.Scenario;
import entente.model.exploration.ExplorationQuestion;
import entente.model.exploration.World;
import entente.scoring.GradeProbabilities;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The probabilities of grades in each world, under the conditions of the question.
 *
 * @param weight by world
 * @param byGrade by world, indicator and grade
 */
record Priors(double[] weight, double[][][] byGrade) {

    /** @throws IllegalArgumentException if a condition has no probability */
    static Priors of(ExplorationQuestion question, Catalogue catalogue) {
        List<Indicator> indicators = catalogue.indicators();
        List<World> worlds = question.worlds().isEmpty() ? List.of(new World("", 1, Map.of())) : question.worlds();
        double[] weight = worlds.stream().mapToDouble(World::probability).toArray();
        double[][][] byGrade = worlds.stream()
                .map(world -> indicators.stream()
                        .map(indicator -> probabilities(question, world, indicator))
                        .toArray(double[][]::new))
                .toArray(double[][][]::new);
        for (int i = 0; i < indicators.size(); i++) {
            Grade grade = question.given().get(indicators.get(i).id());
            if (grade != null && !condition(weight, byGrade, i, grade.ordinal())) {
                throw new IllegalArgumentException(indicators.get(i).id() + " is never " + grade);
            }
        }
        return new Priors(weight, byGrade);
    }

    private static double[] probabilities(ExplorationQuestion question, World world, Indicator indicator) {
        GradeWeights own = world.grades().get(indicator.id());
        double[] byGrade = new double[Grades.COUNT];
        if (own != null) {
            own.byGrade().forEach((grade, probability) -> byGrade[grade.ordinal()] = probability);
            return byGrade;
        }
        Scenario scenario = question.scenario();
        Reading reading = scenario.reading(indicator.id());
        if (question.isAny(reading)) {
            Arrays.fill(byGrade, Grade.VERY_LOW.ordinal(), Grades.COUNT, 1.0 / (Grades.COUNT - 1));
            return byGrade;
        }
        return GradeProbabilities.of(reading, scenario.assumptions().scale(indicator));
    }

    /** Learns the grade of a reading, which tells about the world, too; false if it has no probability. */
    private static boolean condition(double[] weight, double[][][] byGrade, int indicator, int grade) {
        double sum = 0;
        for (int w = 0; w < weight.length; w++) {
            weight[w] *= byGrade[w][indicator][grade];
            sum += weight[w];
            if (weight[w] > 0) {
                Arrays.fill(byGrade[w][indicator], 0);
                byGrade[w][indicator][grade] = 1;
            }
        }
        for (int w = 0; w < weight.length; w++) {
            weight[w] /= sum;
        }
        return sum > 0;
    }

    int worlds() {
        return weight.length;
    }

    /** By indicator, the grades that occur in some world, as bits. */
    int[] support() {
        return IntStream.range(0, byGrade[0].length)
                .map(i -> IntStream.range(0, Grades.COUNT)
                        .filter(grade -> probability(i, grade) > 0)
                        .map(grade -> 1 << grade)
                        .sum())
                .toArray();
    }

    /** Over all worlds. */
    double probability(int indicator, int grade) {
        double sum = 0;
        for (int w = 0; w < weight.length; w++) {
            sum += weight[w] * byGrade[w][indicator][grade];
        }
        return sum;
    }

    boolean isCertain(int indicator) {
        return IntStream.range(0, Grades.COUNT)
                        .filter(grade -> probability(indicator, grade) > 0)
                        .count()
                == 1;
    }
}
