package entente.analysis.ensemble;

/** Independent uniform coordinates. */
record RandomCoordinates(long seed) implements Coordinates {

    @Override
    public void write(int dimension, long first, int count, long[] target) {
        long key = SplitMix64.key(seed, dimension);
        for (int n = 0; n < count; n++) {
            target[n] = SplitMix64.at(key, first + n) >>> 1;
        }
    }
}
