package entente.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The compiled books that are kept in a folder, so that a process that runs for months does not fill it. */
public final class KeptBooks {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}\\.jar");

    private KeptBooks() {}

    /**
     * Deletes all compiled books but the newest. What cannot be deleted stays; the next time may have better luck.
     *
     * @param most how many are kept beside the one in use
     * @param inUse never deleted, however old it is
     */
    public static void prune(Path cache, int most, OpenBook inUse) {
        try (Stream<Path> files = Files.list(cache)) {
            List<Path> old = files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .filter(file -> !isOf(inUse, file))
                    .sorted(Comparator.comparing(KeptBooks::time).reversed())
                    .skip(most)
                    .toList();
            for (Path file : old) {
                Files.deleteIfExists(file);
            }
        } catch (IOException noSuchPlace) {
            // Without a folder, or without leave to delete in it, there is nothing to tidy.
        }
    }

    private static boolean isOf(OpenBook book, Path jar) {
        return book.model() instanceof BookLoader loader
                && List.of(loader.getURLs()).stream()
                        .anyMatch(url -> url.toString().endsWith("/" + jar.getFileName()));
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}
