package entente.service.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.model.Grade;
import entente.model.rule.RuleBookFault;
import entente.quality.lint.Linter;
import entente.rulebook.Inference;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookLocations;
import entente.rulebook.RuleBooks;
import entente.service.rulebook.RuleBookWatcher.RuleBookReload;
import entente.testkit.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A check that exceeds its deadline is abandoned, and delays no later edit. */
@Timeout(300)
class CheckDeadlineTest {

    private static final Duration SHORT = Duration.ofMillis(50);

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

    private static RuleBookReload reload(Callable<RuleBookSnapshot> check, Duration deadline) {
        return new RuleBookReload(new ActiveRuleBook(snapshot), check, () -> 0, false, deadline);
    }

    @Test
    void validEditIsCheckedBesideAnAbandonedCheck() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        AtomicBoolean slow = new AtomicBoolean(true);
        RuleBookReload reload = reload(
                () -> {
                    if (slow.get()) {
                        Await.ignoringInterrupts(released);
                    }
                    return snapshot;
                },
                SHORT);
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
        RuleBookReload reload = reload(
                () -> {
                    started.incrementAndGet();
                    Await.ignoringInterrupts(released);
                    return snapshot;
                },
                SHORT);
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

    @ParameterizedTest
    @CsvSource({"true, PT1H, SUPERSEDED", "false, PT0.05S, TOO_SLOW"})
    @Timeout(100)
    void outdatedOrOverdueCheckIsInterrupted(boolean outdated, Duration deadline, String code) throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        RuleBookReload reload = reload(
                () -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException stopped) {
                        interrupted.countDown();
                    }
                    return snapshot;
                },
                deadline);
        assertThat(code(reload.checkFolder(() -> outdated))).isEqualTo(code);
        interrupted.await();
        reload.close();
    }

    @Test
    void longLoopsStopOnInterrupt() throws Exception {
        LoadedRuleBook open = snapshot.loadedRuleBook();
        RuleBookLocations locations = RuleBooks.locations(book.rules());
        Inference drools = open.drools();
        try {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> drools.satisfiedRules(new Grade[0])).isInstanceOf(CancellationException.class);
            assertThatThrownBy(() -> Linter.lint(open.book(), locations)).isInstanceOf(CancellationException.class);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }
}
