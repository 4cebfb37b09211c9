package entente.analysis.ensemble;

/**
 * A Sobol sequence in the order of the Gray code (Antonov and Saleev 1979). By seed it is scrambled with a random
 * triangular matrix and a digital shift (Matoušek 1998), which keep the balance of each block of 2^m points.
 */
final class SobolCoordinates implements Coordinates {

    /** The most points of a sequence. */
    static final long POINTS = 1L << DirectionNumbers.BITS;

    private final long[][] directions;
    private final long[] shifts;

    private SobolCoordinates(int dimensions) {
        directions = new long[dimensions][];
        shifts = new long[dimensions];
    }

    static SobolCoordinates plain(int dimensions) {
        SobolCoordinates plain = new SobolCoordinates(dimensions);
        for (int dimension = 0; dimension < dimensions; dimension++) {
            long[] columns = new long[DirectionNumbers.BITS];
            for (int bit = 0; bit < columns.length; bit++) {
                columns[bit] = 1L << (BITS - 1 - bit);
            }
            plain.directions[dimension] = product(columns, DirectionNumbers.of(dimension));
        }
        return plain;
    }

    static SobolCoordinates scrambled(int dimensions, long seed) {
        SobolCoordinates scrambled = new SobolCoordinates(dimensions);
        for (int dimension = 0; dimension < dimensions; dimension++) {
            long key = SplitMix64.key(seed, dimension);
            long[] columns = new long[DirectionNumbers.BITS];
            for (int bit = 0; bit < columns.length; bit++) {
                long diagonal = 1L << (BITS - 1 - bit);
                columns[bit] = diagonal | (SplitMix64.at(key, bit) & (diagonal - 1));
            }
            scrambled.directions[dimension] = product(columns, DirectionNumbers.of(dimension));
            scrambled.shifts[dimension] = SplitMix64.at(key, columns.length) >>> 1;
        }
        return scrambled;
    }

    /** The direction numbers multiplied by a matrix of bits, with one more that is used after the last point only. */
    private static long[] product(long[] columns, long[] numbers) {
        long[] product = new long[numbers.length + 1];
        for (int k = 0; k < numbers.length; k++) {
            for (int bit = 0; bit < columns.length; bit++) {
                if ((numbers[k] >>> (DirectionNumbers.BITS - 1 - bit) & 1) != 0) {
                    product[k] ^= columns[bit];
                }
            }
        }
        return product;
    }

    @Override
    public void write(int dimension, long first, int count, long[] target) {
        long[] numbers = directions[dimension];
        long point = shifts[dimension];
        long grayCode = first ^ first >>> 1;
        for (long left = grayCode; left != 0; left &= left - 1) {
            point ^= numbers[Long.numberOfTrailingZeros(left)];
        }
        for (int n = 0; n < count; n++) {
            target[n] = point;
            point ^= numbers[Long.numberOfTrailingZeros(first + n + 1)];
        }
    }
}
