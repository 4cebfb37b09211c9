package entente.analysis.exploration;

import entente.analysis.exploration.Diagram.Effect;
import entente.analysis.exploration.Diagram.Layer;
import entente.analysis.exploration.DiagramSums.Grid;
import entente.analysis.exploration.DiagramSums.Joints;
import entente.analysis.exploration.ExplorationResult.Discovery;
import entente.analysis.exploration.ExplorationResult.LikeliestCase;
import entente.analysis.exploration.ExplorationResult.VerdictProbabilities;
import entente.model.Band;
import entente.model.ExplorationQuestion;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Points;
import entente.model.Relationship;
import entente.model.rule.RuleBook.RelationshipThresholds;
import entente.rulebook.InterruptionCheck;
import entente.scoring.RelationshipJudgement;
import entente.scoring.ScoredScenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;

/** Counts all cases by a diagram of the rule book. */
@RequiredArgsConstructor
final class ExactCases {

    /** Forward, backward and joint for each output, and the most probable readings for each band. */
    private static final int DISTRIBUTION_PASSES = 1 + 2 * DiagramSums.OUTPUTS + DiagramSums.PERCENT;

    private static final int PAIRS = 10;

    private final ScoredScenario scored;
    private final Priors priors;
    private final ExplorationQuestion question;
    private final WorkLimits limits;

    /**
     * What a count over all cases or a sample finds.
     *
     * @param byPoints the probability of each likelihood, by points after ceilings, in hundredths
     * @param joints by indicator, grade and output: the expectation where the reading has the grade, times its probability
     * @param relationship by relationship and band
     * @param relationshipExact whether that is counted, not estimated
     * @param total by indicator, the variance of the likelihood that is left when all other readings are known; empty where
     *     it is not counted
     */
    record Expectations(
            SortedMap<Integer, Double> byPoints,
            double[][][] joints,
            double[][] relationship,
            boolean relationshipExact,
            Map<Integer, Double> total,
            List<Pair> pairs,
            List<LikeliestCase> likeliest,
            Optional<Discovery> discovery) {}

    /** @param variance of the likelihood that only both readings together explain, in the square of its unit */
    record Pair(int first, int second, double variance) {}

    /** @throws WorkLimits.Exceeded if the probabilities of verdicts, or the conditions of one, need more work than the limits */
    Expectations count() {
        DiagramCompiler compiler = new DiagramCompiler(scored.model(), priors.support());
        Diagram diagram = compiler.compile(new WorkLimits.Budget(limits.compilation()));
        WorkLimits.Budget budget = new WorkLimits.Budget(limits.distribution());
        DiagramSums sums = new DiagramSums(diagram, scored, priors, limits, DISTRIBUTION_PASSES, budget);
        limits.checkCells((double) sums.cells);
        double[][][] reached = sums.forward(priors.byGrade());
        SortedMap<Integer, Double> byPoints = byPoints(sums, reached[sums.layers()]);
        double[][][] joints = joints(sums, reached);
        Optional<double[][]> relationship = relationship(sums);
        Map<Integer, Double> total = new HashMap<>();
        List<Pair> pairs = interactions(sums, reached, total);
        return new Expectations(
                byPoints,
                joints,
                relationship.orElseGet(
                        () -> new SampledCases(scored, priors).draw().relationship()),
                relationship.isPresent(),
                total,
                pairs,
                Arrays.stream(Band.values())
                        .flatMap(band -> likeliest(sums, band).stream())
                        .toList(),
                question.discover()
                        .map(target -> new BoxSearch(sums, scored.catalogue(), target, limits)
                                .find(target.band(), VerdictProbabilities.of(byPoints))));
    }

    static SortedMap<Integer, Double> byPoints(DiagramSums sums, double[][] last) {
        SortedMap<Integer, Double> byPoints = new TreeMap<>();
        for (int x = 0; x < last.length; x++) {
            for (int s = 0; s < last[x].length; s++) {
                if (last[x][s] > 0) {
                    byPoints.merge(sums.points[x][s], last[x][s], Double::sum);
                }
            }
        }
        return byPoints;
    }

    private double[][][] joints(DiagramSums sums, double[][][] reached) {
        double[][] byGrade = priors.byGrade();
        double[][][] joints = new double[byGrade.length][Diagram.GRADES][DiagramSums.OUTPUTS];
        boolean[] asked = new boolean[byGrade.length];
        sums.diagram.layers().forEach(layer -> asked[layer.indicator()] = true);
        for (int output = 0; output < DiagramSums.OUTPUTS; output++) {
            double[][] values = sums.values(output);
            Joints found = sums.joints(byGrade, reached, values);
            double all = DiagramSums.expected(reached[sums.layers()], values);
            for (int i = 0; i < byGrade.length; i++) {
                for (int grade = 0; grade < Diagram.GRADES; grade++) {
                    joints[i][grade][output] = asked[i] ? found.byGrade()[i][grade] : byGrade[i][grade] * all;
                }
            }
        }
        return joints;
    }

