package entente.analysis.exploration;

import entente.analysis.exploration.Diagram.Effect;
import entente.analysis.exploration.Diagram.Layer;
import entente.model.Band;
import entente.model.Percent;
import entente.model.Points;
import entente.model.rule.Ceiling;
import entente.model.rule.CeilingKind;
import entente.rulebook.InterruptionCheck;
import entente.scoring.ScoredScenario;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Probabilities and expectations over all readings at once, by passes through the layers of a diagram in either direction.
 * Only products of numbers that are not negative are added, so that no digit is lost. Outputs have numbers: each band as 0
 * or 1, then the likelihood in percent. Arrays are by state and sum of points, where nothing else is said.
 */
final class DiagramSums {

    static final int PERCENT = Band.values().length;
    static final int OUTPUTS = PERCENT + 1;

    /** To round a likelihood, in steps. */
    private static final int ROUNDING = 20;

    /** What a sum after the last layer takes with its likelihood, in cells. */
    private static final int OUTCOME_CELLS = 20;

    final Diagram diagram;
    final Grid grid;
    final Priors priors;
    /** By state and sum after the last layer: the points after ceilings, in hundredths. */
    final int[][] points;
    /** By state and sum after the last layer: the ordinal of the band. */
    final int[][] band;
    /** Sums of all layers. */
    final long cells;
    /** Steps of one pass through all layers. */
    final long steps;

    /**
     * @param passes through all layers, which are charged
     * @throws WorkLimits.Exceeded if they exceed the budget, or a pass that keeps two layers needs more memory than the limit
     */
    DiagramSums(
            Diagram diagram,
            ScoredScenario scored,
            Priors priors,
            WorkLimits limits,
            int passes,
            WorkLimits.Budget budget) {
        this.diagram = diagram;
        this.priors = priors;
        grid = Grid.of(diagram, Layer::alliance);
        long last = grid.cells(layers());
        long all = last;
        long products = 0;
        for (int l = 0; l < layers(); l++) {
            all += grid.cells(l);
            products += grid.cells(l) * layer(l).classes();
        }
        limits.checkCells((double) last * OUTCOME_CELLS);
        cells = all;
        steps = products;
        budget.charge(steps * passes + last * ROUNDING);
        points = new int[diagram.flags().length][];
        band = new int[points.length][];
        for (int x = 0; x < points.length; x++) {
            points[x] = new int[grid.size()[layers()][x]];
            band[x] = new int[points[x].length];
            for (int s = 0; s < points[x].length; s++) {
                int sum = diagram.alliance() + (grid.low()[layers()][x] + s) * grid.unit();
                Points result =
                        underCeilings(scored, diagram.flags()[x], scored.base().plus(new Points(sum)));
                points[x][s] = result.hundredths();
                band[x][s] = Percent.of(result).band().ordinal();
            }
        }
    }

    private static Points underCeilings(ScoredScenario scored, int flags, Points raw) {
        Points result = Effect.highest(flags)
                .map(kind -> ceiling(scored, kind).apply(raw))
                .orElse(raw);
        return Effect.INCIDENT.isIn(flags)
                ? ceiling(scored, CeilingKind.INCIDENT).apply(result)
                : result;
    }

    private static Ceiling ceiling(ScoredScenario scored, CeilingKind kind) {
        return Objects.requireNonNull(scored.model().book().ceilings().get(kind));
    }

    int layers() {
        return diagram.layers().size();
    }

    Layer layer(int l) {
        return diagram.layers().get(l);
    }

    /** By class of a layer. */
    double[] probability(int l) {
        return layer(l).classes(priors.byGrade());
    }

    /**
     * By layer, before each and after the last: the probability to come there.
     *
     * @param byGrade by indicator and grade, probabilities
     */
    double[][][] forward(double[][] byGrade) {
        double[][][] reached = new double[layers() + 1][][];
        reached[0] = new double[][] {{1}};
        for (int l = 0; l < layers(); l++) {
            reached[l + 1] = step(l, layer(l).classes(byGrade), reached[l]);
        }
        return reached;
    }

    /** One step onward. */
    double[][] step(int l, double[] probability, double[][] from) {
        Layer layer = layer(l);
        double[][] next = rows(l + 1);
        for (int x = 0; x < layer.states(); x++) {
            for (int c = 0; c < probability.length; c++) {
                if (probability[c] > 0) {
                    int offset = grid.offset()[l][x][c];
                    add(probability[c], from[x], 0, next[layer.target()[x][c]], offset, from[x].length);
                }
            }
        }
        return next;
    }

    /** The value of an output after the last layer. */
    double[][] values(int output) {
        double[][] values = rows(layers());
        for (int x = 0; x < values.length; x++) {
            for (int s = 0; s < values[x].length; s++) {
                values[x][s] =
                        output == PERCENT ? Percent.of(new Points(points[x][s])).value() : band[x][s] == output ? 1 : 0;
            }
        }
        return values;
    }

    /** The expectation of an output by its value and the probability of each state and sum after the last layer. */
    static double expected(double[][] last, double[][] values) {
        double expected = 0;
        for (int x = 0; x < last.length; x++) {
            for (int s = 0; s < last[x].length; s++) {
                expected += last[x][s] * values[x][s];
            }
        }
        return expected;
    }

    /** The expectation of an output before a layer, given that after it. */
    double[][] stepBack(int l, double[] probability, double[][] after) {
        Layer layer = layer(l);
        double[][] before = rows(l);
        for (int x = 0; x < layer.states(); x++) {
            for (int c = 0; c < probability.length; c++) {
                if (probability[c] > 0) {
                    int offset = grid.offset()[l][x][c];
                    add(probability[c], after[layer.target()[x][c]], offset, before[x], 0, before[x].length);
                }
            }
        }
        return before;
    }

