package entente.service;

import static org.assertj.core.api.Assertions.assertThat;

import entente.rules.BookFault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A check that comes to no end is given up, and no other is begun beside it. */
@Timeout(300)
class CheckDeadlineTest {

    @TempDir
    private Path temp;

    private static String code(Reload.Finding finding) {
        return finding.faults().stream().map(BookFault::code).findFirst().orElse("sound");
    }

    @Test
    void itIsGivenUpAndTheNextOneWaitsForItsEnd() throws Exception {
        Edition edition =
                SoundBook.in(temp.resolve("book")).check(temp.resolve("cache")).open();
        CountDownLatch released = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Callable<Edition> deaf = () -> {
            // Does not listen to interrupts.
            while (released.getCount() > 0) {
                Thread.onSpinWait();
            }
            ended.countDown();
            return edition;
        };
        Reload reload = new Reload(new InForce(edition), deaf, () -> 0, false, Duration.ofMillis(50));
        Reload.Finding slow = reload.find();
        assertThat(code(slow)).isEqualTo("TOO_SLOW");
        assertThat(slow.retry()).as("the same files would be as slow again").isZero();
        Reload.Finding next = reload.find();
        assertThat(code(next)).isEqualTo("STILL_CHECKING");
        assertThat(next.retry()).isEqualTo(1);
        released.countDown();
        ended.await();
        Until.holds("another check is begun", () -> !code(reload.find()).equals("STILL_CHECKING"));
    }

    @Test
    @Timeout(100)
    void whatListensEndsAtOnce() throws Exception {
        Edition edition =
                SoundBook.in(temp.resolve("book")).check(temp.resolve("cache")).open();
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
        assertThat(code(reload.find())).isEqualTo("TOO_SLOW");
        interrupted.await();
        reload.close();
    }
}