    /**
     * The probability of each relationship together with each band, by a pass over the sums of both questions at once; empty
     * where there are too many pairs of sums.
     */
    private Optional<double[][]> relationship(DiagramSums sums) {
        Grid partnership = Grid.of(sums.diagram, Layer::partnership);
        try {
            WorkLimits.Budget budget = new WorkLimits.Budget(limits.relationships());
            for (int l = 0; l <= sums.layers(); l++) {
                double cells = 0;
                for (int x = 0; x < sums.grid.size()[l].length; x++) {
                    cells += (double) sums.grid.size()[l][x] * partnership.size()[l][x];
                }
                limits.checkCells(cells);
                budget.charge(
                        ((long) cells) * (l < sums.layers() ? sums.layer(l).classes() : 1));
            }
        } catch (WorkLimits.Exceeded tooMuch) {
            return Optional.empty();
        }
        double[][] reached = {{1}};
        for (int l = 0; l < sums.layers(); l++) {
            reached = step(sums, partnership, l, reached);
        }
        RelationshipThresholds thresholds = scored.model().book().relationship();
        double[][] joint = new double[Relationship.values().length][Band.values().length];
        int[] lowest = partnership.low()[sums.layers()];
        for (int x = 0; x < reached.length; x++) {
            int width = sums.points[x].length;
            int[] floors = new int[reached[x].length / width];
            for (int p = 0; p < floors.length; p++) {
                int sum = sums.diagram.partnership() + (lowest[x] + p) * partnership.unit();
                floors[p] = thresholds.floor(new Points(sum)).ordinal();
            }
            for (int s = 0; s < width; s++) {
                Relationship[] byFloor = byFloor(thresholds, sums.diagram.flags()[x], new Points(sums.points[x][s]));
                for (int p = 0; p < floors.length; p++) {
                    joint[byFloor[floors[p]].ordinal()][sums.band[x][s]] += reached[x][p * width + s];
                }
            }
        }
        return Optional.of(joint);
    }

    /** One step onward; by state, the rows of partnership sums one after the other. */
    private static double[][] step(DiagramSums sums, Grid partnership, int l, double[][] from) {
        Layer layer = sums.layer(l);
        double[] probability = sums.probability(l);
        int[] widths = sums.grid.size()[l + 1];
        double[][] next = new double[widths.length][];
        Arrays.setAll(next, x -> new double[widths[x] * partnership.size()[l + 1][x]]);
        for (int x = 0; x < layer.states(); x++) {
            InterruptionCheck.check();
            int width = sums.grid.size()[l][x];
            for (int c = 0; c < probability.length; c++) {
                int target = layer.target()[x][c];
                int rise = partnership.offset()[l][x][c];
                for (int p = 0; probability[c] > 0 && p < partnership.size()[l][x]; p++) {
                    int to = (p + rise) * widths[target] + sums.grid.offset()[l][x][c];
                    DiagramSums.add(probability[c], from[x], p * width, next[target], to, width);
                }
            }
        }
        return next;
    }

    /** The relationship at one likelihood, by the state that the partnership points imply. */
    private static Relationship[] byFloor(RelationshipThresholds thresholds, int flags, Points result) {
        boolean pledged = Effect.PACT.isIn(flags) || Effect.DECISION.isIn(flags) || Effect.WORKING_PACT.isIn(flags);
        boolean withPledge = pledged
                && RelationshipJudgement.atLeast(result, thresholds.withPact().value());
        boolean withSwitch = Effect.SWITCH.isIn(flags)
                && RelationshipJudgement.atLeast(result, thresholds.withSwitch().value());
        return Arrays.stream(Relationship.values())
                .map(floor -> RelationshipJudgement.of(
                                floor, pledged, false, Effect.INCIDENT.isIn(flags), withPledge, withSwitch)
                        .relationship())
                .toArray(Relationship[]::new);
    }

    /**
     * The pairs of readings; they and the total indices are left out where all of them together need more work than the limit.
     *
     * @param reached forward
     * @param total to which the variance that is left is added by indicator
     */
    private List<Pair> interactions(DiagramSums sums, double[][][] reached, Map<Integer, Double> total) {
        WorkLimits.Budget budget = new WorkLimits.Budget(limits.interactions());
        try {
            budget.charge(pairSteps(sums));
            double[][] values = sums.values(DiagramSums.PERCENT);
            double[] variances = new TotalEffects(sums, limits, budget).variances(reached, values);
            List<Integer> order = sums.diagram.order();
            for (int indicator : priors.uncertain()) {
                int l = order.indexOf(indicator);
                total.put(indicator, l < 0 ? 0.0 : variances[l]);
            }
            return pairs(sums, reached, values);
        } catch (WorkLimits.Exceeded tooMuch) {
            total.clear();
            return List.of();
        }
    }

    /** Steps of pairs: for each class of each layer, a pass and a joint through those after it, and a pass each way. */
    static long pairSteps(DiagramSums sums) {
        long later = 0;
        long steps = 0;
        for (int l = sums.layers() - 1; l >= 0; l--) {
            long pass = sums.grid.cells(l) * sums.layer(l).classes();
            steps += 2L * sums.layer(l).classes() * later + 2 * pass;
            later += pass;
        }
        return steps;
    }

