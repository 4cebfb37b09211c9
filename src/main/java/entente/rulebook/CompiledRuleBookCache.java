package entente.rulebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Limits the number of files in the cache folder, which would otherwise grow without bound. */
public final class CompiledRuleBookCache {

    private static final String DIGEST = "[0-9a-f]{64}";
    private static final Pattern COMPILED = Pattern.compile(DIGEST + "\\.jar");
    private static final Pattern VALID = Pattern.compile(DIGEST + "\\.sound");

    private CompiledRuleBookCache() {}

    /**
     * Deletes all but the newest compiled books and validity marks. Files that cannot be deleted are tried again next
     * time.
     *
     * @param max number of files of each kind to keep in addition to the books in use
     * @param inUse never deleted
     */
    public static void prune(Path cache, int max, List<LoadedRuleBook> inUse) {
        prune(cache, COMPILED, max, inUse);
        prune(cache, VALID, max, inUse);
    }

    private static void prune(Path cache, Pattern kind, int max, List<LoadedRuleBook> inUse) {
        try (Stream<Path> files = Files.list(cache)) {
            List<Path> old = files.filter(
                            file -> kind.matcher(file.getFileName().toString()).matches())
                    .filter(file -> inUse.stream().noneMatch(book -> isOf(book, file)))
                    .sorted(Comparator.comparing(CompiledRuleBookCache::time).reversed())
                    .skip(max)
                    .toList();
            for (Path file : old) {
                Files.deleteIfExists(file);
            }
        } catch (IOException unwritable) {
            // Without a folder or permission to delete, there is nothing to do.
        }
    }

    /**
     * Records that files passed all checks, so that they are not checked again.
     *
     * @param digest digest of all checked files, in hexadecimal
     */
    public static void markValid(Path cache, String digest) {
        try {
            Files.createDirectories(cache);
            Files.write(mark(cache, digest), new byte[0]);
        } catch (IOException unwritable) {
            // Without the mark the next start repeats the checks, about one second.
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
