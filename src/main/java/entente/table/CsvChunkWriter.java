package entente.table;

import entente.model.Numbers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A chunk as CSV (RFC 4180) with a header: text is quoted, numbers are not. */
final class CsvChunkWriter implements ChunkWriter {

    static final String VARIANT = "variant";

    @Override
    public void write(long first, int rows, List<ChunkColumn> columns, OutputStream out) throws IOException {
        StringBuilder header = new StringBuilder(quoted(VARIANT));
        columns.forEach(column -> header.append(',').append(quoted(column.name())));
        out.write(bytes(header + "\r\n"));
        byte[][][] cells = columns.stream()
                .map(column -> column.values().stream()
                        .map(value -> bytes("," + cell(value)))
                        .toArray(byte[][]::new))
                .toArray(byte[][][]::new);
        byte[] end = bytes("\r\n");
        for (int row = 0; row < rows; row++) {
            out.write(bytes(Long.toString(first + row)));
            for (int column = 0; column < cells.length; column++) {
                out.write(cells[column][columns.get(column).codes().applyAsInt(row)]);
            }
            out.write(end);
        }
    }

    private static String cell(Object value) {
        return value instanceof Double number ? Numbers.plain(number) : quoted(value.toString());
    }

    /** Names of constants and columns, which have no quotes. */
    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
