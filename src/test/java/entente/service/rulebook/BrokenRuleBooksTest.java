package entente.service.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import entente.rulebook.RuleBookFault;
import entente.service.rulebook.ActiveRuleBook.RuleBookState;
import entente.testkit.SmallBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A hundred invalid edits with one fault each. The active book stays and gives the same answers byte for byte, the
 * fault is reported with its file and line, and no fault remains after the edit is reverted.
 */
@Timeout(300)
@Tag("thorough")
class BrokenRuleBooksTest {

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

    static List<String> overlays() throws IOException {
        try (Stream<Path> books = Files.list(SmallBook.BOOKS)) {
            return books.filter(Files::isDirectory)
                    .map(b -> b.getFileName().toString())
                    .filter(name -> !name.equals(SmallBook.BASE))
                    .sorted()
                    .toList();
        }
    }

    /** A service rejects an invalid edit with the messages of the command line. */
    @ParameterizedTest
    @MethodSource("overlays")
    void editsAreRejectedWithTheCommandLineMessages(String name) throws Exception {
        book.overlay(SmallBook.BASE).overlay(name);
        assertThat(rejectedFaults().stream().map(SoundRuleBook::asText).collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo(Files.readString(SmallBook.BOOKS.resolve(name).resolve("expected.txt")));
    }

    @ParameterizedTest
    @MethodSource("entente.service.rulebook.BrokenRuleBook#all")
    void invalidEditsKeepTheLastValidBook(BrokenRuleBook broken) throws Exception {
        broken.edit().apply(book);
        assertThat(rejectedFaults()).anyMatch(broken::matches);
    }
}
