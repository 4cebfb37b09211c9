package entente.table;

import java.util.Locale;

/** The formats of the files with variants. */
public enum VariantFormat {
    CSV,
    PARQUET;

    /** A new one each, so that the library of a format is loaded by those who write the format only. */
    ChunkWriter writer() {
        return switch (this) {
            case CSV -> new CsvChunkWriter();
            case PARQUET -> new ParquetChunkWriter();
        };
    }

    /** Also the ending of the files. */
    public String lowerCaseName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
