package entente.analysis.ensemble.run;

import java.io.Serializable;

/**
 * A sum of weights as a whole number of units of 2 to the power of −120, in two parts. Each weight is cut off to such a
 * number, and whole numbers have the same sum in any order.
 *
 * @param high in units of 2 to the power of −60
 * @param low the rest, below one such unit, in units of 2 to the power of −120
 */
public record ExactWeight(long high, long low) implements Serializable {

    static final int BITS = 60;
    static final long MASK = (1L << BITS) - 1;
    private static final double UNITS = 0x1p60;

    static final ExactWeight ZERO = new ExactWeight(0, 0);

    /** The high part of a weight from 0 to 1. */
    static long high(double weight) {
        return (long) (weight * UNITS);
    }

    /** The low part; nothing is rounded before it is cut off, as powers of two are exact factors. */
    static long low(double weight, long high) {
        return (long) ((weight * UNITS - high) * UNITS);
    }

    ExactWeight plus(ExactWeight other) {
        long sum = low + other.low;
        return new ExactWeight(high + other.high + (sum >>> BITS), sum & MASK);
    }

    /** The nearest double, up to a unit in the last place. */
    public double value() {
        return high / UNITS + low / UNITS / UNITS;
    }
}
