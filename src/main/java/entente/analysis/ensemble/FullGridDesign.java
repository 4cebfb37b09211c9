package entente.analysis.ensemble;

import java.util.List;

/**
 * Every combination of grades once.
 *
 * @param grades by indicator, the ordinals of its possible grades
 * @param strides by indicator, the number of consecutive variants with the same grade
 */
record FullGridDesign(long size, byte[][] grades, long[] strides) implements EnsembleDesign {

    static FullGridDesign of(List<GradeDistribution> indicators) {
        byte[][] grades = new byte[indicators.size()][];
        long[] strides = new long[indicators.size()];
        long size = 1;
        for (int indicator = indicators.size() - 1; indicator >= 0; indicator--) {
            int[] possible = indicators.get(indicator).possibleGrades().toArray();
            grades[indicator] = new byte[possible.length];
            for (int n = 0; n < possible.length; n++) {
                grades[indicator][n] = (byte) possible[n];
            }
            strides[indicator] = size;
            if (size > Long.MAX_VALUE / possible.length) {
                throw new IllegalArgumentException("a full grid of " + indicators.size() + " indicators is too large");
            }
            size *= possible.length;
        }
        return new FullGridDesign(size, grades, strides);
    }

    @Override
    public int indicators() {
        return grades.length;
    }

    @Override
    public void fill(long first, int count, GradeColumns batch) {
        DesignChecks.check(this, first, count, batch);
        batch.resize(count);
        for (int indicator = 0; indicator < grades.length; indicator++) {
            fill(grades[indicator], strides[indicator], first, count, batch.column(indicator));
        }
    }

    private static void fill(byte[] possible, long stride, long first, int count, byte[] column) {
        int digit = (int) (first / stride % possible.length);
        long left = stride - first % stride;
        for (int n = 0; n < count; n++) {
            column[n] = possible[digit];
            if (--left == 0) {
                left = stride;
                digit = digit + 1 == possible.length ? 0 : digit + 1;
            }
        }
    }
}
