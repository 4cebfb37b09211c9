package entente.service.rulebook;

import entente.rulebook.InferenceCounts;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBookFault;
import entente.scenario.ScenarioSource;
import entente.service.rulebook.RuleBookWatcher.WatchSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Shared by the tests of the same subject. */
abstract class ReloadFixture {

    /** Compiled books, shared by all tests: compiling takes a second. */
    @TempDir
    static Path cache;

    @TempDir
    Path temp;

    final AtomicInteger lost = new AtomicInteger();
    final Trick trick = new Trick();
    SoundRuleBook book;
    RuleBookWatcher watched;

    /** Is asked for its scenarios in the middle of every check, and can do something else first. */
    static final class Trick implements ScenarioSource {

        volatile Runnable first = () -> {};

        @Override
        public Optional<byte[]> find(String id) {
            return Optional.empty();
        }

        @Override
        public List<String> ids() {
            first.run();
            return List.of();
        }
    }

    @BeforeEach
    void sound() throws IOException {
        book = SoundRuleBook.in(temp.resolve("book"));
    }

    void open(WatchSettings settings) throws RuleBookException {
        watched = new RuleBookWatcher(
                new RuleBookCheck(book.folder(), cache, trick, new InferenceCounts()), settings, lost::get);
    }

    void open() throws RuleBookException {
        open(SoundRuleBook.BY_HAND);
    }

    @AfterEach
    void close() {
        if (watched != null) {
            watched.close();
        }
    }

    RuleBookState state() {
        return watched.activeRuleBook().state();
    }

    List<String> codes() {
        return state().faults().stream().map(RuleBookFault::code).toList();
    }

    void write(String file, String text) {
        try {
            book.write(file, text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
