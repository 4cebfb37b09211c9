package entente.model;

/**
 * Evidence on one question: ten times the base-10 logarithm of an odds ratio (decibans), so that 10 points multiply the
 * odds by ten and points add up. Stored in whole hundredths, each term rounded half-even, so that printed terms add up
 * exactly.
 */
public record Points(int hundredths) implements Comparable<Points> {

    public static final Points ZERO = new Points(0);

    /** Greater than any sum. */
    public static final Points UNBOUNDED = new Points(Integer.MAX_VALUE);

    public static Points of(double points) {
        return new Points(Numbers.roundedUnits(points, 2));
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
