package entente.testkit;

import static org.assertj.core.api.Assertions.fail;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for what must come sooner or later, however slow the machine is. */
public final class Await {

    private static final long LONGEST = TimeUnit.SECONDS.toNanos(60);

    private Await() {}

    public static void holds(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + LONGEST;
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                fail("never: " + what);
            }
            Thread.sleep(5);
        }
    }

    /** Waits as the compiler of rules does when it is interrupted: it runs on. */
    public static void ignoringInterrupts(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException ignored) {
                // On purpose.
            }
        }
    }
}
