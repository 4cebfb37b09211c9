package entente.analysis.exploration;

import entente.analysis.exploration.diagram.Diagram;
import entente.analysis.exploration.diagram.DiagramPass;
import entente.analysis.exploration.diagram.Grades;
import entente.analysis.exploration.diagram.Layer;
import entente.analysis.exploration.diagram.SumGrid;
import entente.analysis.exploration.diagram.WorkBudget;
import entente.analysis.exploration.diagram.WorkLimitException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Counts exactly, for a box and for each grade of each reading within it, all cases and those that reach a verdict. Only
 * readings that a rule asks are counted; others tell nothing of a verdict, and no box has a condition on them.
 */
final class BoxCounts {

    /** Forward, backward and joint. */
    private static final int PASSES = 3;

    private final Diagram diagram;
    private final SumGrid grid;
    private final DiagramPass pass;
    private final Priors priors;
    private final double[][] target;
    private final WorkBudget budget;
    private final long steps;
    private final Map<BoxGrades, Counts> found = new HashMap<>();

    /**
     * Probabilities of cases in a box.
     *
     * @param all by indicator and grade, of the cases in which the reading has the grade
     * @param reached by indicator and grade, of those that reach the verdict
     * @param total of all cases of the box
     * @param totalReached of those that reach the verdict
     */
    record Counts(double[][] all, double[][] reached, double total, double totalReached) {

        /** Of all cases, those in which a reading has one of the grades that a box allows. */
        double all(BoxGrades box, int indicator) {
            return allowed(all[indicator], box, indicator);
        }

        /** The same of those that reach the verdict. */
        double reached(BoxGrades box, int indicator) {
            return allowed(reached[indicator], box, indicator);
        }

        private static double allowed(double[] byGrade, BoxGrades box, int indicator) {
            double sum = 0;
            for (int grade = 0; grade < byGrade.length; grade++) {
                sum += box.allows(indicator, grade) ? byGrade[grade] : 0;
            }
            return sum;
        }

        Counts plus(int factor, Counts other) {
            return new Counts(
                    plus(all, factor, other.all),
                    plus(reached, factor, other.reached),
                    total + factor * other.total,
                    totalReached + factor * other.totalReached);
        }

        private static double[][] plus(double[][] sums, int factor, double[][] others) {
            double[][] both = new double[sums.length][sums[0].length];
            for (int i = 0; i < both.length; i++) {
                for (int grade = 0; grade < both[i].length; grade++) {
                    both[i][grade] = sums[i][grade] + factor * others[i][grade];
                }
            }
            return both;
        }
    }

    /**
     * @param verdict the ordinals of the bands that count
     * @param budget of all counts
     */
    BoxCounts(ExactPasses passes, IntPredicate verdict, WorkBudget budget) {
        this.budget = budget;
        steps = passes.steps * PASSES;
        diagram = passes.diagram;
        grid = passes.grid;
        pass = passes.pass;
        priors = passes.priors;
        int last = passes.layers();
        target = pass.rows(last);
        for (int x = 0; x < target.length; x++) {
            for (int s = 0; s < target[x].length; s++) {
                target[x][s] = verdict.test(passes.outcomes.band()[x][s]) ? 1 : 0;
            }
        }
    }

    /** @throws WorkLimitException if this exceeds the budget */
    Counts of(BoxGrades box) {
        return found.computeIfAbsent(box, this::count);
    }

    private Counts count(BoxGrades box) {
        budget.charge(steps);
        int indicators = box.low().length;
        double[][] all = new double[indicators][Grades.COUNT];
        double[][] reached = new double[indicators][Grades.COUNT];
        double total = 0;
        double totalReached = 0;
        for (int w = 0; w < priors.worlds(); w++) {
            double[][] within = within(box, priors.byGrade()[w]);
            double weight = priors.weight()[w];
            total += weight * addAll(weight, within, all);
            totalReached += weight * addReached(weight, within, reached);
        }
        return new Counts(all, reached, total, totalReached);
    }

    /** In a world readings are independent, so that probabilities multiply. */
    private double addAll(double weight, double[][] within, double[][] joints) {
        double[] allowed = new double[within.length];
        double total = 1;
        for (int i = 0; i < within.length; i++) {
            allowed[i] = Arrays.stream(within[i]).sum();
            total *= allowed[i];
        }
        for (Layer layer : diagram.layers()) {
            int i = layer.indicator();
            for (int grade = 0; grade < Grades.COUNT && allowed[i] > 0; grade++) {
                joints[i][grade] += weight * total * (within[i][grade] / allowed[i]);
            }
        }
        return total;
    }

    private double addReached(double weight, double[][] within, double[][] joints) {
        double[][][] forward = pass.forward(within);
        double[][] after = target;
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
