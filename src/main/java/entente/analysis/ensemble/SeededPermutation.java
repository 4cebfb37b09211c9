package entente.analysis.ensemble;

/**
 * A permutation of the whole numbers below a size that is computed for each number alone, instead of being kept in
 * memory: a Feistel network on two parts of about equal size with the three rounds that a pseudorandom permutation needs
 * (Luby and Rackoff 1988), repeated until the result is below the size (cycle walking, Black and Rogaway 2002). The size
 * of the high part need not be a power of two, so repetitions are rare.
 */
final class SeededPermutation {

    private static final long FACTOR = 0xbf58476d1ce4e5b9L;

    private final long size;
    private final int lowBits;
    private final long lowMask;
    private final long highSize;
    // Fields, as array elements would be read again after each write to a caller's array.
    private final long key1;
    private final long key2;
    private final long key3;

    /** @param size from 1 to 2^62 */
    SeededPermutation(long size, long key) {
        this.size = size;
        lowBits = (Long.SIZE - Long.numberOfLeadingZeros(size - 1)) / 2;
        lowMask = (1L << lowBits) - 1;
        highSize = ((size - 1) >>> lowBits) + 1;
        key1 = SplitMix64.at(key, 0);
        key2 = SplitMix64.at(key, 1);
        key3 = SplitMix64.at(key, 2);
    }

    long at(long index) {
        long number = index;
        do {
            long high = number >>> lowBits;
            long low = number & lowMask;
            high = rotate(high, hash(low, key1));
            low = (low + hash(high, key2)) & lowMask;
            high = rotate(high, hash(low, key3));
            number = high << lowBits | low;
        } while (number >= size);
        return number;
    }

    /** 32 bits. */
    private static long hash(long part, long key) {
        long mixed = (part + key) * SplitMix64.GAMMA;
        return ((mixed ^ mixed >>> 32) * FACTOR) >>> 32;
    }

    /** Without a branch, which would be unpredictable. */
    private long rotate(long high, long hash) {
        long excess = high + ((hash * highSize) >>> 32) - highSize;
        return excess + (excess >> (Long.SIZE - 1) & highSize);
    }
}
