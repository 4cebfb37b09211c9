package entente.quality.calibration;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.model.Assumptions;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Grade;
import entente.model.Numbers;
import entente.model.Points;
import entente.model.Question;
import entente.model.Relationship;
import entente.model.assessment.PointBalance.CeilingEffect;
import entente.model.assessment.Provenance;
import entente.model.rule.Ceiling;
import entente.model.rule.Rule;
import entente.model.rule.Rule.Weight;
import entente.model.rule.RuleBook.WeightTable;
import entente.quality.calibration.Panel.JudgedWorld;
import entente.scoring.Assessor;
import entente.scoring.Assessor.PointAssessment;
import entente.scoring.ScoringModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A rule book measured by judged worlds, and the strengths that the judgements would give its claims. */
public record Calibration(
        Provenance provenance,
        @Described("What the files say of the readers.") List<String> judgements,

        @Described("How well the book agrees with the readers: over all worlds, then by group.")
        List<Agreement> agreement,

        @Described("In the order of the files.") List<MeasuredWorld> worlds,

        @Described("What the judgements would change; absent where only the worlds of the sanity table are measured.")
        Optional<Refit> refit) {

    /** Below this likelihood, in percent, deviations are not told apart. */
    public static final double DEVIATION_FLOOR = 0.5;

    /** Below this likelihood, in percent, worlds are not put in order. */
    public static final double ORDER_FLOOR = 0.2;

    /** Worlds whose judgements differ by more, in points, are put in order. */
    public static final double TELLABLE = 1;

    /** How well likelihoods agree with those of the readers; deviations are in points, of the book less those of the readers. */
    @Described("Points are ten times the decimal logarithm of the odds.")
    public record Agreement(
            @Described("Absent for all worlds together.") Optional<String> group,

            @Described(kind = Kind.FROM_ONE) int worlds,

            @Described(value = "Median of the deviations without sign.", kind = Kind.POINTS)
            double medianDeviation,

            @Described(value = "Mean of the deviations without sign.", kind = Kind.POINTS)
            double meanDeviation,

            @Described(value = "Mean of the deviations.", kind = Kind.POINTS)
            double bias,

            @JsonInclude
            @Described(
                    value = "Of the pairs of worlds that the readers tell apart, the share that the book puts in their"
                            + " order less the share that it puts in the opposite one; null without such a pair.",
                    kind = Kind.NUMBER)
            OptionalDouble order,

            @JsonInclude
            @Described("Worlds whose relationship at least one reader expects; null for likelihoods that a fit gives.")
            Optional<Integer> statesRight) {}

    public record MeasuredWorld(
            @JsonUnwrapped JudgedWorld judged,

            @Described(
                    value = "Likelihood by the book, before it is rounded and held within the scale.",
                    kind = Kind.PERCENT)
            double book,

            @Described(
                    value = "Of the book less the readers, each taken as 0.5 percent where it is lower.",
                    kind = Kind.POINTS)
            double deviation,

            @Described("By the book; absent where too little is rated.")
            Optional<Relationship> relationship,

            @JsonIgnore double points) {

        @Described("Whether at least one reader expects the relationship.")
        public boolean stateRight() {
            return relationship.filter(judged.judgedRelationships()::contains).isPresent();
        }
    }

    /** A claim, or a step of one, whose size by the judgements lies nearer to another strength. */
    public record StrengthChange(
            @Described(kind = Kind.ID) String card,

            @Described("The grade with which the step begins.")
            Optional<Grade> step,

            Weight weight,

            @Described(value = "Of the weight in the book, without sign.", kind = Kind.POINTS)
            double points,

            @Described(value = "Fitted to the judgements.", kind = Kind.POINTS)
            double fittedPoints,

            @Described("The weight nearest to them; those of the steps of a card ascend.")
            Weight nearest) {}

    /** What sizes fitted to the judgements say. */
    public record Refit(
            @Described("Claims on the alliance, each step of one counted.")
            int claims,

            @Described("Fitted to all worlds from the sizes of the book: those that lie nearer to another strength.")
            List<StrengthChange> strengths,

            @Described("Cross-validation: each group by sizes that are fitted to the others, from one point for each"
                    + " claim or step; over all worlds, then by group; empty for a single group.")
            List<Agreement> leftOut) {}

    /** @param refit whether to fit sizes as well */
    public static Calibration of(Assessor assessor, Panel panel, boolean refit) {
        List<PointAssessment> assessed = panel.worlds().stream()
                .map(world -> assessor.pointAssessment(world.scenario()))
                .toList();
        List<MeasuredWorld> worlds = IntStream.range(0, assessed.size())
                .mapToObj(i -> measured(panel.worlds().get(i), assessed.get(i)))
                .toList();
        return new Calibration(
                Provenance.of(assessor.book()),
                panel.provenance(),
                agreement(
                        worlds,
                        worlds.stream().mapToDouble(MeasuredWorld::points).toArray(),
                        true),
                worlds,
                refit ? Optional.of(refit(assessor, worlds, assessed)) : Optional.empty());
    }

    /** Over all worlds. */
    public Agreement whole() {
        return agreement.get(0);
    }

    private static MeasuredWorld measured(JudgedWorld world, PointAssessment assessment) {
        Points result = assessment.balance().result();
        return new MeasuredWorld(
                world,
                Numbers.rounded(result.percent(), 3),
                Numbers.rounded(deviation(result.value(), world.best()), 2),
                assessment.relationship(),
                result.value());
    }

    static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
    }

    static double points(double percent) {
        return 10 * StrictMath.log10(percent / (100 - percent));
    }

    private static double deviation(double points, double judgedPercent) {
        return Math.max(points, points(DEVIATION_FLOOR)) - points(Math.max(judgedPercent, DEVIATION_FLOOR));
    }

    /**
     * Over all worlds, then by group.
     *
     * @param points of the likelihood of each world
     */
    private static List<Agreement> agreement(List<MeasuredWorld> worlds, double[] points, boolean states) {
        return Stream.concat(Stream.of(Optional.<String>empty()), groups(worlds).map(Optional::of))
                .map(group -> agreement(group, worlds, points, states))
                .toList();
    }

    private static Stream<String> groups(List<MeasuredWorld> worlds) {
        return worlds.stream().map(world -> world.judged().group()).distinct();
    }

    private static Agreement agreement(
            Optional<String> group, List<MeasuredWorld> worlds, double[] points, boolean states) {
        int[] which = IntStream.range(0, worlds.size())
                .filter(i -> group.isEmpty()
                        || group.get().equals(worlds.get(i).judged().group()))
                .toArray();
        double[] deviations = IntStream.of(which)
                .mapToDouble(i -> deviation(points[i], worlds.get(i).judged().best()))
                .toArray();
        long right = IntStream.of(which).filter(i -> worlds.get(i).stateRight()).count();
        return new Agreement(
                group,
                which.length,
                Numbers.rounded(median(DoubleStream.of(deviations).map(Math::abs)), 2),
                Numbers.rounded(
                        DoubleStream.of(deviations).map(Math::abs).average().orElseThrow(), 2),
                Numbers.rounded(DoubleStream.of(deviations).average().orElseThrow(), 2),
                order(which, worlds, points),
                states ? Optional.of((int) right) : Optional.empty());
    }

    private static OptionalDouble order(int[] which, List<MeasuredWorld> worlds, double[] points) {
        double floor = points(ORDER_FLOOR);
        int pairs = 0;
        double concordant = 0;
        for (int one : which) {
            for (int other : which) {
                double judged = points(Math.max(worlds.get(one).judged().best(), ORDER_FLOOR))
                        - points(Math.max(worlds.get(other).judged().best(), ORDER_FLOOR));
                if (judged > TELLABLE) {
                    pairs++;
                    concordant += Math.signum(Math.max(points[one], floor) - Math.max(points[other], floor));
                }
            }
        }
        return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of(Numbers.rounded(concordant / pairs, 3));
    }

    private static Refit refit(Assessor assessor, List<MeasuredWorld> worlds, List<PointAssessment> assessed) {
        ScoringModel model = assessor.scoringModel(Assumptions.NONE);
        List<Rule> rules = model.rules();
        int[] steps = IntStream.range(0, rules.size())
                .filter(r -> model.points(r, Question.ALLIANCE).hundredths() != 0)
                .toArray();
        double[] signed = IntStream.of(steps)
                .mapToDouble(r -> model.points(r, Question.ALLIANCE).value())
                .toArray();
        double[] judged = worlds.stream()
                .mapToDouble(world -> points(Math.max(world.judged().best(), DEVIATION_FLOOR)))
                .toArray();
        SizeFit fit = new SizeFit(steps, signed, assessed, judged);
        boolean[] all = new boolean[worlds.size()];
        Arrays.fill(all, true);
        double[] fitted = fit.sizes(Arrays.stream(signed).map(Math::abs).toArray(), all);
        Map<String, List<Integer>> cards = IntStream.range(0, steps.length)
                .boxed()
                .collect(Collectors.groupingBy(
                        step -> rules.get(steps[step]).cardId(), LinkedHashMap::new, Collectors.toList()));
        List<StrengthChange> changes = cards.values().stream()
                .flatMap(card -> changes(
                        assessor.book().weights(),
                        card.stream().map(step -> rules.get(steps[step])).toList(),
                        card.stream().mapToDouble(step -> fitted[step]).toArray())
                        .stream())
                .toList();
        return new Refit(steps.length, changes, crossValidated(steps.length, fit, worlds));
    }

    private static List<Agreement> crossValidated(int steps, SizeFit fit, List<MeasuredWorld> worlds) {
        List<String> groups = groups(worlds).toList();
        double[] points = new double[worlds.size()];
        for (String group : groups) {
            boolean[] others = new boolean[worlds.size()];
            for (int i = 0; i < others.length; i++) {
                others[i] = !worlds.get(i).judged().group().equals(group);
            }
            double[] fitted = fit.points(
                    fit.sizes(DoubleStream.generate(() -> 1).limit(steps).toArray(), others));
            for (int i = 0; i < others.length; i++) {
                points[i] = others[i] ? points[i] : fitted[i];
            }
        }
        return groups.size() < 2 ? List.of() : agreement(worlds, points, false);
    }

    /** @param sizes what each step adds to the one before it */
    private static List<StrengthChange> changes(WeightTable book, List<Rule> steps, double[] sizes) {
        double[] whole = sizes.clone();
        Arrays.parallelPrefix(whole, Double::sum);
        int direction = steps.get(0).alliance().orElseThrow().direction();
        List<Weight> weights = Stream.of(Weight.values())
                .filter(weight ->
                        weight.direction() == direction && book.alliance().containsKey(weight.strength()))
                .toList();
        // Each step is stronger than the one before it, so that a set of strengths says which step has which.
        List<Weight> nearest = IntStream.range(0, 1 << weights.size())
                .filter(set -> Integer.bitCount(set) == steps.size())
                .mapToObj(set -> IntStream.range(0, weights.size())
                        .filter(n -> (set >> n & 1) == 1)
                        .mapToObj(weights::get)
                        .toList())
                .min(Comparator.comparingDouble(chosen -> IntStream.range(0, whole.length)
                        .mapToDouble(n -> Math.abs(points(book, chosen.get(n)) - whole[n]))
                        .sum()))
                .orElseThrow();
        List<StrengthChange> changes = new ArrayList<>();
        for (int n = 0; n < whole.length; n++) {
            Rule step = steps.get(n);
            Weight weight = step.alliance().orElseThrow();
            if (nearest.get(n) != weight) {
                changes.add(new StrengthChange(
                        step.cardId(),
                        step.step(),
                        weight,
                        points(book, weight),
                        Numbers.rounded(whole[n], 2),
                        nearest.get(n)));
            }
        }
        return changes;
    }

    private static double points(WeightTable book, Weight weight) {
        return book.points(Question.ALLIANCE, weight.strength());
    }

    /**
     * Fits the sizes of claims, each step of one by itself, to judged likelihoods by least squares: signs, overrides and ceilings are those of the book, no size
     * is below zero, an error counts linearly beyond a bound, and a penalty holds each size near its start. The method is a
     * projected gradient with momentum (FISTA with restarts) of a fixed number of steps, which gives the same sizes each time.
     */
    private static final class SizeFit {

        /** Weight of the squared distance from the start; a claim that no world tests keeps its start. */
        private static final double RIDGE = 2;

        /** In points; beyond it an error counts linearly (Huber), so that no single world decides. */
        private static final double LINEAR_FROM = 3;

        private static final int STEPS = 2_000;

        /** By world, the claims that take effect. */
        private final int[][] effective;

        private final double[] signs;
        private final double[] base;
        private final List<List<Ceiling>> ceilings;
        private final double[] judged;
        private final double floor;
        private final double step;

        /**
         * @param claims indexes in the ledger of the claims to fit
         * @param points of the claims, with their signs
         * @param judged in points, not below the floor of deviations
         */
        SizeFit(int[] claims, double[] points, List<PointAssessment> worlds, double[] judged) {
            this.judged = judged;
            this.floor = Calibration.points(Calibration.DEVIATION_FLOOR);
            signs = Arrays.stream(points).map(Math::signum).toArray();
            base = worlds.stream()
                    .mapToDouble(world -> world.balance().base().value())
                    .toArray();
            ceilings = worlds.stream()
                    .map(world -> world.balance().ceilings().stream()
                            .map(CeilingEffect::ceiling)
                            .toList())
                    .toList();
            effective = worlds.stream()
                    .map(world -> IntStream.range(0, claims.length)
                            .filter(claim -> world.ledger().get(claims[claim]).fired())
                            .toArray())
                    .toArray(int[][]::new);
            int[] uses = new int[claims.length];
            Arrays.stream(effective).flatMapToInt(IntStream::of).forEach(claim -> uses[claim]++);
            // The product of the largest sums of a row and of a column bounds the curvature.
            int most =
                    Arrays.stream(effective).mapToInt(row -> row.length).max().orElse(0);
            step = 1 / (RIDGE + (double) most * Arrays.stream(uses).max().orElse(0));
        }

        /** The points of the likelihood of each world with these sizes. */
        double[] points(double[] sizes) {
            return IntStream.range(0, base.length)
                    .mapToDouble(world -> result(world, sizes)[0])
                    .toArray();
        }

        /** The points of the likelihood of a world, and how fast they grow with the sum of its claims. */
        private double[] result(int world, double[] sizes) {
            double points = base[world];
            for (int claim : effective[world]) {
                points += signs[claim] * sizes[claim];
            }
            double slope = 1;
            for (Ceiling ceiling : ceilings.get(world)) {
                double knee = ceiling.knee().value();
                if (points > knee) {
                    points = knee + (points - knee) * (1 - ceiling.share());
                    slope *= 1 - ceiling.share();
                }
                if (points > ceiling.limit().value()) {
                    points = ceiling.limit().value();
                    slope = 0;
                }
            }
            return new double[] {points, slope};
        }

        /**
         * The sizes that fit best.
         *
         * @param start of the sizes, near which they are held
         * @param used the worlds to fit to
         */
        double[] sizes(double[] start, boolean[] used) {
            double[] last = start.clone();
            double[] ahead = start.clone();
            double[] best = start.clone();
            double least = Double.POSITIVE_INFINITY;
            double momentum = 1;
            for (int n = 0; n < STEPS; n++) {
                double[] gradient = new double[start.length];
                double loss = loss(ahead, start, used, gradient);
                if (loss < least) {
                    least = loss;
                    best = ahead.clone();
                }
                double[] next = new double[start.length];
                double uphill = 0;
                for (int claim = 0; claim < next.length; claim++) {
                    next[claim] = Math.max(0, ahead[claim] - step * gradient[claim]);
                    uphill += (ahead[claim] - next[claim]) * (next[claim] - last[claim]);
                }
                momentum = uphill > 0 ? 1 : momentum;
                double following = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
                for (int claim = 0; claim < next.length; claim++) {
                    ahead[claim] = Math.max(0, next[claim] + (momentum - 1) / following * (next[claim] - last[claim]));
                }
                last = next;
                momentum = following;
            }
            return best;
        }

        private double loss(double[] sizes, double[] start, boolean[] used, double[] gradient) {
            double loss = 0;
            for (int claim = 0; claim < sizes.length; claim++) {
                double moved = sizes[claim] - start[claim];
                loss += RIDGE / 2 * moved * moved;
                gradient[claim] = RIDGE * moved;
            }
            for (int world = 0; world < base.length; world++) {
                double[] result = result(world, sizes);
                if (!used[world] || (result[0] <= floor && judged[world] <= floor)) {
                    continue;
                }
                double error = result[0] - judged[world];
                double size = Math.abs(error);
                loss += size <= LINEAR_FROM ? size * size / 2 : LINEAR_FROM * (size - LINEAR_FROM / 2);
                double pull = Math.max(-LINEAR_FROM, Math.min(LINEAR_FROM, error)) * result[1];
                for (int claim : effective[world]) {
                    gradient[claim] += signs[claim] * pull;
                }
            }
            return loss;
        }
    }
}
