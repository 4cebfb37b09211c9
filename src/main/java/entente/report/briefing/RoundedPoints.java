package entente.report.briefing;

import entente.model.Points;
import entente.report.wording.Wording;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Points with one decimal, rounded so that the printed terms add up to the printed sum. */
final class RoundedPoints {

    private static final int TENTH = 10;

    private RoundedPoints() {}

    /**
     * Terms in tenths of a point. Where plain rounding does not add up, the terms that lie nearest to a half, and of those the
     * largest, are rounded the other way.
     */
    static int[] tenths(List<Points> terms) {
        int[] tenths = terms.stream().mapToInt(RoundedPoints::tenths).toArray();
        int missing = tenths(terms.stream().reduce(Points.ZERO, Points::plus))
                - IntStream.of(tenths).sum();
        int step = Integer.signum(missing);
        IntStream.range(0, tenths.length)
                .filter(i -> terms.get(i).hundredths() % TENTH != 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(
                                i -> step * (tenths[i] * TENTH - terms.get(i).hundredths()))
                        .thenComparingInt(i -> -Math.abs(tenths[i]))
                        .thenComparingInt(i -> i))
                .limit(Math.abs(missing))
                .forEach(i -> tenths[i] += step);
        return tenths;
    }

    /** Halves away from zero. */
    static int tenths(Points points) {
        return Figures.whole(points.hundredths());
    }

    /** With a sign and one decimal; a plain 0 for nothing. */
    static String signed(int tenths) {
        return tenths == 0 ? "0" : Wording.shift(tenths);
    }

    /** Without sign, where the sentence says the direction. */
    static String size(int tenths) {
        return BigDecimal.valueOf(Math.abs(tenths), 1).toPlainString();
    }
}
