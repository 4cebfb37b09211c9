package entente.analysis.exploration;

import entente.analysis.exploration.diagram.Diagram;
import entente.analysis.exploration.diagram.DiagramCompiler;
import entente.analysis.exploration.diagram.DiagramTooLargeException;
import entente.analysis.exploration.diagram.Layer;
import entente.model.Percent;
import entente.model.Points;
import entente.scoring.ScoringModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Map<Points, Percent> percents = new HashMap<>();

    /** @return empty where the diagram with this reading as the last exceeds the limit */
    OptionalDouble of(int indicator, Diagram diagram) {
        List<Integer> order = diagram.layers().stream().map(Layer::indicator).toList();
        if (!order.contains(indicator)) {
            return OptionalDouble.of(0);
        }
        try {
            Optional<Diagram> moved = diagram.withLast(indicator);
            Diagram last = moved.isPresent() ? moved.get() : compiledWithLast(indicator, order);
            return OptionalDouble.of(variance(new ExactPasses(last, model.book(), base, priors, percents)));
        } catch (DiagramTooLargeException tooLarge) {
            return OptionalDouble.empty();
        }
    }

    private Diagram compiledWithLast(int indicator, List<Integer> order) throws DiagramTooLargeException {
        List<Integer> last = new ArrayList<>(order);
        last.remove((Integer) indicator);
        last.add(indicator);
        return compiler.compile(last);
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
