package entente.quality.calibration;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Numbers;
import entente.model.Points;
import entente.model.Relationship;
import entente.model.assessment.Provenance;
import entente.quality.calibration.Panel.JudgedWorld;
import entente.scoring.Assessor;
import entente.scoring.Assessor.PointAssessment;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** A rule book measured by judged worlds. */
public record Calibration(
        Provenance provenance,
        @Described("What the files say of the readers.") List<String> judgements,

        @Described("How well the book agrees with the readers: over all worlds, then by group.")
        List<Agreement> agreement,

        @Described("In the order of the files.") List<MeasuredWorld> worlds) {

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

            @Described("Worlds whose relationship at least one reader expects.")
            int statesRight) {}

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

    public static Calibration of(Assessor assessor, Panel panel) {
        List<MeasuredWorld> worlds = panel.worlds().stream()
                .map(world -> measured(world, assessor.pointAssessment(world.scenario())))
                .toList();
        // Over all worlds, then by group.
        Stream<Optional<String>> groups = Stream.concat(
                Stream.of(Optional.<String>empty()),
                worlds.stream().map(world -> world.judged().group()).distinct().map(Optional::of));
        return new Calibration(
                Provenance.of(assessor.book()),
                panel.provenance(),
                groups.map(group -> agreement(
                                group,
                                worlds.stream()
                                        .filter(world -> group.isEmpty()
                                                || group.get()
                                                        .equals(world.judged().group()))
                                        .toList()))
                        .toList(),
                worlds);
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

    private static double points(double percent) {
        return 10 * StrictMath.log10(percent / (100 - percent));
    }

    private static double deviation(double points, double judgedPercent) {
        return Math.max(points, points(DEVIATION_FLOOR)) - points(Math.max(judgedPercent, DEVIATION_FLOOR));
    }

    private static Agreement agreement(Optional<String> group, List<MeasuredWorld> worlds) {
        double[] deviations = worlds.stream()
                .mapToDouble(world -> deviation(world.points(), world.judged().best()))
                .toArray();
        return new Agreement(
                group,
                worlds.size(),
                Numbers.rounded(median(DoubleStream.of(deviations).map(Math::abs)), 2),
                Numbers.rounded(
                        DoubleStream.of(deviations).map(Math::abs).average().orElseThrow(), 2),
                Numbers.rounded(DoubleStream.of(deviations).average().orElseThrow(), 2),
                order(worlds),
                (int) worlds.stream().filter(MeasuredWorld::stateRight).count());
    }

    private static OptionalDouble order(List<MeasuredWorld> worlds) {
        double floor = points(ORDER_FLOOR);
        int pairs = 0;
        double concordant = 0;
        for (MeasuredWorld one : worlds) {
            for (MeasuredWorld other : worlds) {
                double judged = points(Math.max(one.judged().best(), ORDER_FLOOR))
                        - points(Math.max(other.judged().best(), ORDER_FLOOR));
                if (judged > TELLABLE) {
                    pairs++;
                    concordant += Math.signum(Math.max(one.points(), floor) - Math.max(other.points(), floor));
                }
            }
        }
        return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of(Numbers.rounded(concordant / pairs, 3));
    }
}
