package entente.model.rule;

import entente.model.Points;
import java.util.OptionalDouble;

/**
 * A soft ceiling: above the knee it removes a share of each point, and the result never exceeds the limit.
 *
 * @param kneePercent likelihood above which points are reduced; empty if none are
 * @param share fraction of each point above the knee that is removed, from 0 to 1
 * @param limitPercent maximum likelihood; empty if there is no limit
 * @param knee the knee in points
 * @param limit the limit in points
 */
public record Ceiling(
        CeilingKind kind,
        OptionalDouble kneePercent,
        double share,
        OptionalDouble limitPercent,
        String reason,
        Points knee,
        Points limit) {

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
}
