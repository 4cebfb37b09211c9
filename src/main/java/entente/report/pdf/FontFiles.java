package entente.report.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The fonts of the program as files, since drawings load fonts from files only; deleted when the process ends. */
final class FontFiles {

    private static final Map<String, Path> FILES = new ConcurrentHashMap<>();

    private FontFiles() {}

    static Path of(String name) {
        return FILES.computeIfAbsent(name, FontFiles::copy);
    }

    private static Path copy(String name) {
        try (InputStream font = Objects.requireNonNull(FontFiles.class.getResourceAsStream("/entente/fonts/" + name))) {
            Path file = Files.createTempFile("entente-font-", ".ttf");
            file.toFile().deleteOnExit();
            Files.write(file, font.readAllBytes());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
