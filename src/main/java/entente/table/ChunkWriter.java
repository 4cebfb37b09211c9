package entente.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes a chunk of a table as a file of its own. The same columns give the same bytes. */
interface ChunkWriter {

    /**
     * @param first the value of the column {@code variant} in the first row; it counts on from there
     * @param rows number of rows
     */
    void write(long first, int rows, List<ChunkColumn> columns, OutputStream out) throws IOException;
}
