package entente.model;

import org.jspecify.annotations.Nullable;

/**
 * A likelihood in tenths of a percent, clamped to 0.1–99.9 %: no forecast is certain.
 *
 * @param tenths from 1 to 999
 */
public record Percent(int tenths) implements Comparable<Percent> {

    private static final Band[] BANDS = Band.values();

    public static final Percent LOWEST = new Percent(1);
    public static final Percent HIGHEST = new Percent(999);

    /** In hundredths of points; beyond them either way the percentage is clamped. */
    private static final int END = 3000;

    /** The percentages of the points that have occurred, from -END to END, as a power takes long to compute. */
    private static final @Nullable Percent[] BY_POINTS = new Percent[2 * END + 1];

    public static Percent of(Points points) {
        int index = Math.max(-END, Math.min(END, points.hundredths())) + END;
        Percent percent = BY_POINTS[index];
        if (percent == null) {
            int tenths = unclampedTenths(points);
            percent = new Percent(Math.max(LOWEST.tenths, Math.min(HIGHEST.tenths, tenths)));
            BY_POINTS[index] = percent; // equal whichever thread computes it
        }
        return percent;
    }

    /** The likelihood of these points in tenths of a percent, before the clamp. */
    public static int unclampedTenths(Points points) {
        return Numbers.roundedUnits(points.percent(), 1);
    }

    /** Written out, as the generated method is linked at run time, which a cold start would wait for. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Percent percent && percent.tenths == tenths;
    }

    @Override
    public int hashCode() {
        return tenths;
    }

    public double value() {
        return tenths / 10.0;
    }

    public Band band() {
        Band highest = Band.BELOW_ONE_PERCENT;
        for (Band band : BANDS) {
            if (tenths >= band.from() * 10) {
                highest = band;
            }
        }
        return highest;
    }

    @Override
    public int compareTo(Percent other) {
        return Integer.compare(tenths, other.tenths);
    }
}
