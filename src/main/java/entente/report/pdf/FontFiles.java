package entente.report.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The fonts of the program as files, since drawings load fonts from files only; deleted when the process ends. */
final class FontFiles {

    /** Bytes before the directory of tables, and of each record in it; a record begins with the tag of its table. */
    private static final int HEADER = 12;

    private static final int RECORD = 16;
    private static final int GSUB = 0x47535542;
    private static final int HIDDEN = 0x67737562;

    private static final Map<String, Path> FILES = new ConcurrentHashMap<>();

    private FontFiles() {}

    static Path of(String name) {
        return FILES.computeIfAbsent(name, FontFiles::copy);
    }

    private static Path copy(String name) {
        try (InputStream font = Objects.requireNonNull(FontFiles.class.getResourceAsStream("/entente/fonts/" + name))) {
            Path file = Files.createTempFile("entente-font-", ".ttf");
            file.toFile().deleteOnExit();
            Files.write(file, withoutLigatures(font.readAllBytes()));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Hides the table of substitutions. Some ligatures, such as "ft", have no character of their own, so that "Rosneft"
     * would be found and read aloud as "Rosne"; the library that writes PDF has no switch for them.
     */
    private static byte[] withoutLigatures(byte[] font) {
        ByteBuffer tables = ByteBuffer.wrap(font);
        int count = tables.getShort(4);
        for (int record = HEADER; record < HEADER + count * RECORD; record += RECORD) {
            if (tables.getInt(record) == GSUB) {
                tables.putInt(record, HIDDEN);
            }
        }
        return font;
    }
}
