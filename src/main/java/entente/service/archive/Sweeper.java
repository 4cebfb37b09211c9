package entente.service.archive;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs periodic tasks, such as clean-up. Several instances may run them concurrently. Pauses are measured with the
 * monotonic clock: those of {@link java.util.Timer} would last for hours after the system clock was set back.
 */
public final class Sweeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final String name;
    private final List<? extends Runnable> sweeps;
    private final ScheduledExecutorService timer;

    /** @param name of the tasks, for the log */
    public Sweeper(String name, List<? extends Runnable> sweeps, Duration pause) {
        this.name = name;
        this.sweeps = sweeps;
        this.timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
        // The future ends with the timer only: runSafely lets nothing through.
        ScheduledFuture<?> unused =
                timer.scheduleWithFixedDelay(this::sweep, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    public void sweep() {
        sweeps.forEach(this::runSafely);
    }

    /** A task that throws would end the timer; an error, such as of memory, too. */
    private void runSafely(Runnable sweep) {
        try {
            sweep.run();
        } catch (Throwable later) {
            LOG.warn("The {} failed: {}", name, String.valueOf(later.getMessage()));
        }
    }

    /** Does not interrupt a running task, which would close the file of the embedded database. */
    @Override
    public void close() {
        timer.shutdown();
    }
}
