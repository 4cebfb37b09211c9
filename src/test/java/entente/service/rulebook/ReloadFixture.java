package entente.service.rulebook;

import entente.model.rule.RuleBookFault;
import entente.rulebook.RuleBookException;
import entente.scenario.ScenarioSource;
import entente.service.rulebook.ActiveRuleBook.RuleBookState;
import entente.service.rulebook.RuleBookWatcher.WatchSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Set-up of the tests of rule book reloads, which share the folder of compiled books and so run one class at a time. */
@ResourceLock("ReloadFixture.cache")
abstract class ReloadFixture {

    /** Compiled books, shared by all tests: compiling takes a second. */
    @TempDir
    static Path cache;

    @TempDir
    Path temp;

    final AtomicInteger lost = new AtomicInteger();
    final HookedScenarioSource source = new HookedScenarioSource();
    SoundRuleBook book;
    RuleBookWatcher watcher;

    /** A scenario source that runs a hook during each check. */
    static final class HookedScenarioSource implements ScenarioSource {

        volatile Runnable onCheck = () -> {};

        @Override
        public Optional<byte[]> find(String id) {
            return Optional.empty();
        }

        @Override
        public List<String> ids() {
            onCheck.run();
            return List.of();
        }
    }

    @BeforeEach
    void createBook() throws IOException {
        book = SoundRuleBook.in(temp.resolve("book"));
    }

    void open(WatchSettings settings) throws RuleBookException {
        watcher = new RuleBookWatcher(new RuleBookCheck(book.folder(), cache, source), settings, lost::get);
    }

    void open() throws RuleBookException {
        open(SoundRuleBook.BY_HAND);
    }

    @AfterEach
    void close() {
        if (watcher != null) {
            watcher.close();
        }
    }

    RuleBookState state() {
        return watcher.activeRuleBook().state();
    }

    List<String> codes() {
        return state().faults().stream().map(RuleBookFault::code).toList();
    }
}
