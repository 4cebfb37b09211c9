package entente.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import entente.cli.Home;
import entente.testkit.BookFolder;
import entente.testkit.Folders;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Compilation and caching of edited copies of a book, which leave neither cached files nor open file handles behind. */
class BookCacheTest {

    private static final String SCENARIO = "{\"id\": \"s\", \"title\": \"S\", \"readings\": {\"export_share_pct\": 18,"
            + " \"shock_severity\": 2, \"border_incident\": 0, \"treaty_commitment_level\": 2}}";

    @TempDir
    private static Path compiled;

    @TempDir
    private Path temp;

    private Path folder;
    private Path cache;
    private BookFolder book;

    /** Compiles once for all tests, as it takes a second. */
    @BeforeAll
    static void compile() throws RuleBookException {
        RuleBooks.open(BookFolder.BASE, compiled);
    }

    @BeforeEach
    void copy() throws IOException {
        folder = Files.createDirectory(temp.resolve("book"));
        cache = Files.createDirectory(temp.resolve("cache"));
        book = BookFolder.small(folder);
        for (Path jar : Folders.files(compiled, "")) {
            Files.copy(jar, cache.resolve(jar.getFileName()));
        }
    }

    private LoadedRuleBook open() throws RuleBookException {
        return RuleBooks.open(folder, cache);
    }

    private Invocation run(Object... args) {
        return Invocation.with(new Home(Shipped.RULES, Shipped.SCENARIOS, cache), args);
    }

    @Test
    void damagedCompiledBookIsCompiledAgain() throws Exception {
        LoadedRuleBook first = open();
        Path jar = Folders.files(cache, "").get(0);
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            Files.write(files.getPath(CompiledRuleBook.BOOK), new byte[] {2, -1, -1, -1, -1});
        }
        assertThat(open().book()).isEqualTo(first.book());
        assertThat(Folders.files(cache, "")).containsExactly(jar);
    }

    @Test
    void secondOpenReusesTheCompiledBook() throws Exception {
        LoadedRuleBook first = open();
        Path jar = Folders.files(cache, "").get(0);
        FileTime marked = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(jar, marked);
        LoadedRuleBook second = open();
        assertThat(Folders.files(cache, "")).containsExactly(jar);
        assertThat(Files.getLastModifiedTime(jar)).isEqualTo(marked);
        assertThat(second.book()).isEqualTo(first.book());
        assertThat(second.inventory()).hasSize(3).isEqualTo(first.inventory());
        assertThat(RecordBytes.write(second.tables())).isEqualTo(RecordBytes.write(first.tables()));
    }

    @Test
    void commandLineUsesTheEditedBook() throws Exception {
        Path scenario = Files.writeString(temp.resolve("s.json"), SCENARIO);
        Object[] assess = {"assess", scenario, "--rules", folder, "--format", "json"};
        Invocation before = run(assess).ok();
        assertThat(before.out()).contains("\"sum\": -2,", "\"version\": \"0.0.1\"");
        book.replaceAll("weights.yaml", "STRONG: {points: 3,", "STRONG: {points: 4,")
                .replaceAll("weights.yaml", "version: \"0.0.1\"", "version: \"0.0.2\"");
        Invocation after = run(assess).ok();
        assertThat(after.out()).contains("\"sum\": -3,", "\"version\": \"0.0.2\"");
        String digest = open().book().sha256();
        assertThat(after.out()).contains(digest);
        assertThat(before.out()).doesNotContain(digest);
        assertThat(run("rules", "fingerprint", "--rules", folder).out()).startsWith("0.0.2 " + digest + " ");
    }

    @Test
    void invalidEditDoesNotFallBackToTheOldBook() throws Exception {
        open();
        book.replaceAll("claims.drl", "@group( shock )", "@group( shocks )");
        Invocation run = run("assess", Invocation.BASELINE, "--rules", folder).refused(78);
        assertThat(Folders.files(cache, "")).hasSize(1);
    }

    @Test
    void ignoresOtherFiles() throws Exception {
        String digest = open().book().sha256();
        Files.writeString(folder.resolve("README.md"), "not a rule");
        Files.writeString(folder.resolve("claims.drl~"), "rule nonsense");
        Files.createDirectory(folder.resolve("cases"));
        assertThat(open().book().sha256()).isEqualTo(digest);
        assertThat(Folders.files(cache, "")).hasSize(1);
    }

    @Test
    void worksWithoutWritableCache() throws Exception {
        Path file = Files.writeString(temp.resolve("file"), "no folder");
        assertThat(RuleBooks.open(folder, file.resolve("cache")).book().rules()).hasSize(9);
    }

    private List<String> names() {
        return Folders.names(cache);
    }

    private void age(Path file, int seconds) throws IOException {
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L - seconds * 1000L));
    }

    private static String name(int number, String ending) {
        return String.format("%064x", number) + ending;
    }

    @Test
    void keepsNewestAndForeignFiles() throws Exception {
        LoadedRuleBook book = open();
        String own = names().get(0);
        age(cache.resolve(own), 1000);
        for (int i = 0; i < 10; i++) {
            age(Files.writeString(cache.resolve(name(i, ".jar")), "x"), i);
            age(Files.writeString(cache.resolve(name(i, ".sound")), ""), i);
        }
        Files.writeString(cache.resolve("other.jar"), "x");
        Files.writeString(cache.resolve("notes.txt"), "x");
        RuleBooks.prune(cache, 3);
        assertThat(names())
                .containsExactlyInAnyOrder(
                        name(0, ".jar"),
                        name(1, ".jar"),
                        name(2, ".jar"),
                        name(0, ".sound"),
                        name(1, ".sound"),
                        name(2, ".sound"),
                        "other.jar",
                        "notes.txt");
        assertThat(book.inventory()).as("a book in use whose file is deleted").hasSize(3);
    }

    @Test
    void toleratesMissingCache() {
        RuleBooks.prune(temp.resolve("nowhere"), 3);
        assertThat(RuleBooks.isValid(temp.resolve("nowhere"), "x")).isFalse();
        assertThat(temp.resolve("nowhere")).doesNotExist();
    }

    @Test
    void validMarkIsPerDigest() {
        RuleBooks.markValid(cache, name(1, ""));
        assertThat(RuleBooks.isValid(cache, name(1, ""))).isTrue();
        assertThat(RuleBooks.isValid(cache, name(2, ""))).isFalse();
    }

    /** Otherwise every book used so far would keep a file open. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void keepsNoFileOpen() throws Exception {
        LoadedRuleBook book = open();
        book.inventory();
        book.drools();
        String kept = cache.toRealPath().toString();
        assertThat(openFiles()).noneMatch(file -> file.startsWith(kept));
    }

    private static List<String> openFiles() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.map(BookCacheTest::target).toList();
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
