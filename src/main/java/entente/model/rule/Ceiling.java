package entente.model.rule;

import entente.model.Points;
import java.util.OptionalDouble;

/**
 * A soft ceiling: above the knee it takes back a share of each point, and the result never passes the limit.
 *
 * @param kneePercent likelihood from which points are taken back; empty where none are
 * @param share of each point above the knee, from 0 to 1, that is taken back
 * @param limitPercent likelihood that is never passed; empty where there is no limit
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

    /** What is left of these points under the ceiling; never more than went in. */
    public Points apply(Points points) {
        Points left = points;
        if (left.compareTo(knee) > 0) {
            left = knee.plus(left.minus(knee).times(1 - share));
        }
        return left.compareTo(limit) > 0 ? limit : left;
    }
}
