package entente.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Where the variants of a chunk are, and its record. */
record ChunkFiles(Path data, Path record) {

    static ChunkFiles of(Path folder, VariantFormat format, long chunk) {
        String name = "variants-" + String.format(Locale.ROOT, "%06d", chunk);
        return new ChunkFiles(folder.resolve(name + "." + format.lowerCaseName()), folder.resolve(name + ".json"));
    }

    /** Name of the file with the variants. */
    String name() {
        return data.getFileName().toString();
    }

    /** The record if there is one of this chunk, and a file with its variants, which is not read. */
    Optional<ChunkRecord> stored(long first, long variants) throws IOException {
        return Files.isRegularFile(record) && Files.isRegularFile(data)
                ? ChunkRecord.parse(Files.readAllBytes(record), name(), first, variants)
                : Optional.empty();
    }
}
