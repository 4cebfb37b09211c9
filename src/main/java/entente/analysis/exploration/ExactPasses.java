package entente.analysis.exploration;

import entente.analysis.exploration.diagram.Diagram;
import entente.analysis.exploration.diagram.DiagramPass;
import entente.analysis.exploration.diagram.FinalOutcomes;
import entente.analysis.exploration.diagram.Grades;
import entente.analysis.exploration.diagram.Layer;
import entente.analysis.exploration.diagram.Output;
import entente.analysis.exploration.diagram.SumGrid;
import entente.analysis.exploration.diagram.WorkBudget;
import entente.analysis.exploration.diagram.WorkLimitException;
import entente.model.Percent;
import entente.model.Points;
import entente.scoring.ScoredScenario;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A diagram with what follows from its states and sums, and the expectations of each output. */
final class ExactPasses {

    /** To round a likelihood, in steps. */
    private static final int ROUNDING = 20;

    /** What a sum after the last layer takes with its likelihood, in cells. */
    private static final int OUTCOME_CELLS = 20;

    final Diagram diagram;
    final SumGrid grid;
    final FinalOutcomes outcomes;
    final DiagramPass pass;
    final Priors priors;
    /** Sums of all layers. */
    final long cells;
    /** Steps of one pass through all layers, in every world. */
    final long steps;

    /**
     * @param percents likelihoods that were computed already, to which others are added
     * @param passes through all layers, in every world, which are charged
     * @throws WorkLimitException if they exceed the budget, or a pass that keeps two layers needs more memory than the limit
     */
    ExactPasses(
            Diagram diagram,
            ScoredScenario scored,
            Priors priors,
            Map<Points, Percent> percents,
            WorkLimits limits,
            int passes,
            WorkBudget budget) {
        this.diagram = diagram;
        this.priors = priors;
        grid = SumGrid.of(diagram, Layer::alliance);
        long last = grid.cells(layers());
        long all = last;
        long products = 0;
        for (int l = 0; l < layers(); l++) {
            all += grid.cells(l);
            products += grid.cells(l) * layer(l).classes();
            limits.checkCells((double) grid.cells(l) + grid.cells(l + 1));
        }
        limits.checkCells((double) last * OUTCOME_CELLS);
        cells = all;
        steps = products * priors.worlds();
        budget.charge(steps * passes + last * ROUNDING);
        outcomes = FinalOutcomes.of(diagram, grid, scored.model().book(), scored.base(), percents);
        pass = new DiagramPass(diagram, grid, outcomes);
    }

    int layers() {
        return diagram.layers().size();
    }

    Layer layer(int l) {
        return diagram.layers().get(l);
    }

    /** By class of a layer. */
    double[] probability(int w, int l) {
        return layer(l).classes(priors.byGrade()[w][layer(l).indicator()]);
    }

    /**
     * @param byPoints the probability of each likelihood: by points after ceilings, in hundredths
     * @param joints by indicator, grade and output: the expectation where the reading has the grade, times its probability
     */
    record Distribution(SortedMap<Integer, Double> byPoints, double[][][] joints) {}

    /** One world after the other, so that memory does not depend on their number. */
    Distribution distribution() {
        int indicators = priors.byGrade()[0].length;
        SortedMap<Integer, Double> byPoints = new TreeMap<>();
        double[][][] joints = new double[indicators][Grades.COUNT][Output.COUNT];
        for (int w = 0; w < priors.worlds(); w++) {
            double[][][] reached = pass.forward(priors.byGrade()[w]);
            addPoints(priors.weight()[w], reached[layers()], byPoints);
            addJoints(w, reached, joints);
        }
        return new Distribution(byPoints, joints);
    }

    private void addPoints(double weight, double[][] last, SortedMap<Integer, Double> sums) {
        for (int x = 0; x < last.length; x++) {
            for (int s = 0; s < last[x].length; s++) {
                if (last[x][s] > 0) {
                    sums.merge(outcomes.points()[x][s], weight * last[x][s], Double::sum);
                }
            }
        }
    }

    /** @param last the probability of each state and sum after the last layer */
    double expected(int output, double[][] last) {
        double expected = 0;
        for (int x = 0; x < last.length; x++) {
            for (int s = 0; s < last[x].length; s++) {
                expected += last[x][s] * outcomes.value(output, x, s);
            }
        }
        return expected;
    }

    private void addJoints(int w, double[][][] reached, double[][][] joints) {
        boolean[] asked = new boolean[joints.length];
        diagram.layers().forEach(layer -> asked[layer.indicator()] = true);
        for (int output = 0; output < Output.COUNT; output++) {
            double[][] after = pass.values(output);
            for (int l = layers() - 1; l >= 0; l--) {
                double[] probability = probability(w, l);
                double[] joint = pass.joint(l, probability, reached[l], after);
                spread(w, l, output, joint, probability, joints);
                after = pass.stepBack(l, probability, after);
            }
            double all = expected(output, reached[layers()]);
            for (int i = 0; i < joints.length; i++) {
                for (int grade = 0; grade < Grades.COUNT && !asked[i]; grade++) {
                    joints[i][grade][output] += priors.weight()[w] * priors.byGrade()[w][i][grade] * all;
                }
            }
        }
    }

    /** Distributes the expectation of a class over its grades, in proportion to their probabilities. */
    private void spread(int w, int l, int output, double[] joint, double[] probability, double[][][] joints) {
        int indicator = layer(l).indicator();
        for (int grade = 0; grade < Grades.COUNT; grade++) {
            int c = layer(l).classOf()[grade];
            if (c >= 0 && probability[c] > 0) {
                joints[indicator][grade][output] +=
                        priors.weight()[w] * joint[c] * (priors.byGrade()[w][indicator][grade] / probability[c]);
            }
        }
    }

    /** The expectation of an output before each layer and after the last, in a world. */
    double[][][] backward(int w, int output) {
        double[][][] after = new double[layers() + 1][][];
        after[layers()] = pass.values(output);
        for (int l = layers() - 1; l >= 0; l--) {
            after[l] = pass.stepBack(l, probability(w, l), after[l + 1]);
        }
        return after;
    }
}
