package entente.service.archive;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SweeperTest {

    @Test
    void failedSweepDoesNotStopOtherOrLaterSweeps() throws Exception {
        CountDownLatch failing = new CountDownLatch(3);
        CountDownLatch other = new CountDownLatch(3);
        Runnable fails = () -> {
            failing.countDown();
            throw new IllegalStateException("away");
        };
        try (Sweeper sweeper = new Sweeper("test", List.of(fails, other::countDown), Duration.ofMillis(1))) {
            failing.await();
            other.await();
        }
    }
}
