package entente.analysis.exploration.diagram;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The sums of points that can be reached in each state of a diagram, as multiples of a unit.
 *
 * @param unit in hundredths of a point
 * @param shift by layer, state and class: the points that are decided, in units
 * @param low by layer and state, before each layer and after the last: the lowest sum, in units
 * @param high by layer and state: the highest sum, in units
 */
public record SumGrid(int unit, int[][][] shift, int[][] low, int[][] high) {

    /** @param points of a layer: {@link Layer#alliance} or {@link Layer#partnership} */
    public static SumGrid of(Diagram diagram, Function<Layer, int[][]> points) {
        List<Layer> layers = diagram.layers();
        int divisor = 0;
        for (Layer layer : layers) {
            for (int[] row : points.apply(layer)) {
                for (int value : row) {
                    divisor = gcd(divisor, Math.abs(value));
                }
            }
        }
        int unit = Math.max(1, divisor);
        int[][][] shift = new int[layers.size()][][];
        int[][] low = new int[layers.size() + 1][];
        int[][] high = new int[layers.size() + 1][];
        low[0] = new int[1];
        high[0] = new int[1];
        for (int l = 0; l < layers.size(); l++) {
            Layer layer = layers.get(l);
            int next = l + 1 < layers.size() ? layers.get(l + 1).states() : diagram.flags().length;
            low[l + 1] = filled(next, Integer.MAX_VALUE);
            high[l + 1] = filled(next, Integer.MIN_VALUE);
            shift[l] = new int[layer.states()][layer.classes()];
            for (int x = 0; x < layer.states(); x++) {
                for (int c = 0; c < layer.classes(); c++) {
                    int target = layer.target()[x][c];
                    int decided = points.apply(layer)[x][c] / unit;
                    shift[l][x][c] = decided;
                    low[l + 1][target] = Math.min(low[l + 1][target], low[l][x] + decided);
                    high[l + 1][target] = Math.max(high[l + 1][target], high[l][x] + decided);
                }
            }
        }
        return new SumGrid(unit, shift, low, high);
    }

    /** The sums of all states before a layer, or after the last. */
    public long cells(int layer) {
        long cells = 0;
        for (int x = 0; x < low[layer].length; x++) {
            cells += size(layer, x);
        }
        return cells;
    }

    /** The number of sums of a state. */
    public int size(int layer, int state) {
        return high[layer][state] - low[layer][state] + 1;
    }

    /** Where, among the sums of the following state, the first sum of this state is. */
    public int offset(Layer layer, int l, int state, int c) {
        return low[l][state] + shift[l][state][c] - low[l + 1][layer.target()[state][c]];
    }

    private static int[] filled(int size, int value) {
        int[] array = new int[size];
        Arrays.fill(array, value);
        return array;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
