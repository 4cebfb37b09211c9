package entente.analysis.exploration;

import entente.analysis.exploration.diagram.Diagram;
import entente.analysis.exploration.diagram.DiagramPass;
import entente.analysis.exploration.diagram.Grades;
import entente.analysis.exploration.diagram.Layer;
import entente.analysis.exploration.diagram.SumGrid;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/** Counts exactly, for a box and for each grade of each reading within it, all cases and those that reach a verdict. */
final class BoxCounts {

    private final Diagram diagram;
    private final SumGrid grid;
    private final DiagramPass pass;
    private final Priors priors;
    private final double[][] target;
    private final double[][] every;
    private final Map<BoxGrades, Counts> found = new HashMap<>();

    /**
     * Probabilities of cases in a box.
     *
     * @param all by indicator and grade, of the cases in which the reading has the grade
     * @param reached by indicator and grade, of those that reach the verdict; equal for readings that no rule asks
     * @param total of all cases of the box
     * @param totalReached of those that reach the verdict
     */
    record Counts(double[][] all, double[][] reached, double total, double totalReached) {}

    /** @param verdict the ordinals of the bands that count */
    BoxCounts(ExactPasses passes, IntPredicate verdict) {
        diagram = passes.diagram;
        grid = passes.grid;
        pass = passes.pass;
        priors = passes.priors;
        int last = passes.layers();
        target = pass.rows(last);
        every = pass.rows(last);
        for (int x = 0; x < target.length; x++) {
            for (int s = 0; s < target[x].length; s++) {
                target[x][s] = verdict.test(passes.outcomes.band()[x][s]) ? 1 : 0;
                every[x][s] = 1;
            }
        }
    }

    Counts of(BoxGrades box) {
        return found.computeIfAbsent(box, this::count);
    }

    private Counts count(BoxGrades box) {
        int indicators = box.low().length;
        double[][] all = new double[indicators][Grades.COUNT];
        double[][] reached = new double[indicators][Grades.COUNT];
        double total = 0;
        double totalReached = 0;
        for (int w = 0; w < priors.worlds(); w++) {
            double[][] within = within(box, priors.byGrade()[w]);
            double weight = priors.weight()[w] * unasked(within);
            double[][][] forward = pass.forward(within);
            total += weight * add(weight, within, forward, every, all);
            totalReached += weight * add(weight, within, forward, target, reached);
        }
        return new Counts(all, reached, total, totalReached);
    }

    /** The probability that the readings that no layer learns are in the box. */
    private double unasked(double[][] within) {
        boolean[] asked = new boolean[within.length];
        diagram.layers().forEach(layer -> asked[layer.indicator()] = true);
        double probability = 1;
        for (int i = 0; i < within.length; i++) {
            probability *= asked[i] ? 1 : Arrays.stream(within[i]).sum();
        }
        return probability;
    }

    private double add(double weight, double[][] within, double[][][] forward, double[][] end, double[][] joints) {
        double[][] after = end;
        for (int l = diagram.layers().size() - 1; l >= 0; l--) {
            Layer layer = diagram.layers().get(l);
            double[] byGrade = within[layer.indicator()];
            double[] probability = layer.classes(byGrade);
            double[] joint = pass.joint(l, probability, forward[l], after);
            for (int grade = 0; grade < byGrade.length; grade++) {
                int c = layer.classOf()[grade];
                if (byGrade[grade] > 0) {
                    joints[layer.indicator()][grade] += weight * joint[c] * (byGrade[grade] / probability[c]);
                }
            }
            after = pass.stepBack(l, probability, after);
        }
        return after[0][-grid.low()[0][0]];
    }

    private static double[][] within(BoxGrades box, double[][] byGrade) {
        double[][] within = new double[byGrade.length][];
        for (int i = 0; i < within.length; i++) {
            within[i] = byGrade[i].clone();
            for (int grade = 0; grade < within[i].length; grade++) {
                within[i][grade] = box.allows(i, grade) ? within[i][grade] : 0;
            }
        }
        return within;
    }
}
