package entente.service.admission;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Rings after a while. All timing of evaluations comes through here, so that a test can let hours pass at once. */
interface Timeouts extends AutoCloseable {

    /** An alarm that can still be put off. */
    interface Alarm {
        void cancel();
    }

    /**
     * Sets an alarm.
     *
     * @param ring short, and never waits for anything
     */
    Alarm schedule(Duration delay, Runnable ring);

    @Override
    void close();

    /** Alarms by the clock of the machine, on one thread of their own. */
    static Timeouts system() {
        ScheduledThreadPoolExecutor bell = new ScheduledThreadPoolExecutor(
                1, job -> EvaluationThreads.newDaemonThread(job, "alarms"), new ThreadPoolExecutor.DiscardPolicy());
        bell.setRemoveOnCancelPolicy(true);
        bell.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return new Timeouts() {
            @Override
            public Alarm schedule(Duration delay, Runnable ring) {
                Future<?> set = bell.schedule(ring, delay.toNanos(), TimeUnit.NANOSECONDS);
                return () -> set.cancel(false);
            }

            @Override
            public void close() {
                bell.shutdownNow();
            }
        };
    }
}
