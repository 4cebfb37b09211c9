package entente.service.admission;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs actions after a delay. All timing of evaluations uses it, so that tests can control time. */
interface Timeouts {

    /** Schedules an action, which must be short and must not block; the result cancels it. */
    Runnable schedule(Duration delay, Runnable action);

    /** Schedules by the system clock, on the timer thread of the JDK. */
    static Runnable system(Duration delay, Runnable action) {
        CompletableFuture<Boolean> timer =
                new CompletableFuture<Boolean>().completeOnTimeout(true, delay.toNanos(), TimeUnit.NANOSECONDS);
        CompletableFuture<Void> ignored = timer.thenAccept(due -> {
            if (due) {
                action.run();
            }
        });
        return () -> timer.complete(false);
    }
}
