package entente.testkit;

import static org.assertj.core.api.Assertions.fail;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Polls a condition with a timeout that is long enough for a slow machine. */
public final class Await {

    private static final long TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(60);

    private Await() {}

    public static void holds(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TIMEOUT_NANOS;
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                fail("never: " + what);
            }
            Thread.sleep(5);
        }
    }

    /** Waits for a latch and ignores interrupts, like the Drools compiler. */
    public static void ignoringInterrupts(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException ignored) {
                // Ignored on purpose.
            }
        }
    }
}
