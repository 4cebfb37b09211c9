package entente.analysis.exploration;

import entente.analysis.exploration.ReadingEffect.GradeEffect;
import entente.analysis.exploration.diagram.Output;
import entente.model.Band;
import entente.model.Grade;
import entente.model.exploration.ExplorationQuestion;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Computes the indices of readings from joint expectations. */
final class EffectBuilder {

    private static final double LN2 = StrictMath.log(2);

    private final Expectations found;
    private final VerdictProbabilities verdict;
    private final int output;

    EffectBuilder(Expectations found, VerdictProbabilities verdict, ExplorationQuestion question) {
        this.found = found;
        this.verdict = verdict;
        this.output = Output.of(question.index());
    }

    /** The variance of the output that the indices explain. */
    private double variance() {
        if (output == Output.PERCENT) {
            return verdict.standardDeviation() * verdict.standardDeviation();
        }
        double others = 0;
        for (Band band : Band.values()) {
            others += band.ordinal() == output ? 0 : band(band);
        }
        return band(Band.values()[output]) * others;
    }

    ReadingEffect of(int indicator, String id) {
        List<GradeEffect> grades = new ArrayList<>();
        double variance = 0;
        double bits = 0;
        double mean = output == Output.PERCENT ? verdict.meanPercent() : band(Band.values()[output]);
        for (Grade grade : Grade.values()) {
            double[] joint = found.joints()[indicator][grade.ordinal()];
            double probability = probability(joint);
            if (probability > 0) {
                double away = joint[output] / probability - mean;
                variance += probability * away * away;
                bits += bits(joint, probability);
                grades.add(effect(grade, probability, joint));
            }
        }
        Double total = found.total().get(indicator);
        return new ReadingEffect(
                id,
                share(variance),
                total == null ? OptionalDouble.empty() : OptionalDouble.of(share(total)),
                Math.max(0, bits),
                grades);
    }

    /** The joint expectations of all bands together, so that the conditional ones add up to 1 for a sample, too. */
    private static double probability(double[] joint) {
        double probability = 0;
        for (int band = 0; band < Output.PERCENT; band++) {
            probability += joint[band];
        }
        return probability;
    }

    /** A part of the variance as a share of it, from 0 to 1; 0 where there is no variance. */
    double share(double part) {
        double variance = variance();
        return variance > 0 ? Math.min(1, part / variance) : 0;
    }

    private double bits(double[] joint, double probability) {
        double bits = 0;
        for (Band band : Band.values()) {
            double both = joint[band.ordinal()];
            if (both > 0) {
                bits += both * StrictMath.log(both / (probability * band(band))) / LN2;
            }
        }
        return bits;
    }

    private GradeEffect effect(Grade grade, double probability, double[] joint) {
        Map<Band, Double> bands = new EnumMap<>(Band.class);
        Map<Band, Double> posterior = new EnumMap<>(Band.class);
        for (Band band : Band.values()) {
            bands.put(band, joint[band.ordinal()] / probability);
            if (band(band) > 0) {
                posterior.put(band, joint[band.ordinal()] / band(band));
            }
        }
        return new GradeEffect(grade, probability, bands, joint[Output.PERCENT] / probability, posterior);
    }

    private double band(Band band) {
        return verdict.bands().getOrDefault(band, 0.0);
    }
}
