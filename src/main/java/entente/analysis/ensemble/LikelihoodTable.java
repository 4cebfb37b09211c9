package entente.analysis.ensemble;

import entente.model.Percent;
import entente.model.Points;

/** The rounded percentage and the band of all points, computed once with {@link Percent}. */
final class LikelihoodTable {

    /** In hundredths; beyond 20 points either way the percentage is clamped to 1 or 99. */
    private static final int END = 2000;

    private static final short[] TENTHS = new short[2 * END + 1];
    private static final byte[] BANDS = new byte[2 * END + 1];

    static {
        for (int index = 0; index < TENTHS.length; index++) {
            Percent percent = Percent.of(new Points(index - END));
            TENTHS[index] = (short) percent.tenths();
            BANDS[index] = (byte) percent.band().ordinal();
        }
    }

    private LikelihoodTable() {}

    static int index(int hundredths) {
        return Math.max(-END, Math.min(END, hundredths)) + END;
    }

    static short tenths(int index) {
        return TENTHS[index];
    }

    static byte band(int index) {
        return BANDS[index];
    }
}
