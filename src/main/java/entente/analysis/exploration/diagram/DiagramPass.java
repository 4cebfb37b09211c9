package entente.analysis.exploration.diagram;

import entente.rulebook.InterruptionCheck;
import java.util.List;
import lombok.RequiredArgsConstructor;

/**
 * Probabilities and expectations over all readings at once, by one pass through the layers in either direction. Only
 * products of numbers that are not negative are added, so that no digit is lost.
 */
@RequiredArgsConstructor
public final class DiagramPass {

    private final Diagram diagram;
    private final SumGrid grid;
    private final FinalOutcomes outcomes;

    /**
     * By layer, state and sum, before each layer and after the last: the probability to come there.
     *
     * @param byGrade by indicator and grade, probabilities
     */
    public double[][][] forward(double[][] byGrade) {
        List<Layer> layers = diagram.layers();
        double[][][] reached = new double[layers.size() + 1][][];
        reached[0] = new double[][] {{1}};
        for (int l = 0; l < layers.size(); l++) {
            reached[l + 1] = step(l, layers.get(l).classes(byGrade[layers.get(l).indicator()]), reached[l]);
        }
        return reached;
    }

    /** One step onward. */
    public double[][] step(int l, double[] probability, double[][] from) {
        Layer layer = diagram.layers().get(l);
        double[][] next = rows(l + 1);
        for (int x = 0; x < layer.states(); x++) {
            for (int c = 0; c < layer.classes(); c++) {
                if (probability[c] > 0) {
                    add(
                            probability[c],
                            from[x],
                            0,
                            next[layer.target()[x][c]],
                            grid.offset(layer, l, x, c),
                            from[x].length);
                }
            }
        }
        return next;
    }

    /** The expectation of an output after the last layer: its value. */
    public double[][] values(int output) {
        int last = diagram.layers().size();
        double[][] values = rows(last);
        for (int x = 0; x < values.length; x++) {
            for (int s = 0; s < values[x].length; s++) {
                values[x][s] = outcomes.value(output, x, s);
            }
        }
        return values;
    }

    /** The expectation of an output before a layer, given that after it. */
    public double[][] stepBack(int l, double[] probability, double[][] after) {
        Layer layer = diagram.layers().get(l);
        double[][] before = rows(l);
        for (int x = 0; x < layer.states(); x++) {
            for (int c = 0; c < layer.classes(); c++) {
                if (probability[c] > 0) {
                    double[] row = after[layer.target()[x][c]];
                    add(probability[c], row, grid.offset(layer, l, x, c), before[x], 0, before[x].length);
                }
            }
        }
        return before;
    }

    /** By class of a layer: the expectation of an output where the reading is of that class, times its probability. */
    public double[] joint(int l, double[] probability, double[][] reached, double[][] after) {
        Layer layer = diagram.layers().get(l);
        double[] joint = new double[layer.classes()];
        for (int c = 0; c < joint.length; c++) {
            double sum = 0;
            for (int x = 0; x < layer.states() && probability[c] > 0; x++) {
                sum += product(reached[x], after[layer.target()[x][c]], grid.offset(layer, l, x, c));
            }
            joint[c] = probability[c] * sum;
        }
        return joint;
    }

    /** Zeros for every state and sum. Every pass begins a layer here, so that it can be interrupted. */
    public double[][] rows(int l) {
        InterruptionCheck.check();
        double[][] rows = new double[grid.low()[l].length][];
        for (int x = 0; x < rows.length; x++) {
            rows[x] = new double[grid.size(l, x)];
        }
        return rows;
    }

    private static void add(double factor, double[] from, int fromStart, double[] to, int toStart, int length) {
        for (int s = 0; s < length; s++) {
            to[toStart + s] += factor * from[fromStart + s];
        }
    }

    private static double product(double[] a, double[] b, int offset) {
        double sum = 0;
        for (int s = 0; s < a.length; s++) {
            sum += a[s] * b[offset + s];
        }
        return sum;
    }
}
