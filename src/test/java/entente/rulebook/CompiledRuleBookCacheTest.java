package entente.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.SmallBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Opening many books leaves neither cached files nor open file handles behind. */
class CompiledRuleBookCacheTest {

    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    @TempDir
    private Path temp;

    private Path cache;
    private LoadedRuleBook book;

    @BeforeEach
    void open() throws Exception {
        cache = temp.resolve("cache");
        book = RuleBooks.open(
                SmallBook.copy(Files.createDirectory(temp.resolve("book"))).folder(), cache);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void age(Path file, int seconds) throws IOException {
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L - seconds * 1000L));
    }

    private static String name(int number, String ending) {
        return String.format("%064x", number) + ending;
    }

    @Test
    void keepsNewestFilesTheBookInUseAndForeignFiles() throws Exception {
        String own = names().get(0);
        age(cache.resolve(own), 1000);
        for (int i = 0; i < 10; i++) {
            age(Files.writeString(cache.resolve(name(i, ".jar")), "x"), i);
            age(Files.writeString(cache.resolve(name(i, ".sound")), ""), i);
        }
        Files.writeString(cache.resolve("other.jar"), "x");
        Files.writeString(cache.resolve("notes.txt"), "x");
        CompiledRuleBookCache.prune(cache, 3, List.of(book));
        assertThat(names())
                .containsExactlyInAnyOrder(
                        own,
                        name(0, ".jar"),
                        name(1, ".jar"),
                        name(2, ".jar"),
                        name(0, ".sound"),
                        name(1, ".sound"),
                        name(2, ".sound"),
                        "other.jar",
                        "notes.txt");
        assertThat(book.inventory()).hasSize(3);
    }

    @Test
    void toleratesMissingCache() {
        CompiledRuleBookCache.prune(temp.resolve("nowhere"), 3, List.of(book));
        assertThat(CompiledRuleBookCache.isValid(temp.resolve("nowhere"), "x")).isFalse();
        assertThat(temp.resolve("nowhere")).doesNotExist();
    }

    @Test
    void validMarkIsPerDigest() {
        CompiledRuleBookCache.markValid(cache, name(1, ""));
        assertThat(CompiledRuleBookCache.isValid(cache, name(1, ""))).isTrue();
        assertThat(CompiledRuleBookCache.isValid(cache, name(2, ""))).isFalse();
    }

    /** Otherwise every book used so far would keep a file open. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void closesFilesOfDiscardedBooks() throws Exception {
        book.inventory();
        book.drools();
        assertThat(openFiles())
                .as("temporary jars of compiled classes")
                .noneMatch(file -> file.matches(".*/entente\\d+\\.jar \\(deleted\\)"));
        String kept = cache.toRealPath().toString();
        assertThat(openFiles().stream().filter(file -> file.startsWith(kept)))
                .as("jars of class loaders")
                .hasSizeLessThanOrEqualTo(1);
    }

    private static List<String> openFiles() throws IOException {
        try (Stream<Path> descriptors = Files.list(OPEN_FILES)) {
            return descriptors.map(CompiledRuleBookCacheTest::target).toList();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            return "";
        }
    }
}
