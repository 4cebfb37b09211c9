package entente.analysis.exploration;

import entente.analysis.exploration.diagram.Diagram;
import entente.analysis.exploration.diagram.DiagramCompiler;
import entente.analysis.exploration.diagram.Layer;
import entente.analysis.exploration.diagram.WorkBudget;
import entente.analysis.exploration.diagram.WorkLimitException;
import entente.model.Percent;
import entente.model.Points;
import entente.scoring.ScoredScenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;

/**
 * How much of the variance of an output is left, on average, when all readings but one are known: the numerator of its
 * total index. The reading becomes the last layer of the diagram.
 */
@RequiredArgsConstructor
final class TotalEffects {

    /** Forward, and a mean and a variance in the last layer. */
    private static final int PASSES = 2;

    private final DiagramCompiler compiler;
    private final ScoredScenario scored;
    private final Priors priors;
    private final int output;
    private final WorkLimits limits;
    private final WorkBudget compilation;
    private final WorkBudget budget;
    private final Map<Points, Percent> percents = new HashMap<>();

    /** @throws WorkLimitException if a budget is exceeded, or memory */
    double of(int indicator, Diagram diagram) {
        List<Integer> order = diagram.layers().stream().map(Layer::indicator).toList();
        if (!order.contains(indicator)) {
            return 0;
        }
        Optional<Diagram> moved = diagram.withLast(indicator);
        Diagram last = moved.isPresent() ? moved.get() : compiler.compile(withLast(indicator, order), compilation);
        return variance(new ExactPasses(last, scored, priors, percents, limits, PASSES, budget));
    }

    private static List<Integer> withLast(int indicator, List<Integer> order) {
        List<Integer> last = new ArrayList<>(order);
        last.remove((Integer) indicator);
        last.add(indicator);
        return last;
    }

    private double variance(ExactPasses passes) {
        int l = passes.layers() - 1;
        double[][] values = passes.pass.values(output);
        double sum = 0;
        for (int w = 0; w < priors.worlds(); w++) {
            double[][] reached = {{1}};
            for (int before = 0; before < l; before++) {
                reached = passes.pass.step(before, passes.probability(w, before), reached);
            }
            double[] probability = passes.probability(w, l);
            for (int x = 0; x < reached.length; x++) {
                double[] variance = variance(passes, x, reached[x].length, probability, values);
                for (int s = 0; s < reached[x].length; s++) {
                    if (reached[x][s] > 0) {
                        sum += priors.weight()[w] * reached[x][s] * variance[s];
                    }
                }
            }
        }
        return sum;
    }

    /** Of the values after the last layer, by the sum before it. */
    private static double[] variance(ExactPasses passes, int x, int sums, double[] probability, double[][] values) {
        int l = passes.layers() - 1;
        Layer layer = passes.layer(l);
        double[] mean = new double[sums];
        for (int c = 0; c < probability.length; c++) {
            double[] value = values[layer.target()[x][c]];
            int offset = passes.grid.offset(layer, l, x, c);
            for (int s = 0; s < sums; s++) {
                mean[s] += probability[c] * value[offset + s];
            }
        }
        double[] variance = new double[sums];
        for (int c = 0; c < probability.length; c++) {
            double[] value = values[layer.target()[x][c]];
            int offset = passes.grid.offset(layer, l, x, c);
            for (int s = 0; s < sums; s++) {
                double away = value[offset + s] - mean[s];
                variance[s] += probability[c] * away * away;
            }
        }
        return variance;
    }
}
