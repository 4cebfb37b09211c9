package entente.service.admission;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs actions after a delay. All timing of evaluations uses it, so that tests can control time. */
interface Timeouts extends AutoCloseable {

    /** A scheduled action that can be cancelled. */
    interface Timeout {
        void cancel();
    }

    /**
     * Schedules an action.
     *
     * @param action must be short and must not block
     */
    Timeout schedule(Duration delay, Runnable action);

    @Override
    void close();

    /** Timeouts by the system clock, on one dedicated thread. */
    static Timeouts system() {
        ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(
                1, job -> EvaluationThreads.newDaemonThread(job, "timeouts"), new ThreadPoolExecutor.DiscardPolicy());
        scheduler.setRemoveOnCancelPolicy(true);
        scheduler.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return new Timeouts() {
            @Override
            public Timeout schedule(Duration delay, Runnable action) {
                Future<?> set = scheduler.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
                return () -> set.cancel(false);
            }

            @Override
            public void close() {
                scheduler.shutdownNow();
            }
        };
    }
}
