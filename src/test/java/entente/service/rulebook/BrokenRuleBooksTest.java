package entente.service.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import entente.rulebook.RuleBookFault;
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
 * A hundred edits that are wrong in one way each. The book in force stays and answers the same bytes, the fault is
 * named with its file and line, and once the edit is mended nothing of it is left.
 */
@Timeout(300)
@Tag("thorough")
class BrokenRuleBooksTest {

    @TempDir
    private static Path temp;

    private static SoundRuleBook book;
    private static RuleBookWatcher watched;
    private static RuleBookSnapshot first;
    private static String answer;

    @BeforeAll
    static void open() throws Exception {
        book = SoundRuleBook.in(temp.resolve("book"));
        watched = new RuleBookWatcher(book.check(temp.resolve("cache")), SoundRuleBook.BY_HAND, () -> 0);
        first = watched.activeRuleBook().current();
        answer = SoundRuleBook.answer(first);
    }

    @BeforeEach
    void sound() {
        assertThat(watched.activeRuleBook().state().stale()).isFalse();
    }

    /** Mends the book, so that each fault comes from its own edit. */
    @AfterEach
    void mend() throws Exception {
        SoundRuleBook.in(book.folder());
        watched.poll();
        assertThat(watched.activeRuleBook().state().faults()).isEmpty();
        assertThat(watched.activeRuleBook().state().stale()).isFalse();
        assertThat(watched.activeRuleBook().current()).isSameAs(first);
    }

    private static List<RuleBookFault> refused() throws Exception {
        watched.poll();
        RuleBookState state = watched.activeRuleBook().state();
        assertThat(state.stale()).isTrue();
        assertThat(state.sha256()).isEqualTo(first.book().sha256());
        assertThat(state.version()).isEqualTo("0.0.1");
        assertThat(watched.activeRuleBook().current()).isSameAs(first);
        assertThat(SoundRuleBook.answer(watched.activeRuleBook().current())).isEqualTo(answer);
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

    /** What the command line refuses at its start, a service refuses as an edit, in the same words. */
    @ParameterizedTest
    @MethodSource("overlays")
    void whatTheCommandLineRefusesIsNoEdit(String name) throws Exception {
        book.overlay(SmallBook.BASE).overlay(name);
        assertThat(refused().stream().map(SoundRuleBook::told).collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo(Files.readString(SmallBook.BOOKS.resolve(name).resolve("expected.txt")));
    }

    @ParameterizedTest
    @MethodSource("entente.service.rulebook.BrokenRuleBook#all")
    void theLastSoundBookStays(BrokenRuleBook broken) throws Exception {
        broken.edit().apply(book);
        assertThat(refused()).anyMatch(broken::isNamedBy);
    }
}
