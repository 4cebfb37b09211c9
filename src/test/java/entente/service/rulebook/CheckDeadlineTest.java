package entente.service.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.quality.lint.Linter;
import entente.rulebook.Inference;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookFault;
import entente.rulebook.RuleBookLocations;
import entente.rulebook.RuleBooks;
import entente.testkit.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A check that exceeds its deadline is abandoned, and delays no later edit. */
@Timeout(300)
class CheckDeadlineTest {

    @TempDir
    private static Path temp;

    private static RuleBookCheck book;
    private static RuleBookSnapshot snapshot;

    @BeforeAll
    static void open() throws Exception {
        book = SoundRuleBook.in(temp.resolve("book")).check(temp.resolve("cache"));
        snapshot = book.load();
    }

    private static String code(RuleBookReload.Finding finding) {
        return finding.faults().stream().map(RuleBookFault::code).findFirst().orElse("sound");
    }

    @Test
    void aSoundEditIsCheckedBesideACheckThatWasAbandoned() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        AtomicBoolean slow = new AtomicBoolean(true);
        Callable<RuleBookSnapshot> check = () -> {
            if (slow.get()) {
                Await.ignoringInterrupts(released);
            }
            return snapshot;
        };
        RuleBookReload reload =
                new RuleBookReload(new ActiveRuleBook(snapshot), check, () -> 0, false, Duration.ofMillis(50));
        RuleBookReload.Finding first = reload.checkFolder(() -> false);
        assertThat(code(first)).isEqualTo("TOO_SLOW");
        assertThat(first.retryAfterPolls())
                .as("the same files would be as slow again")
                .isZero();
        slow.set(false);
        assertThat(code(reload.checkFolder(() -> false))).isEqualTo("sound");
        released.countDown();
        reload.close();
    }

    @Test
    void noMoreThanTwoChecksRunAtATime() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        Callable<RuleBookSnapshot> deaf = () -> {
            begun.incrementAndGet();
            Await.ignoringInterrupts(released);
            return snapshot;
        };
        RuleBookReload reload =
                new RuleBookReload(new ActiveRuleBook(snapshot), deaf, () -> 0, false, Duration.ofMillis(50));
        assertThat(code(reload.checkFolder(() -> false))).isEqualTo("TOO_SLOW");
        assertThat(code(reload.checkFolder(() -> false))).isEqualTo("TOO_SLOW");
        RuleBookReload.Finding third = reload.checkFolder(() -> false);
        assertThat(code(third)).isEqualTo("STILL_CHECKING");
        assertThat(third.retryAfterPolls()).isEqualTo(1);
        assertThat(begun).hasValueLessThanOrEqualTo(2);
        released.countDown();
        Await.holds(
                "another check is begun",
                () -> code(reload.checkFolder(() -> false)).equals("sound"));
    }

    @Test
    @Timeout(100)
    void aCheckOfOutdatedFilesIsAbandonedBeforeItsDeadline() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        Callable<RuleBookSnapshot> listening = () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stopped) {
                interrupted.countDown();
            }
            return snapshot;
        };
        RuleBookReload reload =
                new RuleBookReload(new ActiveRuleBook(snapshot), listening, () -> 0, false, Duration.ofHours(1));
        assertThat(code(reload.checkFolder(() -> true))).isEqualTo("SUPERSEDED");
        interrupted.await();
    }

    @Test
    void theLongLoopsEndWhenTheyAreInterrupted() throws Exception {
        LoadedRuleBook open = snapshot.loadedRuleBook();
        RuleBookLocations places = RuleBooks.locations(book.rules());
        Inference drools = open.drools();
        try {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> drools.satisfiedRules(List.of())).isInstanceOf(CancellationException.class);
            assertThatThrownBy(() -> Linter.lint(open, places, List.of(), List.of()))
                    .isInstanceOf(CancellationException.class);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    @Timeout(100)
    void whatListensEndsAtOnce() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        Callable<RuleBookSnapshot> listening = () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stopped) {
                interrupted.countDown();
            }
            return snapshot;
        };
        RuleBookReload reload =
                new RuleBookReload(new ActiveRuleBook(snapshot), listening, () -> 0, false, Duration.ofMillis(50));
        assertThat(code(reload.checkFolder(() -> false))).isEqualTo("TOO_SLOW");
        interrupted.await();
        reload.close();
    }
}
