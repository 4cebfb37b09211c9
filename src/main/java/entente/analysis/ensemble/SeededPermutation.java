package entente.analysis.ensemble;

/**
 * A permutation of the whole numbers below a size that is computed for each number alone, instead of being kept in
 * memory: three rounds of multiplication by an odd number and shift permute the numbers below the next power of two, and
 * are repeated until the result is below the size (cycle walking, Black and Rogaway 2002).
 */
final class SeededPermutation {

    private static final int ROUNDS = 3;

    private final long size;
    private final long mask;
    private final int shift;
    private final long[] factors = new long[ROUNDS];
    private final long[] summands = new long[ROUNDS];

    /** @param size from 1 to 2^62 */
    SeededPermutation(long size, long key) {
        this.size = size;
        int bits = Long.SIZE - Long.numberOfLeadingZeros(size - 1);
        mask = (1L << bits) - 1;
        shift = bits / 2 + 1;
        for (int round = 0; round < ROUNDS; round++) {
            factors[round] = SplitMix64.at(key, 2L * round) | 1;
            summands[round] = SplitMix64.at(key, 2L * round + 1);
        }
    }

    long at(long index) {
        long number = index;
        do {
            for (int round = 0; round < ROUNDS; round++) {
                number = number * factors[round] + summands[round] & mask;
                number ^= number >>> shift;
            }
        } while (number >= size);
        return number;
    }
}
