package entente.analysis.ensemble;

/** Hundredths of points on both questions in one long, so that one addition adds both. */
final class PackedPoints {

    /** Largest absolute value of a sum, in hundredths; leaves room for the differences to thresholds. */
    static final int MAX = 1_000_000_000;

    private static final long HALF = 1L << 31;

    private PackedPoints() {}

    static long of(int alliance, int partnership) {
        return ((long) alliance << Integer.SIZE) + partnership;
    }

    static int alliance(long packed) {
        return (int) ((packed + HALF) >> Integer.SIZE);
    }

    static int partnership(long packed) {
        return (int) packed;
    }
}
