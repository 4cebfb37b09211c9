package entente.analysis.exploration;

import entente.model.Catalogue;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Reading;
import entente.model.exploration.ExplorationQuestion;
import entente.scoring.GradeProbabilities;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The probabilities of grades under the conditions of the question.
 *
 * @param byGrade by indicator and grade
 */
record Priors(double[][] byGrade) {

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
        return GradeProbabilities.of(reading, question.scenario().assumptions().scale(indicator));
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
