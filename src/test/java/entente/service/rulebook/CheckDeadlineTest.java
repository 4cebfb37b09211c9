package entente.service.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.model.Grade;
import entente.quality.lint.Linter;
import entente.rulebook.Inference;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookFault;
import entente.rulebook.RuleBookLocations;
import entente.rulebook.RuleBooks;
import entente.service.rulebook.RuleBookWatcher.RuleBookReload;
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
        return finding.faults().stream().map(RuleBookFault::code).findFirst().orElse("valid");
    }

    @Test
    void validEditIsCheckedBesideAnAbandonedCheck() throws Exception {
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
        assertThat(code(reload.checkFolder(() -> false))).isEqualTo("valid");
        released.countDown();
        reload.close();
    }

    @Test
    void atMostTwoChecksRunConcurrently() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        AtomicInteger started = new AtomicInteger();
        Callable<RuleBookSnapshot> blocking = () -> {
            started.incrementAndGet();
            Await.ignoringInterrupts(released);
            return snapshot;
        };
        RuleBookReload reload =
                new RuleBookReload(new ActiveRuleBook(snapshot), blocking, () -> 0, false, Duration.ofMillis(50));
        assertThat(code(reload.checkFolder(() -> false))).isEqualTo("TOO_SLOW");
        assertThat(code(reload.checkFolder(() -> false))).isEqualTo("TOO_SLOW");
        RuleBookReload.Finding third = reload.checkFolder(() -> false);
        assertThat(code(third)).isEqualTo("STILL_CHECKING");
        assertThat(third.retryAfterPolls()).isEqualTo(1);
        assertThat(started).hasValueLessThanOrEqualTo(2);
        released.countDown();
        Await.holds(
                "another check is begun",
                () -> code(reload.checkFolder(() -> false)).equals("valid"));
    }

    @Test
    @Timeout(100)
    void outdatedCheckIsCancelledBeforeItsDeadline() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        Callable<RuleBookSnapshot> interruptible = () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stopped) {
                interrupted.countDown();
            }
            return snapshot;
        };
        RuleBookReload reload =
                new RuleBookReload(new ActiveRuleBook(snapshot), interruptible, () -> 0, false, Duration.ofHours(1));
        assertThat(code(reload.checkFolder(() -> true))).isEqualTo("SUPERSEDED");
        interrupted.await();
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

    @Test
    @Timeout(100)
    void checkPastItsDeadlineIsInterrupted() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        Callable<RuleBookSnapshot> interruptible = () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stopped) {
                interrupted.countDown();
            }
            return snapshot;
        };
        RuleBookReload reload =
                new RuleBookReload(new ActiveRuleBook(snapshot), interruptible, () -> 0, false, Duration.ofMillis(50));
        assertThat(code(reload.checkFolder(() -> false))).isEqualTo("TOO_SLOW");
        interrupted.await();
        reload.close();
    }
}