    /** By class of a layer: the expectation of an output where the reading is of that class, times its probability. */
    double[] joint(int l, double[] probability, double[][] reached, double[][] after) {
        Layer layer = layer(l);
        double[] joint = new double[probability.length];
        for (int c = 0; c < joint.length; c++) {
            double sum = 0;
            for (int x = 0; x < layer.states() && probability[c] > 0; x++) {
                sum += product(reached[x], after[layer.target()[x][c]], grid.offset()[l][x][c]);
            }
            joint[c] = probability[c] * sum;
        }
        return joint;
    }

    /**
     * The expectation of an output.
     *
     * @param byGrade by indicator that a layer asks and grade: where the reading has the grade, times its probability
     * @param whole over all cases
     */
    record Joints(double[][] byGrade, double whole) {}

    /**
     * A class is divided in proportion to the probabilities of its grades.
     *
     * @param reached forward, by the same probabilities of grades
     * @param values of the output after the last layer
     */
    Joints joints(double[][] byGrade, double[][][] reached, double[][] values) {
        double[][] joints = new double[byGrade.length][Diagram.GRADES];
        double[][] after = values;
        for (int l = layers() - 1; l >= 0; l--) {
            int indicator = layer(l).indicator();
            double[] probability = layer(l).classes(byGrade);
            double[] joint = joint(l, probability, reached[l], after);
            for (int grade = 0; grade < Diagram.GRADES; grade++) {
                int c = layer(l).classOf()[grade];
                if (c >= 0 && probability[c] > 0) {
                    joints[indicator][grade] = joint[c] * (byGrade[indicator][grade] / probability[c]);
                }
            }
            after = stepBack(l, probability, after);
        }
        return new Joints(joints, after[0][0]);
    }

    /** The expectation of an output before each layer and after the last. */
    double[][][] backward(double[][] values) {
        double[][][] after = new double[layers() + 1][][];
        after[layers()] = values;
        for (int l = layers() - 1; l >= 0; l--) {
            after[l] = stepBack(l, probability(l), after[l + 1]);
        }
        return after;
    }

    /** Zeros for every state and sum. Every pass begins a layer here, so that it can be interrupted. */
    double[][] rows(int l) {
        InterruptionCheck.check();
        return Arrays.stream(grid.size()[l]).mapToObj(double[]::new).toArray(double[][]::new);
    }

    static void add(double factor, double[] from, int fromStart, double[] to, int toStart, int length) {
        for (int s = 0; s < length; s++) {
            to[toStart + s] += factor * from[fromStart + s];
        }
    }

    static double product(double[] a, double[] b, int offset) {
        double sum = 0;
        for (int s = 0; s < a.length; s++) {
            sum += a[s] * b[offset + s];
        }
        return sum;
    }

    /**
     * The sums of points that can be reached in each state of a diagram, as multiples of a unit.
     *
     * @param unit in hundredths of a point
     * @param low by layer and state, before each layer and after the last: the lowest sum, in units
     * @param size by layer and state: the number of sums
     * @param offset by layer, state and class: where, among the sums of the following state, the first of this state is
     */
    record Grid(int unit, int[][] low, int[][] size, int[][][] offset) {

        /** @param points of a layer: {@link Layer#alliance} or {@link Layer#partnership} */
        static Grid of(Diagram diagram, Function<Layer, int[][]> points) {
            List<Layer> layers = diagram.layers();
            int unit = Math.max(
                    1,
                    layers.stream()
                            .flatMap(layer -> Arrays.stream(points.apply(layer)))
                            .flatMapToInt(Arrays::stream)
                            .reduce(0, (divisor, value) -> divisor(divisor, Math.abs(value))));
            int[][][] offset = new int[layers.size()][][];
            int[][] low = new int[layers.size() + 1][];
            int[][] size = new int[layers.size() + 1][];
            low[0] = new int[1];
            int[] high = low[0];
            size[0] = new int[] {1};
            for (int l = 0; l < layers.size(); l++) {
                int[][] target = layers.get(l).target();
                int[][] decided = points.apply(layers.get(l));
                int next = l + 1 < layers.size() ? layers.get(l + 1).states() : diagram.flags().length;
                int[] lowest = new int[next];
                int[] highest = new int[next];
                Arrays.fill(lowest, Integer.MAX_VALUE);
                Arrays.fill(highest, Integer.MIN_VALUE);
                for (int x = 0; x < target.length; x++) {
                    for (int c = 0; c < target[x].length; c++) {
                        int to = target[x][c];
                        lowest[to] = Math.min(lowest[to], low[l][x] + decided[x][c] / unit);
                        highest[to] = Math.max(highest[to], high[x] + decided[x][c] / unit);
                    }
                }
                offset[l] = new int[target.length][target[0].length];
                for (int x = 0; x < target.length; x++) {
                    for (int c = 0; c < target[x].length; c++) {
                        offset[l][x][c] = low[l][x] + decided[x][c] / unit - lowest[target[x][c]];
                    }
                }
                size[l + 1] = new int[next];
                Arrays.setAll(size[l + 1], x -> highest[x] - lowest[x] + 1);
                low[l + 1] = lowest;
                high = highest;
            }
            return new Grid(unit, low, size, offset);
        }

        /** The sums of all states before a layer, or after the last. */
        long cells(int layer) {
            return Arrays.stream(size[layer]).asLongStream().sum();
        }

        private static int divisor(int a, int b) {
            return b == 0 ? a : divisor(b, a % b);
        }
    }
}
