package entente.analysis.exploration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How much of the variance of an output comes from two readings together, beyond what each contributes alone. */
final class PairEffects {

    private final ExactPasses passes;
    private final double[][][] reached;
    private final double[][][] after;
    private final double mean;

    /** @param output one of the numbers of {@link Output}; readings are independent */
    PairEffects(ExactPasses passes, int output) {
        this.passes = passes;
        this.reached = passes.pass.forward(passes.priors.byGrade()[0]);
        this.after = passes.backward(0, output);
        this.mean = passes.expected(output, reached[passes.layers()]);
    }

    /** @param variance explained by the pair, in the square of the unit of the output */
    record Pair(int first, int second, double variance) {}

    /** Steps: for each class of each layer, a pass and a joint through those after it, and a pass each way. */
    static long steps(ExactPasses passes) {
        long later = 0;
        long steps = 0;
        for (int l = passes.layers() - 1; l >= 0; l--) {
            long pass = passes.grid.cells(l) * passes.layer(l).classes();
            steps += 2L * passes.layer(l).classes() * later + 2 * pass;
            later += pass;
        }
        return steps;
    }

    /** The strongest first, those without an effect left out. */
    List<Pair> strongest(int most) {
        double[][] single = single();
        List<Pair> pairs = new ArrayList<>();
        for (int l = 0; l < passes.layers(); l++) {
            pairs.addAll(withLater(l, single));
        }
        return pairs.stream()
                .filter(pair -> pair.variance() > 0)
                .sorted(Comparator.comparingDouble(Pair::variance)
                        .reversed()
                        .thenComparingInt(Pair::first)
                        .thenComparingInt(Pair::second))
                .limit(most)
                .toList();
    }

    /** By layer and class, the expectation of the output where the reading is of the class. */
    private double[][] single() {
        double[][] single = new double[passes.layers()][];
        for (int l = 0; l < single.length; l++) {
            double[] probability = passes.probability(0, l);
            single[l] = passes.pass.joint(l, probability, reached[l], after[l + 1]);
            for (int c = 0; c < probability.length; c++) {
                single[l][c] = probability[c] > 0 ? single[l][c] / probability[c] : mean;
            }
        }
        return single;
    }

    private List<Pair> withLater(int l, double[][] single) {
        double[] variance = new double[passes.layers()];
        double[] first = passes.probability(0, l);
        for (int c = 0; c < first.length; c++) {
            double[] only = new double[first.length];
            only[c] = 1;
            double[][] given = first[c] > 0 ? passes.pass.step(l, only, reached[l]) : new double[0][];
            for (int later = l + 1; later < passes.layers() && first[c] > 0; later++) {
                double[] second = passes.probability(0, later);
                double[] joint = passes.pass.joint(later, second, given, after[later + 1]);
                for (int d = 0; d < second.length; d++) {
                    if (second[d] > 0) {
                        double together = joint[d] / second[d] - single[l][c] - single[later][d] + mean;
                        variance[later] += first[c] * second[d] * together * together;
                    }
                }
                given = passes.pass.step(later, second, given);
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (int later = l + 1; later < passes.layers(); later++) {
            int a = passes.layer(l).indicator();
            int b = passes.layer(later).indicator();
            pairs.add(new Pair(Math.min(a, b), Math.max(a, b), variance[later]));
        }
        return pairs;
    }
}
