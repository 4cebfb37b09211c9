package entente.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Evidence on one question: ten times the base-10 logarithm of an odds ratio (decibans), so that 10 points multiply the
 * odds by ten and points add up. Stored in whole hundredths, each term rounded half-even, so that printed terms add up
 * exactly.
 */
public record Points(int hundredths) implements Comparable<Points> {

    public static final Points ZERO = new Points(0);

    /** Greater than any sum. */
    public static final Points UNBOUNDED = new Points(Integer.MAX_VALUE);

    /** Below a half by more than the error of the multiplication, so that the decimal digits need not be looked at. */
    private static final double CLEARLY_NEAREST = 0.49;

    private static final double EXACT = 1_000_000_000;

    public static Points of(double points) {
        double hundredths = points * 100;
        double nearest = Math.rint(hundredths);
        if (Math.abs(hundredths - nearest) < CLEARLY_NEAREST && Math.abs(nearest) < EXACT) {
            return new Points((int) nearest);
        }
        return new Points(BigDecimal.valueOf(points)
                .setScale(2, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .intValueExact());
    }

    /** The points of a likelihood strictly between 0 and 100 percent. */
    public static Points ofPercent(double percent) {
        return of(10 * StrictMath.log10(percent / (100 - percent)));
    }

    public double value() {
        return hundredths / 100.0;
    }

    /** The likelihood of these points, before it is rounded or clamped. */
    public double percent() {
        return 100 / (1 + StrictMath.pow(10, -hundredths / 1000.0));
    }

    public Points plus(Points other) {
        return new Points(Math.addExact(hundredths, other.hundredths));
    }

    public Points minus(Points other) {
        return new Points(Math.subtractExact(hundredths, other.hundredths));
    }

    public Points times(double factor) {
        return new Points((int) Math.rint(hundredths * factor));
    }

    @Override
    public int compareTo(Points other) {
        return Integer.compare(hundredths, other.hundredths);
    }
}
