package entente.rulebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is kept of books in a folder: a process that runs for months must not fill it. */
public final class CompiledRuleBookCache {

    private static final String DIGEST = "[0-9a-f]{64}";
    private static final Pattern COMPILED = Pattern.compile(DIGEST + "\\.jar");
    private static final Pattern VALID = Pattern.compile(DIGEST + "\\.sound");

    private CompiledRuleBookCache() {}

    /**
     * Deletes all but the newest, compiled books and marks of soundness alike. What cannot be deleted stays; the next
     * time may have better luck.
     *
     * @param most how many of each are kept beside the book in use
     * @param inUse never deleted, however old it is
     */
    public static void prune(Path cache, int most, LoadedRuleBook inUse) {
        prune(cache, COMPILED, most, inUse);
        prune(cache, VALID, most, inUse);
    }

    private static void prune(Path cache, Pattern kind, int most, LoadedRuleBook inUse) {
        try (Stream<Path> files = Files.list(cache)) {
            List<Path> old = files.filter(
                            file -> kind.matcher(file.getFileName().toString()).matches())
                    .filter(file -> !isOf(inUse, file))
                    .sorted(Comparator.comparing(CompiledRuleBookCache::time).reversed())
                    .skip(most)
                    .toList();
            for (Path file : old) {
                Files.deleteIfExists(file);
            }
        } catch (IOException noSuchPlace) {
            // Without a folder, or without leave to delete in it, there is nothing to tidy.
        }
    }

    /**
     * Marks files that passed every check, so that nobody need check them again.
     *
     * @param digest of all that was checked, in hexadecimal
     */
    public static void markValid(Path cache, String digest) {
        try {
            Files.createDirectories(cache);
            Files.write(mark(cache, digest), new byte[0]);
        } catch (IOException noSuchPlace) {
            // It costs the next start a second.
        }
    }

    public static boolean isValid(Path cache, String digest) {
        return Files.isRegularFile(mark(cache, digest));
    }

    private static Path mark(Path cache, String digest) {
        return cache.resolve(digest + ".sound");
    }

    private static boolean isOf(LoadedRuleBook book, Path jar) {
        return book.classLoader() instanceof RuleBookClassLoader loader
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
