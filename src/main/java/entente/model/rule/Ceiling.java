package entente.model.rule;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Points;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A soft ceiling: above the knee it removes a share of each point, and the result never exceeds the limit.
 *
 * @param knee the knee in points
 * @param limit the limit in points
 */
public record Ceiling(
        CeilingKind kind,

        @JsonInclude
        @Described(
                value = "The likelihood above which points are taken back; null where none are.",
                kind = Kind.PERCENT)
        OptionalDouble kneePercent,

        @Described(value = "Share of the points above the knee that is taken back.", kind = Kind.SHARE)
        double share,

        @JsonInclude @Described(value = "The highest likelihood; null where there is no limit.", kind = Kind.PERCENT)
        OptionalDouble limitPercent,

        @JsonIgnore String reason,
        @JsonIgnore Points knee,
        @JsonIgnore Points limit) {

    /** In hundredths of points, beyond any sum that changes a verdict. */
    private static final int LOWEST = -5_000;

    private static final int HIGHEST = 10_000;

    public static Ceiling of(
            CeilingKind kind, OptionalDouble kneePercent, double share, OptionalDouble limitPercent, String reason) {
        return new Ceiling(kind, kneePercent, share, limitPercent, reason, points(kneePercent), points(limitPercent));
    }

    private static Points points(OptionalDouble percent) {
        return percent.isPresent() ? Points.ofPercent(percent.getAsDouble()) : Points.UNBOUNDED;
    }

    /** The points that remain under the ceiling; never more than the argument. */
    public Points apply(Points points) {
        Points left = points;
        if (left.compareTo(knee) > 0) {
            left = knee.plus(left.minus(knee).times(1 - share));
        }
        return left.compareTo(limit) > 0 ? limit : left;
    }

    /** Whether it leaves less of some sum than another one. */
    public boolean leavesLess(Ceiling other) {
        return IntStream.rangeClosed(LOWEST, HIGHEST)
                .mapToObj(Points::new)
                .anyMatch(points -> apply(points).compareTo(other.apply(points)) < 0);
    }
}
