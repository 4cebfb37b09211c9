package entente.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.rules.BookFault;
import entente.rules.BookPlaces;
import entente.rules.Inference;
import entente.rules.OpenBook;
import entente.rules.RuleBooks;
import entente.upkeep.Lint;
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

    private static BookCheck book;
    private static Edition edition;

    @BeforeAll
    static void open() throws Exception {
        book = SoundBook.in(temp.resolve("book")).check(temp.resolve("cache"));
        edition = book.open();
    }

    private static String code(Reload.Finding finding) {
        return finding.faults().stream().map(BookFault::code).findFirst().orElse("sound");
    }

    @Test
    void aSoundEditIsCheckedBesideACheckThatWasAbandoned() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        AtomicBoolean slow = new AtomicBoolean(true);
        Callable<Edition> check = () -> {
            if (slow.get()) {
                Until.ignoringInterrupts(released);
            }
            return edition;
        };
        Reload reload = new Reload(new InForce(edition), check, () -> 0, false, Duration.ofMillis(50));
        Reload.Finding first = reload.find(() -> false);
        assertThat(code(first)).isEqualTo("TOO_SLOW");
        assertThat(first.retry()).as("the same files would be as slow again").isZero();
        slow.set(false);
        assertThat(code(reload.find(() -> false))).isEqualTo("sound");
        released.countDown();
        reload.close();
    }

    @Test
    void noMoreThanTwoChecksRunAtATime() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        Callable<Edition> deaf = () -> {
            begun.incrementAndGet();
            Until.ignoringInterrupts(released);
            return edition;
        };
        Reload reload = new Reload(new InForce(edition), deaf, () -> 0, false, Duration.ofMillis(50));
        assertThat(code(reload.find(() -> false))).isEqualTo("TOO_SLOW");
        assertThat(code(reload.find(() -> false))).isEqualTo("TOO_SLOW");
        Reload.Finding third = reload.find(() -> false);
        assertThat(code(third)).isEqualTo("STILL_CHECKING");
        assertThat(third.retry()).isEqualTo(1);
        assertThat(begun).hasValueLessThanOrEqualTo(2);
        released.countDown();
        Until.holds(
                "another check is begun", () -> code(reload.find(() -> false)).equals("sound"));
    }

    @Test
    @Timeout(100)
    void aCheckOfOutdatedFilesIsAbandonedBeforeItsDeadline() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        Callable<Edition> listening = () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException told) {
                interrupted.countDown();
            }
            return edition;
        };
        Reload reload = new Reload(new InForce(edition), listening, () -> 0, false, Duration.ofHours(1));
        assertThat(code(reload.find(() -> true))).isEqualTo("SUPERSEDED");
        interrupted.await();
    }

    @Test
    void theLongLoopsEndWhenTheyAreInterrupted() throws Exception {
        OpenBook open = edition.open();
        BookPlaces places = RuleBooks.places(book.rules());
        Inference drools = open.drools();
        try {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> drools.holding(List.of())).isInstanceOf(CancellationException.class);
            assertThatThrownBy(() -> Lint.of(open, places)).isInstanceOf(CancellationException.class);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    @Timeout(100)
    void whatListensEndsAtOnce() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        Callable<Edition> listening = () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException told) {
                interrupted.countDown();
            }
            return edition;
        };
        Reload reload = new Reload(new InForce(edition), listening, () -> 0, false, Duration.ofMillis(50));
        assertThat(code(reload.find(() -> false))).isEqualTo("TOO_SLOW");
        interrupted.await();
        reload.close();
    }
}
