package entente.analysis.ensemble;

import java.util.List;

/**
 * The variants of an ensemble by number. The grades of a variant depend on the design and its number only, so that
 * batches can be computed by any threads in any order, and again. Immutable.
 */
public interface EnsembleDesign {

    /** Number of variants. */
    long size();

    /** Number of varied indicators. */
    int indicators();

    /**
     * Writes the grades of consecutive variants to a batch and sets its count.
     *
     * @param first number of the first variant, from 0
     * @throws IllegalArgumentException if there are no such variants or the batch has other indicators
     */
    void fill(long first, int count, GradeColumns batch);

    /** Independent random grades. */
    static EnsembleDesign random(long size, long seed, List<GradeDistribution> indicators) {
        return new SampledDesign(size, indicators, new RandomCoordinates(seed));
    }

    /**
     * A Latin hypercube: each indicator has its grades as exactly in proportion to their probabilities as the size
     * allows, in a random order of its own.
     */
    static EnsembleDesign latinHypercube(long size, long seed, List<GradeDistribution> indicators) {
        return new SampledDesign(size, indicators, new LatinHypercubeCoordinates(size, seed));
    }

    /**
     * A scrambled Sobol sequence, which covers combinations of indicators evenly, too; best with a power of two as size.
     *
     * @param size at most 2^32
     * @param indicators at most 256
     * @throws IllegalArgumentException if there are more
     */
    static EnsembleDesign sobol(long size, long seed, List<GradeDistribution> indicators) {
        if (size > SobolCoordinates.POINTS || indicators.size() > DirectionNumbers.DIMENSIONS) {
            throw new IllegalArgumentException("a Sobol sequence has at most " + SobolCoordinates.POINTS
                    + " variants of " + DirectionNumbers.DIMENSIONS + " indicators");
        }
        return new SampledDesign(size, indicators, SobolCoordinates.scrambled(indicators.size(), seed));
    }

    /**
     * Every combination of the grades that have a positive probability exactly once; the last indicator varies fastest.
     *
     * @throws IllegalArgumentException if there are 2^63 combinations or more
     */
    static EnsembleDesign fullGrid(List<GradeDistribution> indicators) {
        return FullGridDesign.of(indicators);
    }
}
