package entente.analysis.ensemble;

/**
 * A Latin hypercube: in each dimension every one of as many equal strata as there are points holds one point, at a
 * random place within it. The strata are assigned by a permutation per dimension that needs no memory.
 */
record LatinHypercubeCoordinates(long size, long seed) implements Coordinates {

    @Override
    public void write(int dimension, long first, int count, long[] target) {
        SeededPermutation strata = new SeededPermutation(size, SplitMix64.key(seed, 2 * dimension));
        long key = SplitMix64.key(seed, 2 * dimension + 1);
        long width = Long.MAX_VALUE / size;
        for (int n = 0; n < count; n++) {
            long within = Math.multiplyHigh(SplitMix64.at(key, first + n) >>> 1, width) << 1;
            target[n] = strata.at(first + n) * width + within;
        }
    }
}
