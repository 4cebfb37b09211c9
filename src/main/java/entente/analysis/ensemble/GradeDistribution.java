package entente.analysis.ensemble;

import entente.model.Grade;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The probabilities of the grades of one indicator. */
public final class GradeDistribution {

    private static final int GRADES = Grade.values().length;
    private static final double TOLERANCE = 1e-9;

    /** The grade of most coordinates follows from their highest bits alone. */
    private static final int GUIDE_BITS = 12;

    private static final byte AMBIGUOUS = -1;

    private final long[] highest = new long[GRADES];
    private final byte[] guide = new byte[1 << GUIDE_BITS];
    private final int[] possible;

    private GradeDistribution(double[] weights) {
        possible =
                IntStream.range(0, GRADES).filter(grade -> weights[grade] > 0).toArray();
        double below = 0;
        int last = possible[possible.length - 1];
        for (int grade = 0; grade < GRADES; grade++) {
            below += weights[grade];
            // Rounding leaves nothing beyond the last possible grade.
            highest[grade] = grade >= last ? Long.MAX_VALUE : (long) (below * 0x1p63) - 1;
        }
        for (int index = 0; index < guide.length; index++) {
            long low = (long) index << (Coordinates.BITS - GUIDE_BITS);
            byte lowest = search(low);
            guide[index] = lowest == search(low | -1L >>> (GUIDE_BITS + 1)) ? lowest : AMBIGUOUS;
        }
    }

    /**
     * @param weights probability of each grade, in the order UNKNOWN, VERY_LOW to VERY_HIGH; zero or more, sum 1
     * @throws IllegalArgumentException if these are not six probabilities with sum 1
     */
    public static GradeDistribution of(double... weights) {
        boolean valid = weights.length == GRADES
                && Arrays.stream(weights).allMatch(w -> w >= 0)
                && Math.abs(Arrays.stream(weights).sum() - 1) <= TOLERANCE;
        if (!valid) {
            throw new IllegalArgumentException(
                    "not " + GRADES + " probabilities with sum 1: " + Arrays.toString(weights));
        }
        return new GradeDistribution(weights);
    }

    /** Equal probabilities of these grades. */
    public static GradeDistribution uniform(Grade... grades) {
        double[] weights = new double[GRADES];
        int different = (int) Arrays.stream(grades).distinct().count();
        Arrays.stream(grades).forEach(grade -> weights[grade.ordinal()] = 1.0 / different);
        return of(weights);
    }

    /** The ordinals of the grades with a positive probability, ascending. */
    IntStream possibleGrades() {
        return IntStream.of(possible);
    }

    /** Writes the grades at some coordinates, the lowest grades at the lowest coordinates. */
    void grades(long[] coordinates, int count, byte[] target, int first) {
        for (int n = 0; n < count; n++) {
            byte grade = guide[(int) (coordinates[n] >>> (Coordinates.BITS - GUIDE_BITS))];
            target[first + n] = grade == AMBIGUOUS ? search(coordinates[n]) : grade;
        }
    }

    private byte search(long coordinate) {
        byte grade = 0;
        while (coordinate > highest[grade]) {
            grade++;
        }
        return grade;
    }
}
