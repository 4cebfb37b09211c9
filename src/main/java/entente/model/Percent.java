package entente.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * A likelihood in tenths of a percent, clamped to 1–99 %: no forecast is certain.
 *
 * @param tenths from 10 to 990
 */
public record Percent(int tenths) implements Comparable<Percent> {

    public static final Percent LOWEST = new Percent(10);
    public static final Percent HIGHEST = new Percent(990);

    public static Percent of(Points points) {
        int tenths = unclampedTenths(points);
        return new Percent(Math.max(LOWEST.tenths, Math.min(HIGHEST.tenths, tenths)));
    }

    /** The likelihood of these points in tenths of a percent, before the clamp. */
    public static int unclampedTenths(Points points) {
        return BigDecimal.valueOf(points.percent())
                .setScale(1, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .intValueExact();
    }

    public double value() {
        return tenths / 10.0;
    }

    public Band band() {
        return Arrays.stream(Band.values())
                .filter(band -> tenths >= band.from() * 10)
                .reduce(Band.ALMOST_NO_CHANCE, (lower, higher) -> higher);
    }

    @Override
    public int compareTo(Percent other) {
        return Integer.compare(tenths, other.tenths);
    }
}