    /** The strongest first, those without an effect left out. */
    private static List<Pair> pairs(DiagramSums sums, double[][][] reached, double[][] values) {
        double[][][] after = sums.backward(values);
        double mean = DiagramSums.expected(reached[sums.layers()], values);
        // By layer and class, the expectation where the reading is of the class.
        double[][] single = new double[sums.layers()][];
        for (int l = 0; l < single.length; l++) {
            double[] probability = sums.probability(l);
            single[l] = sums.joint(l, probability, reached[l], after[l + 1]);
            for (int c = 0; c < probability.length; c++) {
                single[l][c] = probability[c] > 0 ? single[l][c] / probability[c] : mean;
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (int l = 0; l < single.length; l++) {
            double[] variance = new double[single.length];
            double[] first = sums.probability(l);
            for (int c = 0; c < first.length; c++) {
                double[] only = new double[first.length];
                only[c] = 1;
                double[][] given = first[c] > 0 ? sums.step(l, only, reached[l]) : new double[0][];
                for (int later = l + 1; later < single.length && first[c] > 0; later++) {
                    double[] second = sums.probability(later);
                    double[] joint = sums.joint(later, second, given, after[later + 1]);
                    for (int d = 0; d < second.length; d++) {
                        if (second[d] > 0) {
                            double together = joint[d] / second[d] - single[l][c] - single[later][d] + mean;
                            variance[later] += first[c] * second[d] * together * together;
                        }
                    }
                    given = sums.step(later, second, given);
                }
            }
            for (int later = l + 1; later < single.length; later++) {
                int a = sums.layer(l).indicator();
                int b = sums.layer(later).indicator();
                pairs.add(new Pair(Math.min(a, b), Math.max(a, b), variance[later]));
            }
        }
        return pairs.stream()
                .filter(pair -> pair.variance() > 0)
                .sorted(Comparator.comparingDouble(Pair::variance)
                        .reversed()
                        .thenComparingInt(Pair::first)
                        .thenComparingInt(Pair::second))
                .limit(PAIRS)
                .toList();
    }

    /** Found from the last layer backwards; empty for a band that is not reached. */
    private Optional<LikeliestCase> likeliest(DiagramSums sums, Band band) {
        double[][] byGrade = priors.byGrade();
        int[] grades = Arrays.stream(byGrade)
                .mapToInt(of -> mode(of, new int[Diagram.GRADES], 0))
                .toArray();
        double[][][] best = new double[sums.layers() + 1][][];
        best[sums.layers()] = sums.values(band.ordinal());
        for (int l = sums.layers() - 1; l >= 0; l--) {
            Layer layer = sums.layer(l);
            double[] modes = modes(layer, byGrade[layer.indicator()]);
            best[l] = sums.rows(l);
            for (int x = 0; x < best[l].length; x++) {
                for (int c = 0; c < modes.length; c++) {
                    double[] from = best[l + 1][layer.target()[x][c]];
                    int offset = sums.grid.offset()[l][x][c];
                    for (int s = 0; s < best[l][x].length; s++) {
                        best[l][x][s] = Math.max(best[l][x][s], modes[c] * from[offset + s]);
                    }
                }
            }
        }
        if (best[0][0][0] <= 0) {
            return Optional.empty();
        }
        int x = 0;
        int s = 0;
        for (int l = 0; l < sums.layers(); l++) {
            Layer layer = sums.layer(l);
            double[] modes = modes(layer, byGrade[layer.indicator()]);
            int c = 0;
            while (modes[c] * best[l + 1][layer.target()[x][c]][sums.grid.offset()[l][x][c] + s] < best[l][x][s]) {
                c++;
            }
            grades[layer.indicator()] = mode(byGrade[layer.indicator()], layer.classOf(), c);
            s += sums.grid.offset()[l][x][c];
            x = layer.target()[x][c];
        }
        double probability = 1;
        for (int i = 0; i < grades.length; i++) {
            probability *= byGrade[i][grades[i]];
        }
        List<Indicator> indicators = scored.catalogue().indicators();
        Map<String, Grade> byIndicator = new LinkedHashMap<>();
        for (int i : priors.uncertain()) {
            byIndicator.put(indicators.get(i).id(), Grade.values()[grades[i]]);
        }
        return Optional.of(new LikeliestCase(band, probability, byIndicator));
    }

    /** By class, the probability of its most probable grade. */
    private static double[] modes(Layer layer, double[] byGrade) {
        return IntStream.range(0, layer.classes())
                .mapToDouble(c -> byGrade[mode(byGrade, layer.classOf(), c)])
                .toArray();
    }

    /** The most probable grade of a class, the lowest of several. */
    private static int mode(double[] byGrade, int[] classOf, int c) {
        int mode = -1;
        for (int grade = 0; grade < byGrade.length; grade++) {
            if (classOf[grade] == c && (mode < 0 || byGrade[grade] > byGrade[mode])) {
                mode = grade;
            }
        }
        return mode;
    }
}
