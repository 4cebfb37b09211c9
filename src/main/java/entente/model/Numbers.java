package entente.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Parsing and formatting of numbers. */
public final class Numbers {

    private static final int MAX_EXPONENT = 400;

    /** Powers of ten that are exact as doubles, as many as results need. */
    private static final double[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    /** Whole numbers below this one have so few digits that their decimal fractions are told apart as doubles. */
    private static final double EXACT = 1_000_000_000;

    /** Below a half by more than the error of the multiplication, so that the decimal digits need not be looked at. */
    private static final double CLEARLY_NEAREST = 0.49;

    private Numbers() {}

    /** The value; empty if the text is not a number, overflows, or would be rounded to zero. */
    public static Optional<Double> finite(String raw) {
        BigDecimal exact;
        try {
            exact = new BigDecimal(raw);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
        if (exact.signum() == 0) {
            return Optional.of(0.0);
        }
        if (Math.abs((long) exact.precision() - exact.scale()) > MAX_EXPONENT) {
            return Optional.empty();
        }
        double value = exact.doubleValue();
        return Double.isFinite(value) && value != 0 ? Optional.of(value) : Optional.empty();
    }

    /** The number that a text probably represents: quoted, with a percent sign or with a decimal comma. */
    public static Optional<String> suggestion(String text) {
        String bare = text.strip();
        bare = bare.endsWith("%") ? bare.substring(0, bare.length() - 1).strip() : bare;
        boolean decimalComma = bare.matches("-?\\d{1,15},\\d{1,15}") && !bare.matches("-?\\d{1,3},\\d{3}");
        String number = decimalComma ? bare.replace(',', '.') : bare;
        return number.matches("-?\\d{1,15}(\\.\\d{1,15})?") ? Optional.of(number) : Optional.empty();
    }

    /** Canonical form: no exponent, no trailing zeros. */
    public static String plain(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    /** Rounded half-even to some decimals. */
    public static double rounded(double value, int decimals) {
        if (decimals < POWERS.length && Math.abs(value) * POWERS[decimals] < EXACT) {
            return roundedUnits(value, decimals) / POWERS[decimals];
        }
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    /**
     * The value in units of its last decimal, rounded half-even.
     *
     * @param decimals from 0 to 6
     * @throws ArithmeticException if an int cannot hold the result
     */
    public static int roundedUnits(double value, int decimals) {
        double units = value * POWERS[decimals];
        double nearest = Math.rint(units);
        if (Math.abs(units - nearest) < CLEARLY_NEAREST && Math.abs(nearest) < EXACT) {
            return (int) nearest;
        }
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .intValueExact();
    }

    /** The largest number below this one with one decimal place more, as they are written: 39.9 for 40. */
    public static double justBelow(double value) {
        BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
        BigDecimal step = BigDecimal.ONE.movePointLeft(Math.max(0, exact.scale()) + 1);
        // Numbers with very many digits have the next lower double.
        return Math.min(exact.subtract(step).doubleValue(), Math.nextDown(value));
    }

    /** The difference of two numbers as they are written in decimal: 0.3 less 0.1 is 0.2. */
    public static double difference(double more, double less) {
        for (double power : POWERS) {
            double first = Math.rint(more * power);
            double second = Math.rint(less * power);
            boolean written = first / power == more && second / power == less;
            if (written && Math.abs(first) < EXACT && Math.abs(second) < EXACT) {
                return (first - second + 0.0) / power; // no negative zero
            }
        }
        return BigDecimal.valueOf(more).subtract(BigDecimal.valueOf(less)).doubleValue();
    }
}
