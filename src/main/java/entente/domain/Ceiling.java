package entente.domain;

import java.util.OptionalDouble;

/**
 * A soft ceiling: above the knee it takes back a share of each point, and the result never passes the limit.
 *
 * @param kneePercent likelihood from which points are taken back; empty where none are
 * @param share of each point above the knee, from 0 to 1, that is taken back
 * @param limitPercent likelihood that is never passed; empty where there is no limit
 */
public record Ceiling(
        CeilingKind kind, OptionalDouble kneePercent, double share, OptionalDouble limitPercent, String reason) {

    /** What is left of these points under the ceiling; never more than went in. */
    public Points under(Points points) {
        Points left = points;
        if (kneePercent.isPresent()) {
            Points knee = Points.ofPercent(kneePercent.getAsDouble());
            if (left.compareTo(knee) > 0) {
                left = knee.plus(left.minus(knee).times(1 - share));
            }
        }
        if (limitPercent.isPresent()) {
            Points limit = Points.ofPercent(limitPercent.getAsDouble());
            left = left.compareTo(limit) > 0 ? limit : left;
        }
        return left;
    }
}
