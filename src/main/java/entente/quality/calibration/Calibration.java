package entente.quality.calibration;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import entente.model.Assumptions;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Grade;
import entente.model.Numbers;
import entente.model.Question;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.assessment.Provenance;
import entente.model.rule.Rule;
import entente.model.rule.Rule.Weight;
import entente.model.rule.RuleBook.WeightTable;
import entente.quality.calibration.Panel.JudgedWorld;
import entente.quality.calibration.Panel.Judgement;
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
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A rule book measured by judged worlds, and the strengths that the judgements would give its claims. */
public record Calibration(
        Provenance provenance,
        @Described("What the files say of the readers.") List<String> judgements,

        @Described("The agreement of the book with the readers over all worlds.")
        Agreement whole,

        @Described("The same by group, in the order of the worlds.")
        List<Agreement> groups,

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

    /** A world: low, best and high are the medians of the readers. */
    public record MeasuredWorld(
            @Described(kind = Kind.ID) String id,
            String group,

            @Described("What holds: the title of the scenario, and what is different.")
            String text,

            @Described(kind = Kind.PERCENT) double low,
            @Described(kind = Kind.PERCENT) double best,
            @Described(kind = Kind.PERCENT) double high,

            @Described(
                    value = "Likelihood by the book, before it is rounded and held within the scale.",
                    kind = Kind.PERCENT)
            double book,

            @Described(value = "Of the book less the readers, both at least 0.5 percent.", kind = Kind.POINTS)
            double deviation,

            @Described("By the book; absent where too little is rated.")
            Optional<Relationship> relationship,

            @Described("Those that the readers expect, ascending.")
            List<Relationship> judgedRelationships,

            boolean stateRight,

            @JsonIgnore double points) {}

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

            @Described(
                    "Cross-validation: each group judged by sizes that are fitted to the others, from one point for each claim or step; absent for a single group.")
            Optional<Agreement> leftOut,

            @Described("The same by group.") List<Agreement> leftOutGroups) {}

    /** @param refit whether to fit sizes as well */
    public static Calibration of(Assessor assessor, Panel panel, boolean refit) {
        List<PointAssessment> assessed = panel.worlds().stream()
                .map(world -> assessor.pointAssessment(world.scenario()))
                .toList();
        List<MeasuredWorld> worlds = IntStream.range(0, assessed.size())
                .mapToObj(i -> measured(panel.worlds().get(i), assessed.get(i)))
                .toList();
        double[] points = worlds.stream().mapToDouble(MeasuredWorld::points).toArray();
        return new Calibration(
                Provenance.of(assessor.book()),
                panel.provenance(),
                agreement(Optional.empty(), worlds, points, true),
                byGroup(worlds, points, true),
                worlds,
                refit ? Optional.of(refit(assessor, worlds, assessed)) : Optional.empty());
    }

    private static MeasuredWorld measured(JudgedWorld world, PointAssessment assessment) {
        double points = assessment.balance().result().value();
        double best = median(world.judgements(), Judgement::best);
        List<Relationship> judged = world.judgements().stream()
                .map(Judgement::relationship)
                .distinct()
                .sorted()
                .toList();
        return new MeasuredWorld(
                world.id(),
                world.group(),
                Stream.concat(world.scenario().base().stream().map(Scenario::title), world.text().stream())
                        .collect(Collectors.joining(": ")),
                median(world.judgements(), Judgement::low),
                best,
                median(world.judgements(), Judgement::high),
                Numbers.rounded(assessment.balance().result().percent(), 3),
                Numbers.rounded(deviation(points, best), 2),
                assessment.relationship(),
                judged,
                assessment.relationship().filter(judged::contains).isPresent(),
                points);
    }

    private static double median(List<Judgement> judgements, ToDoubleFunction<Judgement> part) {
        return median(judgements.stream().mapToDouble(part).toArray());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
    }

    static double points(double percent) {
        return 10 * StrictMath.log10(percent / (100 - percent));
    }

    private static double deviation(double points, double judgedPercent) {
        return Math.max(points, points(DEVIATION_FLOOR)) - points(Math.max(judgedPercent, DEVIATION_FLOOR));
    }

    private static List<Agreement> byGroup(List<MeasuredWorld> worlds, double[] points, boolean states) {
        return worlds.stream()
                .map(MeasuredWorld::group)
                .distinct()
                .map(group -> agreement(Optional.of(group), worlds, points, states))
                .toList();
    }

    /** @param points of the likelihood of each world */
    private static Agreement agreement(
            Optional<String> group, List<MeasuredWorld> worlds, double[] points, boolean states) {
        int[] which = IntStream.range(0, worlds.size())
                .filter(i -> group.isEmpty() || group.get().equals(worlds.get(i).group()))
                .toArray();
        double[] deviations = IntStream.of(which)
                .mapToDouble(i -> deviation(points[i], worlds.get(i).best()))
                .toArray();
        double[] sizes = Arrays.stream(deviations).map(Math::abs).toArray();
        return new Agreement(
                group,
                which.length,
                Numbers.rounded(median(sizes), 2),
                Numbers.rounded(Arrays.stream(sizes).average().orElseThrow(), 2),
                Numbers.rounded(Arrays.stream(deviations).average().orElseThrow(), 2),
                order(which, worlds, points),
                states
                        ? Optional.of((int) IntStream.of(which)
                                .filter(i -> worlds.get(i).stateRight())
                                .count())
                        : Optional.empty());
    }

    private static OptionalDouble order(int[] which, List<MeasuredWorld> worlds, double[] points) {
        double floor = points(ORDER_FLOOR);
        int pairs = 0;
        double concordant = 0;
        for (int one : which) {
            for (int other : which) {
                double judged = points(Math.max(worlds.get(one).best(), ORDER_FLOOR))
                        - points(Math.max(worlds.get(other).best(), ORDER_FLOOR));
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
                .mapToDouble(world -> points(Math.max(world.best(), DEVIATION_FLOOR)))
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
        return crossValidated(steps.length, changes, fit, worlds);
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

    private static Refit crossValidated(
            int claims, List<StrengthChange> changes, SizeFit fit, List<MeasuredWorld> worlds) {
        List<String> groups =
                worlds.stream().map(MeasuredWorld::group).distinct().toList();
        if (groups.size() < 2) {
            return new Refit(claims, changes, Optional.empty(), List.of());
        }
        double[] equal = new double[claims];
        Arrays.fill(equal, 1);
        double[] points = new double[worlds.size()];
        for (String group : groups) {
            boolean[] others = new boolean[worlds.size()];
            for (int i = 0; i < others.length; i++) {
                others[i] = !worlds.get(i).group().equals(group);
            }
            double[] fitted = fit.points(fit.sizes(equal, others));
            for (int i = 0; i < others.length; i++) {
                points[i] = others[i] ? points[i] : fitted[i];
            }
        }
        return new Refit(
                claims,
                changes,
                Optional.of(agreement(Optional.empty(), worlds, points, false)),
                byGroup(worlds, points, false));
    }
}
