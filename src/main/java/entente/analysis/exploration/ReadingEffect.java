package entente.analysis.exploration;

import entente.model.Band;
import entente.model.Grade;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What an uncertain reading contributes to the uncertainty of the verdict.
 *
 * @param first the share of the variance that knowing this reading alone removes, from 0 to 1
 * @param total the share that is left when all others are known, from 0 to 1; empty for a sample, or where it exceeds
 *     the limit of the computation
 * @param bits how much knowing this reading tells about the band, in bits
 * @param grades one for each possible grade, the lowest first
 */
public record ReadingEffect(
        String indicator, double first, OptionalDouble total, double bits, List<GradeEffect> grades) {

    /**
     * One possible grade.
     *
     * @param probability before anything is known of the verdict
     * @param bands the probability of each band if the reading has this grade
     * @param meanPercent the expected likelihood if the reading has this grade
     * @param posterior the probability of this grade if the verdict is in the band; empty for bands not reached
     */
    public record GradeEffect(
            Grade grade,
            double probability,
            Map<Band, Double> bands,
            double meanPercent,
            Map<Band, Double> posterior) {}
}
