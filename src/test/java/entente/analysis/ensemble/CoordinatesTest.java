package entente.analysis.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.junit.jupiter.api.Test;

/** The points of designs fill the unit cube as evenly as their kind promises. */
class CoordinatesTest {

    @Test
    void latinHypercubeHasOnePointPerStratumInEachDimension() {
        for (int size : List.of(1, 2, 3, 7, 64, 100, 1000, 4097)) {
            Coordinates hypercube = new LatinHypercubeCoordinates(size, 11);
            for (int dimension = 0; dimension < 6; dimension++) {
                long[] strata = LongStream.of(write(hypercube, dimension, 0, size))
                        .map(c -> c / (Long.MAX_VALUE / size))
                        .sorted()
                        .toArray();
                assertThat(strata)
                        .as("size %d, dimension %d", size, dimension)
                        .isEqualTo(LongStream.range(0, size).toArray());
            }
        }
    }

    @Test
    void latinHypercubePlacesPointsThroughoutTheirStrata() {
        int size = 4096;
        long width = Long.MAX_VALUE / size;
        double[] places = LongStream.of(write(new LatinHypercubeCoordinates(size, 5), 2, 0, size))
                .mapToDouble(c -> c % width / (double) width)
                .sorted()
                .toArray();
        for (int n = 0; n < size; n++) {
            assertThat(places[n]).isCloseTo(n / (double) size, within(0.03));
        }
    }

    @Test
    void permutationsReachEachNumberOnce() {
        for (int size = 1; size < 300; size++) {
            SeededPermutation permutation = new SeededPermutation(size, size * 31L);
            assertThat(LongStream.range(0, size).map(permutation::at).sorted().toArray())
                    .isEqualTo(LongStream.range(0, size).toArray());
        }
    }

    @Test
    void permutationsOfDifferentKeysAreUnrelated() {
        int size = 5000;
        for (int key = 0; key < 40; key++) {
            SeededPermutation one = new SeededPermutation(size, SplitMix64.key(1, key));
            SeededPermutation other = new SeededPermutation(size, SplitMix64.key(1, key + 1));
            assertThat(correlation(
                            LongStream.range(0, size).map(one::at).toArray(),
                            LongStream.range(0, size).map(other::at).toArray()))
                    .isCloseTo(0, within(0.06));
            assertThat(correlation(
                            LongStream.range(0, size).map(one::at).toArray(),
                            LongStream.range(0, size).toArray()))
                    .isCloseTo(0, within(0.06));
            assertThat(correlation(
                            LongStream.range(0, size).map(one::at).toArray(),
                            LongStream.range(0, size)
                                    .map(n -> one.at((n + 1) % size))
                                    .toArray()))
                    .isCloseTo(0, within(0.06));
        }
    }

    /** The first points in three dimensions as published with the direction numbers. */
    @Test
    void sobolSequenceBeginsWithTheKnownPoints() {
        Coordinates sobol = SobolCoordinates.plain(3);
        assertThat(cube(sobol, 0, 8)).containsExactly(0, .5, .75, .25, .375, .875, .625, .125);
        assertThat(cube(sobol, 1, 8)).containsExactly(0, .5, .25, .75, .375, .875, .125, .625);
        assertThat(cube(sobol, 2, 8)).containsExactly(0, .5, .25, .75, .625, .125, .875, .375);
    }

    @Test
    void sobolSequenceEqualsThatOfCommonsMathInAllDimensions() {
        SobolSequenceGenerator reference = new SobolSequenceGenerator(DirectionNumbers.DIMENSIONS);
        Coordinates sobol = SobolCoordinates.plain(DirectionNumbers.DIMENSIONS);
        double[][] expected =
                IntStream.range(0, 2000).mapToObj(n -> reference.nextVector()).toArray(double[][]::new);
        assertThat(DirectionNumbers.DIMENSIONS).isEqualTo(256);
        for (int dimension = 0; dimension < DirectionNumbers.DIMENSIONS; dimension++) {
            int column = dimension;
            assertThat(cube(sobol, dimension, 2000))
                    .as("dimension %d", dimension)
                    .isEqualTo(
                            Arrays.stream(expected).mapToDouble(p -> p[column]).toArray());
        }
    }

    @Test
    void scrambledSobolSequenceIsBalancedInBlocksOfPowersOfTwo() {
        Coordinates sobol = SobolCoordinates.scrambled(DirectionNumbers.DIMENSIONS, 99);
        for (int dimension = 0; dimension < DirectionNumbers.DIMENSIONS; dimension++) {
            for (int bits : List.of(1, 4, 8, 10)) {
                for (long block : List.of(0L, 1L, 77L, 1L << 20)) {
                    assertThat(LongStream.of(write(sobol, dimension, block << bits, 1 << bits))
                                    .map(c -> c >>> Coordinates.BITS - bits)
                                    .sorted()
                                    .toArray())
                            .as("dimension %d, block %d of %d bits", dimension, block, bits)
                            .isEqualTo(LongStream.range(0, 1 << bits).toArray());
                }
            }
        }
    }

    @Test
    void scrambledSobolSequenceIsBalancedInBoxesOfItsFirstTwoDimensions() {
        Coordinates sobol = SobolCoordinates.scrambled(2, 4);
        int bits = 8;
        long[] x = write(sobol, 0, 3 << bits, 1 << bits);
        long[] y = write(sobol, 1, 3 << bits, 1 << bits);
        for (int wide = 0; wide <= bits; wide++) {
            int high = bits - wide;
            int columns = wide;
            assertThat(IntStream.range(0, 1 << bits)
                            .mapToLong(
                                    n -> x[n] >> Coordinates.BITS - columns << high | y[n] >> Coordinates.BITS - high)
                            .sorted()
                            .toArray())
                    .as("boxes of 2^-%d by 2^-%d", wide, high)
                    .isEqualTo(LongStream.range(0, 1 << bits).toArray());
        }
    }

    @Test
    void scrambledSobolSequencesBeginAnywhere() {
        Coordinates sobol = SobolCoordinates.scrambled(DirectionNumbers.DIMENSIONS, 5);
        assertThat(IntStream.range(0, DirectionNumbers.DIMENSIONS)
                        .mapToLong(dimension -> write(sobol, dimension, 0, 1)[0])
                        .toArray())
                .doesNotHaveDuplicates();
    }

    /** Number n of a stream is that of the generator of the platform with the same state. */
    @Test
    void randomNumbersAreThoseOfSplitMix64() {
        SplittableRandom random = new SplittableRandom(42);
        for (int n = 0; n < 100; n++) {
            assertThat(SplitMix64.at(42, n)).isEqualTo(random.nextLong());
        }
    }

    private static long[] write(Coordinates coordinates, int dimension, long first, int count) {
        long[] target = new long[count];
        coordinates.write(dimension, first, count, target);
        return target;
    }

    private static double[] cube(Coordinates coordinates, int dimension, int count) {
        return LongStream.of(write(coordinates, dimension, 0, count))
                .mapToDouble(c -> c * 0x1p-63)
                .toArray();
    }

    private static double correlation(long[] one, long[] other) {
        double mean = (one.length - 1) / 2.0;
        double product = 0;
        double square = 0;
        for (int n = 0; n < one.length; n++) {
            product += (one[n] - mean) * (other[n] - mean);
            square += (one[n] - mean) * (one[n] - mean);
        }
        return product / square;
    }
}
