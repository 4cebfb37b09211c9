package entente.analysis.ensemble;

import java.util.List;

/** Grades at the coordinates of points of the unit cube, one dimension per indicator. */
record SampledDesign(long size, List<GradeDistribution> distributions, Coordinates coordinates)
        implements EnsembleDesign {

    /** Few enough coordinates to stay in the processor's cache. */
    private static final int STEP = 512;

    SampledDesign {
        if (size < 1) {
            throw new IllegalArgumentException("a design needs at least one variant, not " + size);
        }
    }

    @Override
    public int indicators() {
        return distributions.size();
    }

    @Override
    public void fill(long first, int count, GradeColumns batch) {
        DesignChecks.check(this, first, count, batch);
        batch.resize(count);
        long[] points = new long[Math.min(count, STEP)];
        for (int indicator = 0; indicator < distributions.size(); indicator++) {
            GradeDistribution distribution = distributions.get(indicator);
            byte[] column = batch.column(indicator);
            for (int done = 0; done < count; done += STEP) {
                int length = Math.min(STEP, count - done);
                coordinates.write(indicator, first + done, length, points);
                distribution.grades(points, length, column, done);
            }
        }
    }
}
