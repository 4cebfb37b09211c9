package entente.analysis.exploration;

import entente.analysis.exploration.diagram.DiagramCompiler;
import entente.analysis.exploration.diagram.DiagramTooLargeException;
import entente.analysis.exploration.diagram.Layer;
import entente.model.Points;
import entente.scoring.ScoringModel;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import lombok.RequiredArgsConstructor;

/**
 * How much of the variance of an output is left, on average, when all readings but one are known: the numerator of its
 * total index. The reading becomes the last layer of the diagram.
 */
@RequiredArgsConstructor
final class TotalEffects {

    private final DiagramCompiler compiler;
    private final ScoringModel model;
    private final Points base;
    private final Priors priors;
    private final int output;

    /** @return empty where the diagram with this reading as the last exceeds the limit */
    OptionalDouble of(int indicator, List<Integer> order) {
        if (!order.contains(indicator)) {
            return OptionalDouble.of(0);
        }
        List<Integer> last = new ArrayList<>(order);
        last.remove((Integer) indicator);
        last.add(indicator);
        try {
            return OptionalDouble.of(variance(new ExactPasses(compiler.compile(last), model.book(), base, priors)));
        } catch (DiagramTooLargeException tooLarge) {
            return OptionalDouble.empty();
        }
    }

    private double variance(ExactPasses passes) {
        int l = passes.layers() - 1;
        double[][] values = passes.pass.values(output);
        double sum = 0;
        for (int w = 0; w < priors.worlds(); w++) {
            double[] probability = passes.probability(w, l);
            double[][] reached = passes.reached[w][l];
            for (int x = 0; x < reached.length; x++) {
                for (int s = 0; s < reached[x].length; s++) {
                    if (reached[x][s] > 0) {
                        sum += priors.weight()[w] * reached[x][s] * variance(passes, l, x, s, probability, values);
                    }
                }
            }
        }
        return sum;
    }

    private static double variance(ExactPasses passes, int l, int x, int s, double[] probability, double[][] values) {
        Layer layer = passes.layer(l);
        double[] value = new double[probability.length];
        double mean = 0;
        for (int c = 0; c < value.length; c++) {
            value[c] = values[layer.target()[x][c]][passes.grid.offset(layer, l, x, c) + s];
            mean += probability[c] * value[c];
        }
        double variance = 0;
        for (int c = 0; c < value.length; c++) {
            variance += probability[c] * (value[c] - mean) * (value[c] - mean);
        }
        return variance;
    }
}
