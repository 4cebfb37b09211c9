package entente.table;

import java.util.Locale;
import java.util.function.Supplier;

/** The formats of the files with variants. */
public enum VariantFormat {
    CSV(() -> new CsvChunkWriter()),
    PARQUET(() -> new ParquetChunkWriter());

    /** Not a constant, so that the library of a format is loaded by those who write the format only. */
    private final Supplier<ChunkWriter> writer;

    VariantFormat(Supplier<ChunkWriter> writer) {
        this.writer = writer;
    }

    ChunkWriter writer() {
        return writer.get();
    }

    /** Also the ending of the files. */
    public String lowerCaseName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
