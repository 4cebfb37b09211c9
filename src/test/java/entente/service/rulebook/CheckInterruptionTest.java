package entente.service.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.model.Grade;
import entente.quality.lint.Linter;
import entente.rulebook.Inference;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookLocations;
import entente.rulebook.RuleBooks;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A check ends when the service closes. */
@Timeout(300)
class CheckInterruptionTest {

    @TempDir
    private static Path temp;

    private static RuleBookCheck book;
    private static RuleBookSnapshot snapshot;

    @BeforeAll
    static void open() throws Exception {
        book = SoundRuleBook.in(temp.resolve("book")).check(temp.resolve("cache"));
        snapshot = book.load();
    }

    @Test
    void longLoopsStopOnInterrupt() throws Exception {
        LoadedRuleBook open = snapshot.loadedRuleBook();
        RuleBookLocations locations = RuleBooks.locations(book.rules());
        Inference drools = open.drools();
        try {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> drools.satisfiedRules(new Grade[0])).isInstanceOf(CancellationException.class);
            assertThatThrownBy(() -> Linter.lint(open, locations, List.of())).isInstanceOf(CancellationException.class);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }
}
