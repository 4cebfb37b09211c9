package entente.testkit;

import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Reading;
import entente.model.ReadingDistribution.GradeWeights;
import entente.model.Scenario;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Scenarios with weights of grades. */
public final class UncertainWorlds {

    /** The grades but unknown. */
    public static final List<Grade> KNOWN = List.of(Grade.values()).subList(1, Grade.values().length);

    private UncertainWorlds() {}

    /** Four readings with weights of grades. */
    public static Scenario uncertain(Scenario scenario, SplittableRandom random) {
        Scenario uncertain = scenario;
        for (int n = 0; n < 4; n++) {
            Indicator indicator = RandomWorlds.INDICATORS.get(random.nextInt(RandomWorlds.INDICATORS.size()));
            uncertain = RandomWorlds.with(uncertain, weighted(indicator, weights(random)));
        }
        return uncertain;
    }

    public static double[] weights(SplittableRandom random) {
        double[] weights = random.doubles(KNOWN.size()).toArray();
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int n = 0; n < weights.length; n++) {
            weights[n] /= sum;
        }
        return weights;
    }

    /** Some of the weight of a grade moved to the next one. */
    public static double[] raised(double[] weights, SplittableRandom random) {
        double[] raised = weights.clone();
        for (int n = 0; n + 1 < raised.length; n++) {
            double moved = raised[n] * random.nextDouble();
            raised[n] -= moved;
            raised[n + 1] += moved;
        }
        return raised;
    }

    public static Reading weighted(Indicator indicator, double[] weights) {
        Map<Grade, Double> byGrade = new EnumMap<>(Grade.class);
        for (Grade grade : KNOWN) {
            if (weights[grade.ordinal() - 1] > 0) {
                byGrade.put(grade, weights[grade.ordinal() - 1]);
            }
        }
        return Reading.unknown(indicator.id()).withDistribution(Optional.of(new GradeWeights(byGrade)));
    }

    /** @param grades the only ones that are possible, with random weights */
    public static Reading among(String indicator, SplittableRandom random, Grade... grades) {
        double[] weights = new double[KNOWN.size()];
        double[] drawn = random.doubles(grades.length, 0.01, 1).toArray();
        double sum = Arrays.stream(drawn).sum();
        for (int n = 0; n < grades.length; n++) {
            weights[grades[n].ordinal() - 1] = drawn[n] / sum;
        }
        return weighted(Shipped.BOOK.book().catalogue().indicator(indicator), weights);
    }
}
