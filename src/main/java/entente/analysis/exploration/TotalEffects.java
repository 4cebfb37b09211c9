package entente.analysis.exploration;

import entente.analysis.exploration.Diagram.Layer;
import entente.rulebook.InterruptionCheck;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The variance of the likelihood that is left, on average, when all readings but one are known: the numerator of its total
 * index. It is half the mean square of the difference of two cases that differ in that reading only. From the layer of the
 * reading on they are a pair of states, and a pair has the same future whichever reading set it apart, so that one pass
 * backward serves all readings. Only numbers that are not negative are added.
 */
final class TotalEffects {

    /** To find what follows a pair, in steps. */
    private static final int SEARCH = 20;

    /** To number a pair, in cells. */
    private static final int PAIR_CELLS = 20;

    private static final int ALIKE = -1;

    private final DiagramSums sums;
    private final WorkLimits limits;
    private final Step[] steps;
    /** After the last layer. */
    private final List<Pair> last;

    /** What follows a pair, in cells of all layers. */
    private double kept;
    /** With the pairs and sums of one layer and the next. */
    private double needed;

    /** @throws WorkLimits.Exceeded if the pairs exceed the budget, or the memory for sums */
    TotalEffects(DiagramSums sums, WorkLimits limits, WorkLimits.Budget budget) {
        this.sums = sums;
        this.limits = limits;
        steps = new Step[sums.layers()];
        List<Pair> pairs = List.of();
        for (int l = 0; l < steps.length; l++) {
            Map<Pair, Integer> following = new LinkedHashMap<>();
            steps[l] = new Step(l, pairs, following, budget);
            pairs = List.copyOf(following.keySet());
        }
        last = pairs;
    }

    /**
     * By layer, for its reading.
     *
     * @param reached forward, by state and sum
     * @param values of the likelihood after the last layer
     */
    double[] variances(double[][][] reached, double[][] values) {
        double[][] after = last.stream().map(pair -> pair.squares(values)).toArray(double[][]::new);
        double[] variances = new double[steps.length];
        for (int l = steps.length - 1; l >= 0; l--) {
            InterruptionCheck.check();
            double[] probability = sums.probability(l);
            variances[l] = steps[l].variance(probability, reached[l], after);
            after = steps[l].back(probability, after);
        }
        return variances;
    }

    /**
     * Two states before a layer or after the last, the lower one first.
     *
     * @param apart how much further on, among the sums of the second state, the sum of the second case is
     */
    private record Pair(int first, int second, int apart) {

        /** The first place of the first state at which the second state has a sum, too. */
        int start() {
            return Math.max(0, -apart);
        }

        /** The number of such places. */
        int length(int[] size) {
            return Math.min(size[first], size[second] - apart) - start();
        }

        double[] squares(double[][] values) {
            double[] squares = new double[Math.min(values[first].length, values[second].length - apart) - start()];
            for (int s = 0; s < squares.length; s++) {
                double difference = values[first][start() + s] - values[second][start() + s + apart];
                squares[s] = difference * difference;
            }
            return squares;
        }
    }

    /** What follows the pairs before a layer by class, and the cases that differ from that layer on by two classes. */
    private final class Step {

        private final Layer layer;
        private final int[][] offset;
        private final int[] lengths;
        /** The number of the pair that follows, or {@link #ALIKE}. */
        private final int[] target;
        /** Where, among the sums of the pair that follows, the first one is. */
        private final int[] place;

        private int filled;

        Step(int l, List<Pair> pairs, Map<Pair, Integer> following, WorkLimits.Budget budget) {
            layer = sums.layer(l);
            offset = sums.grid.offset()[l];
            int[] size = sums.grid.size()[l];
            lengths = pairs.stream().mapToInt(pair -> pair.length(size)).toArray();
            int classes = layer.classes();
            long twoClasses = (long) classes * (classes - 1) / 2;
            long cells = Arrays.stream(lengths).asLongStream().sum();
            long all = (long) pairs.size() * classes + layer.states() * twoClasses;
            budget.charge(all * SEARCH + cells * classes + sums.grid.cells(l) * twoClasses);
            kept += all;
            needed = kept + cells;
            limits.checkCells(needed);
            target = new int[(int) all];
            place = new int[(int) all];
            int[] nextSize = sums.grid.size()[l + 1];
            for (Pair pair : pairs) {
                for (int c = 0; c < classes; c++) {
                    follow(pair, c, c, following, nextSize);
                }
            }
            for (int x = 0; x < layer.states(); x++) {
                for (int c = 0; c < classes; c++) {
                    for (int d = c + 1; d < classes; d++) {
                        follow(new Pair(x, x, 0), c, d, following, nextSize);
                    }
                }
            }
        }

        private void follow(Pair pair, int c, int d, Map<Pair, Integer> following, int[] nextSize) {
            int first = layer.target()[pair.first()][c];
            int second = layer.target()[pair.second()][d];
            int at = pair.start() + offset[pair.first()][c];
            int apart = pair.apart() + offset[pair.second()][d] - offset[pair.first()][c];
            boolean turned = first > second || (first == second && apart < 0);
            Pair next = turned ? new Pair(second, first, -apart) : new Pair(first, second, apart);
            Integer number = first == second && apart == 0 ? (Integer) ALIKE : following.get(next);
            if (number == null) {
                needed += PAIR_CELLS + next.length(nextSize);
                limits.checkCells(needed);
                number = following.size();
                following.put(next, number);
            }
            target[filled] = number;
            place[filled] = at + (turned ? apart : 0) - next.start();
            filled++;
        }

        double variance(double[] probability, double[][] reached, double[][] after) {
            double sum = 0;
            int n = lengths.length * probability.length;
            for (double[] sums : reached) {
                for (int c = 0; c < probability.length; c++) {
                    for (int d = c + 1; d < probability.length; d++, n++) {
                        if (target[n] != ALIKE) {
                            double squares = DiagramSums.product(sums, after[target[n]], place[n]);
                            sum += probability[c] * probability[d] * squares;
                        }
                    }
                }
            }
            return sum;
        }

        /** The mean squares before the layer. */
        double[][] back(double[] probability, double[][] after) {
            double[][] before = new double[lengths.length][];
            int n = 0;
            for (int pair = 0; pair < before.length; pair++) {
                before[pair] = new double[lengths[pair]];
                for (int c = 0; c < probability.length; c++, n++) {
                    if (target[n] != ALIKE) {
                        DiagramSums.add(
                                probability[c], after[target[n]], place[n], before[pair], 0, before[pair].length);
                    }
                }
            }
            return before;
        }
    }
}
