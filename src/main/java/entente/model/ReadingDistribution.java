package entente.model;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How probable the values of an uncertain reading are. */
public sealed interface ReadingDistribution {

    /** As scenario files and options write it. */
    String text();

    /** A density over the range of a reading. */
    enum Shape implements ReadingDistribution {
        /** Every value of the range alike. */
        UNIFORM,
        /** From zero at both ends to the most probable value. */
        TRIANGULAR;

        @Override
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param byGrade probabilities above 0 that add up to 1, the lowest grade first */
    record GradeWeights(Map<Grade, Double> byGrade) implements ReadingDistribution {

        /** Weights that add up to one half but for rounding are half. */
        private static final double HALF = 0.5 - 1e-9;

        /** The lowest grade that is not exceeded with a probability of one half or more. */
        public Grade median() {
            double sum = 0;
            Grade median = Grade.UNKNOWN;
            for (Map.Entry<Grade, Double> entry : byGrade.entrySet()) {
                sum += entry.getValue();
                if (sum >= HALF) {
                    return entry.getKey();
                }
                median = entry.getKey();
            }
            return median;
        }

        @Override
        public String text() {
            return byGrade.entrySet().stream()
                    .map(entry -> entry.getKey() + ":" + Numbers.plain(entry.getValue()))
                    .collect(Collectors.joining(","));
        }
    }
}
