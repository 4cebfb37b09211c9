package entente.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** A copy of a rule book, to be edited by a test. */
public record BookFolder(Path folder) {

    public static final Path BASE = Golden.RESOURCES.resolve("books").resolve("base");

    /** Files of the same names are replaced. */
    public static BookFolder copy(Path from, Path to) {
        try (Stream<Path> files = Files.list(from)) {
            Files.createDirectories(to);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
            return new BookFolder(to);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public BookFolder append(String file, String text) {
        return write(file, read(file) + text);
    }

    /** Replaces the first occurrence only. */
    public BookFolder replace(String file, String old, String fresh) {
        String text = read(file);
        int at = text.indexOf(old);
        if (at < 0) {
            throw new IllegalArgumentException(file + " does not hold " + old);
        }
        return write(file, text.substring(0, at) + fresh + text.substring(at + old.length()));
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private BookFolder write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
