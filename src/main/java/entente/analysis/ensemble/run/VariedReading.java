package entente.analysis.ensemble.run;

import entente.analysis.ensemble.GradeDistribution;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Reading;
import entente.model.exploration.DistributionBasis;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A reading that differs between variants.
 *
 * @param index of its indicator in the catalogue
 * @param basis where its probabilities come from
 * @param grades the probability of each possible grade, the lowest first
 */
public record VariedReading(Indicator indicator, int index, DistributionBasis basis, Map<Grade, Double> grades) {

    /** Empty if the reading has one possible grade. */
    static Optional<VariedReading> of(
            Indicator indicator, int index, Reading reading, boolean isAny, double[] probabilities) {
        Map<Grade, Double> grades = new EnumMap<>(Grade.class);
        for (Grade grade : Grade.values()) {
            if (probabilities[grade.ordinal()] > 0) {
                grades.put(grade, probabilities[grade.ordinal()]);
            }
        }
        return grades.size() < 2
                ? Optional.empty()
                : Optional.of(new VariedReading(
                        indicator, index, DistributionBasis.of(reading, isAny), Collections.unmodifiableMap(grades)));
    }

    /** By ordinal of the grade; 0 for grades that are not possible. */
    double[] weights() {
        double[] weights = new double[Grade.values().length];
        grades.forEach((grade, probability) -> weights[grade.ordinal()] = probability);
        return weights;
    }

    GradeDistribution distribution() {
        return GradeDistribution.of(weights());
    }
}
