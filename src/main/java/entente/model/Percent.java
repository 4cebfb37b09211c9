package entente.model;

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
        return Numbers.roundedUnits(points.percent(), 1);
    }

    public double value() {
        return tenths / 10.0;
    }

    public Band band() {
        Band highest = Band.ALMOST_NO_CHANCE;
        for (Band band : Band.values()) {
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
