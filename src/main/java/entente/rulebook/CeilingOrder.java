package entente.rulebook;

import entente.model.Points;
import entente.model.rule.Ceiling;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Compares ceilings; intervals depend on their order. */
final class CeilingOrder {

    /** In hundredths of points, beyond any sum that changes a verdict. */
    private static final int LOWEST = -5_000;

    private static final int HIGHEST = 10_000;

    private CeilingOrder() {}

    /** Whether a ceiling leaves less of some sum than another one. Both are straight lines between their breakpoints. */
    static boolean leavesLess(Ceiling ceiling, Ceiling other) {
        return IntStream.concat(breakpoints(ceiling), breakpoints(other))
                .mapToObj(Points::new)
                .anyMatch(points -> ceiling.apply(points).compareTo(other.apply(points)) < 0);
    }

    /** The ends of the range, and the whole hundredths on both sides of each breakpoint. */
    private static IntStream breakpoints(Ceiling ceiling) {
        double knee = ceiling.knee().hundredths();
        double limit = ceiling.limit().hundredths();
        double limitReached = knee + (limit - knee) / (1 - ceiling.share());
        return DoubleStream.of(LOWEST, knee, limit, limitReached, HIGHEST)
                .flatMap(breakpoint -> DoubleStream.of(Math.floor(breakpoint), Math.ceil(breakpoint)))
                .mapToInt(breakpoint -> (int) Math.max(LOWEST, Math.min(HIGHEST, breakpoint)));
    }
}
