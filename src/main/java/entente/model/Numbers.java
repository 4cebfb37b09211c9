package entente.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Parsing and formatting of numbers. */
public final class Numbers {

    private static final int MAX_EXPONENT = 400;

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
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .doubleValue();
    }
}
