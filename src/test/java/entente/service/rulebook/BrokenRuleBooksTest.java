package entente.service.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.rule.RuleBookFault;
import entente.service.rulebook.ActiveRuleBook.RuleBookState;
import entente.testkit.BookFolder;
import entente.testkit.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A hundred invalid edits with one fault each. The active book stays and gives the same answers byte for byte, the
 * fault is reported with its file and line, and no fault remains after the edit is reverted.
 */
@Timeout(300)
@Tag("thorough")
class BrokenRuleBooksTest {

    private static final int TEN_MEGABYTES = 10 << 20;

    @TempDir
    private static Path temp;

    private static SoundRuleBook book;
    private static RuleBookWatcher watcher;
    private static RuleBookSnapshot first;
    private static String answer;

    @BeforeAll
    static void open() throws Exception {
        book = SoundRuleBook.in(temp.resolve("book"));
        watcher = new RuleBookWatcher(book.check(temp.resolve("cache")), SoundRuleBook.BY_HAND, () -> 0);
        first = watcher.activeRuleBook().current();
        answer = SoundRuleBook.answer(first);
    }

    @BeforeEach
    void checkNotStale() {
        assertThat(watcher.activeRuleBook().state().stale()).isFalse();
    }

    /** Restores the book, so that each fault comes from its own edit. */
    @AfterEach
    void restoreBook() throws Exception {
        SoundRuleBook.in(book.folder());
        watcher.poll();
        assertThat(watcher.activeRuleBook().state().faults()).isEmpty();
        assertThat(watcher.activeRuleBook().state().stale()).isFalse();
        assertThat(watcher.activeRuleBook().current()).isSameAs(first);
    }

    private static List<RuleBookFault> rejectedFaults() throws Exception {
        watcher.poll();
        RuleBookState state = watcher.activeRuleBook().state();
        assertThat(state.stale()).isTrue();
        assertThat(state.sha256()).isEqualTo(first.book().sha256());
        assertThat(state.version()).isEqualTo("0.0.1");
        assertThat(watcher.activeRuleBook().current()).isSameAs(first);
        assertThat(SoundRuleBook.answer(watcher.activeRuleBook().current())).isEqualTo(answer);
        assertThat(state.faults()).allSatisfy(fault -> {
            assertThat(fault.detail())
                    .doesNotContain(temp.toString())
                    .doesNotContain("Exception", "java.", "org.", "\tat ");
            assertThat(fault.code()).matches("[A-Z][A-Z0-9_]+");
        });
        return state.faults();
    }

    /** A service rejects an invalid edit with the messages of the command line. */
    @ParameterizedTest
    @MethodSource("entente.testkit.BookFolder#faulty")
    void editsAreRejectedWithTheCommandLineMessages(String name) throws Exception {
        book.overlay("base").overlay(name);
        assertThat(rejectedFaults().stream().map(SoundRuleBook::asText).collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo(Files.readString(BookFolder.BOOKS.resolve(name).resolve("expected.txt")));
    }

    /** Adds one fault to a valid rule book. */
    private interface Edit {
        void apply() throws Exception;
    }

    private static Arguments fault(String name, String told, Edit edit) {
        return Arguments.of(Named.of(name, edit), told);
    }

    /** Faults of files and cases, which the books above do not have. */
    static List<Arguments> edits() {
        return List.of(
                fault(
                        "ten megabytes of rules",
                        "claims.drl TOO_LARGE",
                        () -> book.write("claims.drl", book.read("claims.drl") + "// ".repeat(TEN_MEGABYTES / 3))),
                fault(
                        "ten megabytes of catalogue",
                        "indicators.yaml TOO_LARGE",
                        () -> book.write(
                                "indicators.yaml", book.read("indicators.yaml") + "# ".repeat(TEN_MEGABYTES / 2))),
                fault("a named pipe without a writer", "pipe.drl UNREADABLE", () -> pipe("pipe.drl")),
                fault("a link to nowhere", "claims.drl UNREADABLE", () -> link("claims.drl", "nowhere.drl")),
                fault(
                        "a link to an endless device",
                        "weights.yaml FOREIGN_LINK",
                        () -> link("weights.yaml", "/dev/zero")),
                fault("a file for a folder", "rules UNREADABLE", () -> {
                    Folders.delete(book.folder());
                    Files.writeString(book.folder(), "rules");
                }),
                fault(
                        "brackets without end in a rule",
                        "claims.drl:27 TOO_DEEP",
                        () -> book.replace("claims.drl", "grade >= Grade.MODERATE", "(".repeat(20_000))),
                fault(
                        "brackets without end in the catalogue",
                        "indicators.yaml:21 TOO_DEEP",
                        () -> book.replace("indicators.yaml", "range: [0, 60]", "range: " + "[".repeat(20_000))),
                fault(
                        "a fault that only the linter finds",
                        "interplay.drl:7 SILENCES_NOTHING",
                        () -> book.replace(
                                "interplay.drl",
                                "indicator == \"border_incident\", grade <= Grade.LOW",
                                "indicator == \"export_share_pct\", grade <= Grade.LOW")),
                fault(
                        "a case that fails",
                        "cases/first.json:4 CASE",
                        () -> book.write(
                                "cases/first.json",
                                "{\n  \"sentence\": \"A case.\",\n  \"readings\": {\"export_share_pct\": 18},\n"
                                        + "  \"expect\": {\"sum\": 7}\n}\n")),
                fault(
                        "a case that is no JSON",
                        "cases/first.json:2 NOT_JSON",
                        () -> book.write("cases/first.json", "{\n  \"sentence\": no\n}\n")),
                fault("a case from elsewhere", "cases/first.json FOREIGN_LINK", () -> {
                    book.write("cases/first.json", "{}");
                    link("cases/first.json", Path.of("pom.xml").toAbsolutePath().toString());
                }));
    }

    private static void pipe(String file) throws Exception {
        Process making =
                new ProcessBuilder("mkfifo", book.folder().resolve(file).toString()).start();
        assertThat(making.waitFor()).isZero();
    }

    private static void link(String file, String target) throws IOException {
        Path link = book.folder().resolve(file);
        Files.delete(link);
        Files.createSymbolicLink(link, Path.of(target));
    }

    @ParameterizedTest
    @MethodSource("edits")
    void invalidEditsKeepTheLastValidBook(Edit edit, String told) throws Exception {
        edit.apply();
        assertThat(rejectedFaults())
                .extracting(SoundRuleBook::asText)
                .anySatisfy(text -> assertThat(text).startsWith(told + " "));
    }
}
