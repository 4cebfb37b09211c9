package entente.analysis.exploration;

import entente.analysis.exploration.diagram.Layer;
import entente.analysis.exploration.diagram.StateFlags;
import entente.analysis.exploration.diagram.SumGrid;
import entente.analysis.exploration.diagram.WorkBudget;
import entente.analysis.exploration.diagram.WorkLimitException;
import entente.model.Band;
import entente.model.Points;
import entente.model.Relationship;
import entente.model.rule.RelationshipThresholds;
import entente.model.rule.RuleBook;
import entente.rulebook.InterruptionCheck;
import entente.scoring.RelationshipJudgement;
import java.util.Arrays;
import java.util.Optional;

/** The probability of each relationship together with each band: a pass over the sums of both questions at once. */
final class RelationshipPass {

    private final ExactPasses passes;
    private final SumGrid partnership;
    private final RelationshipThresholds thresholds;
    private final WorkLimits limits;

    RelationshipPass(ExactPasses passes, RuleBook book, WorkLimits limits) {
        this.limits = limits;
        this.passes = passes;
        this.partnership = SumGrid.of(passes.diagram, Layer::partnership);
        this.thresholds = book.relationship();
    }

    /** By relationship and band; empty where there are too many pairs of sums. */
    Optional<double[][]> joint() {
        WorkBudget budget = new WorkBudget(limits.relationships());
        try {
            for (int l = 0; l <= passes.layers(); l++) {
                charge(l, budget);
            }
        } catch (WorkLimitException tooMuch) {
            return Optional.empty();
        }
        double[][] joint = new double[Relationship.values().length][Band.values().length];
        for (int w = 0; w < passes.priors.worlds(); w++) {
            double[][] sums = {{1}};
            for (int l = 0; l < passes.layers(); l++) {
                sums = step(l, passes.probability(w, l), sums);
            }
            add(passes.priors.weight()[w], sums, joint);
        }
        return Optional.of(joint);
    }

    private void charge(int l, WorkBudget budget) {
        double cells = 0;
        for (int x = 0; x < passes.grid.low()[l].length; x++) {
            cells += (double) passes.grid.size(l, x) * partnership.size(l, x);
        }
        limits.checkCells(cells);
        int classes = l < passes.layers() ? passes.layer(l).classes() : 1;
        budget.charge(((long) cells) * classes * passes.priors.worlds());
    }

    /** By state, the rows of partnership sums one after the other. */
    private double[][] step(int l, double[] probability, double[][] from) {
        Layer layer = passes.layer(l);
        double[][] next = new double[passes.grid.low()[l + 1].length][];
        for (int t = 0; t < next.length; t++) {
            next[t] = new double[passes.grid.size(l + 1, t) * partnership.size(l + 1, t)];
        }
        for (int x = 0; x < layer.states(); x++) {
            InterruptionCheck.check();
            int width = passes.grid.size(l, x);
            for (int c = 0; c < layer.classes(); c++) {
                int target = layer.target()[x][c];
                int nextWidth = passes.grid.size(l + 1, target);
                int shift = passes.grid.offset(layer, l, x, c);
                int rise = partnership.offset(layer, l, x, c);
                for (int p = 0; probability[c] > 0 && p < partnership.size(l, x); p++) {
                    int to = (p + rise) * nextWidth + shift;
                    for (int s = 0; s < width; s++) {
                        next[target][to + s] += probability[c] * from[x][p * width + s];
                    }
                }
            }
        }
        return next;
    }

    private void add(double weight, double[][] sums, double[][] joint) {
        int last = passes.layers();
        for (int x = 0; x < sums.length; x++) {
            int width = passes.grid.size(last, x);
            for (int s = 0; s < width; s++) {
                Relationship[] byFloor = byFloor(x, s);
                int band = passes.outcomes.band()[x][s];
                for (int p = 0; p < partnership.size(last, x); p++) {
                    double probability = sums[x][p * width + s];
                    if (probability > 0) {
                        Relationship state = byFloor[floor(x, p).ordinal()];
                        joint[state.ordinal()][band] += weight * probability;
                    }
                }
            }
        }
    }

    private Relationship floor(int x, int p) {
        int sum = passes.diagram.partnership() + (partnership.low()[passes.layers()][x] + p) * partnership.unit();
        return thresholds.floor(new Points(sum));
    }

    /** The relationship at one likelihood, by the state that the partnership points imply. */
    private Relationship[] byFloor(int x, int s) {
        int flags = passes.diagram.flags()[x];
        Points result = new Points(passes.outcomes.points()[x][s]);
        boolean pact = StateFlags.pact(flags);
        boolean withPact = pact
                && RelationshipJudgement.atLeast(result, thresholds.withPact().value());
        boolean withSwitch = StateFlags.switchOpen(flags)
                && RelationshipJudgement.atLeast(result, thresholds.withSwitch().value());
        return Arrays.stream(Relationship.values())
                .map(floor -> RelationshipJudgement.of(
                                floor, pact, false, StateFlags.incident(flags), withPact, withSwitch)
                        .relationship())
                .toArray(Relationship[]::new);
    }
}
