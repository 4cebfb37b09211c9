package entente.analysis.exploration;

import entente.analysis.exploration.diagram.Diagram;
import entente.analysis.exploration.diagram.DiagramPass;
import entente.analysis.exploration.diagram.FinalOutcomes;
import entente.analysis.exploration.diagram.Grades;
import entente.analysis.exploration.diagram.Layer;
import entente.analysis.exploration.diagram.Output;
import entente.analysis.exploration.diagram.SumGrid;
import entente.model.Points;
import entente.model.rule.RuleBook;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A diagram with the probabilities of its states in each world, and the expectations of each output. */
final class ExactPasses {

    final Diagram diagram;
    final SumGrid grid;
    final FinalOutcomes outcomes;
    final DiagramPass pass;
    final Priors priors;
    /** By world, layer, state and sum. */
    final double[][][][] reached;

    ExactPasses(Diagram diagram, RuleBook book, Points base, Priors priors) {
        this.diagram = diagram;
        this.priors = priors;
        grid = SumGrid.of(diagram, Layer::alliance);
        outcomes = FinalOutcomes.of(diagram, grid, book, base);
        pass = new DiagramPass(diagram, grid, outcomes);
        reached = new double[priors.worlds()][][][];
        for (int w = 0; w < reached.length; w++) {
            reached[w] = pass.forward(priors.byGrade()[w]);
        }
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

    /** The probability of each likelihood: by points after ceilings, in hundredths. */
    SortedMap<Integer, Double> byPoints() {
        SortedMap<Integer, Double> sums = new TreeMap<>();
        for (int w = 0; w < reached.length; w++) {
            double[][] last = reached[w][layers()];
            for (int x = 0; x < last.length; x++) {
                for (int s = 0; s < last[x].length; s++) {
                    if (last[x][s] > 0) {
                        sums.merge(outcomes.points()[x][s], priors.weight()[w] * last[x][s], Double::sum);
                    }
                }
            }
        }
        return sums;
    }

    /** The expectation of each output in a world. */
    double[] expected(int w) {
        double[] expected = new double[Output.COUNT];
        double[][] last = reached[w][layers()];
        for (int output = 0; output < Output.COUNT; output++) {
            for (int x = 0; x < last.length; x++) {
                for (int s = 0; s < last[x].length; s++) {
                    expected[output] += last[x][s] * outcomes.value(output, x, s);
                }
            }
        }
        return expected;
    }

    /** By indicator, grade and output: the expectation where the reading has the grade, times its probability. */
    double[][][] joints() {
        int indicators = priors.byGrade()[0].length;
        double[][][] joints = new double[indicators][Grades.COUNT][Output.COUNT];
        for (int w = 0; w < reached.length; w++) {
            double[] all = expected(w);
            boolean[] asked = new boolean[indicators];
            for (int output = 0; output < Output.COUNT; output++) {
                double[][] after = pass.values(output);
                for (int l = layers() - 1; l >= 0; l--) {
                    double[] probability = probability(w, l);
                    double[] joint = pass.joint(l, probability, reached[w][l], after);
                    spread(w, l, output, joint, probability, joints);
                    asked[layer(l).indicator()] = true;
                    after = pass.stepBack(l, probability, after);
                }
            }
            for (int i = 0; i < indicators; i++) {
                for (int cell = 0; !asked[i] && cell < Grades.COUNT * Output.COUNT; cell++) {
                    int grade = cell / Output.COUNT;
                    joints[i][grade][cell % Output.COUNT] +=
                            priors.weight()[w] * priors.byGrade()[w][i][grade] * all[cell % Output.COUNT];
                }
            }
        }
        return joints;
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

    List<Integer> order() {
        return diagram.layers().stream().map(Layer::indicator).toList();
    }
}
