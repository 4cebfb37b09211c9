package entente.analysis.ensemble;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Direction numbers of Sobol sequences by S. Joe and F. Y. Kuo (2008), file new-joe-kuo-6.21201. Number k of a dimension
 * is a binary fraction of 32 bits, the highest of them first.
 */
final class DirectionNumbers {

    static final int BITS = 32;

    private static final List<int[]> PARAMETERS = read();

    /** The number of dimensions for which there are direction numbers. */
    static final int DIMENSIONS = PARAMETERS.size() + 1;

    private DirectionNumbers() {}

    private static List<int[]> read() {
        try (InputStream file = Objects.requireNonNull(DirectionNumbers.class.getResourceAsStream("joe-kuo-6.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split(" "))
                            .mapToInt(Integer::parseInt)
                            .toArray())
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** @param dimension from 0 */
    static long[] of(int dimension) {
        long[] numbers = new long[BITS];
        if (dimension == 0) {
            Arrays.setAll(numbers, k -> 1L << (BITS - 1 - k));
            return numbers;
        }
        int[] parameters = PARAMETERS.get(dimension - 1);
        int degree = parameters[0];
        int polynomial = parameters[1];
        for (int k = 0; k < BITS; k++) {
            if (k < degree) {
                numbers[k] = (long) parameters[2 + k] << (BITS - 1 - k);
                continue;
            }
            numbers[k] = numbers[k - degree] ^ numbers[k - degree] >>> degree;
            for (int term = 1; term < degree; term++) {
                if ((polynomial >>> (degree - 1 - term) & 1) != 0) {
                    numbers[k] ^= numbers[k - term];
                }
            }
        }
        return numbers;
    }
}
