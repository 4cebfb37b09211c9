package entente.benchmark;

import entente.model.Percent;
import entente.model.Points;
import java.util.stream.IntStream;

/** Evaluates one variant after the other; the fields hold the last outcome. */
public abstract class StraightLineEvaluator {

    private static final int END = 2000;
    private static final int[] TENTHS = IntStream.rangeClosed(-END, END)
            .map(points -> Percent.of(new Points(points)).tenths())
            .toArray();

    /** In hundredths. */
    public int points;

    /** In hundredths. */
    public int partnership;

    public int tenths;
    public int relationship;

    /** @param grades ordinals of the grades of all indicators */
    public abstract void evaluate(byte[] grades);

    protected static int percent(int points) {
        return TENTHS[Math.max(-END, Math.min(END, points)) + END];
    }
}
