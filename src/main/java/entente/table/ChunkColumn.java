package entente.table;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A column of a chunk: the different values once, and for each row which of them it has. Tables of variants have few
 * different values per column, so that files are small and text is formatted once per value.
 *
 * @param values all String or all Double
 * @param codes the index of the value of each row
 */
record ChunkColumn(String name, List<Object> values, IntUnaryOperator codes) {

    /** The constants of an enum by ordinal. */
    static ChunkColumn ofOrdinals(String name, Enum<?>[] constants, byte[] ordinals) {
        return new ChunkColumn(
                name, Arrays.stream(constants).<Object>map(Enum::name).toList(), row -> ordinals[row]);
    }

    /** Whole numbers of a decimal fraction of the unit. */
    static ChunkColumn ofFractions(String name, int[] numbers, int rows, double perUnit) {
        int[] different = IntStream.of(numbers).limit(rows).distinct().sorted().toArray();
        List<Object> values = IntStream.of(different)
                .<Object>mapToObj(number -> number / perUnit)
                .toList();
        return new ChunkColumn(name, values, row -> Arrays.binarySearch(different, numbers[row]));
    }

    static ChunkColumn ofNumbers(String name, double[] numbers, int rows) {
        double[] different =
                Arrays.stream(numbers).limit(rows).distinct().sorted().toArray();
        List<Object> values = Arrays.stream(different).boxed().collect(Collectors.toUnmodifiableList());
        return new ChunkColumn(name, values, row -> Arrays.binarySearch(different, numbers[row]));
    }

    boolean isText() {
        return values.get(0) instanceof String;
    }
}
