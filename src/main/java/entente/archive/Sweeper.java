package entente.archive;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes away from time to time what has outlived its use. Several instances may do it side by side. */
public final class Sweeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final ScheduledExecutorService thread = new ScheduledThreadPoolExecutor(1, task -> {
        Thread sweeper = new Thread(task, "sweeper");
        sweeper.setDaemon(true);
        return sweeper;
    });

    /**
     * @param pause between two sweeps
     */
    public Sweeper(List<Runnable> sweeps, Duration pause) {
        for (Runnable sweep : sweeps) {
            thread.scheduleWithFixedDelay(
                    () -> tried(sweep), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** A task that throws would not be run again. */
    private static void tried(Runnable sweep) {
        try {
            sweep.run();
        } catch (RuntimeException later) {
            LOG.warn("The archive was not swept: {}", later.getMessage());
        }
    }

    @Override
    public void close() {
        // Not interrupted: a thread that writes to the embedded database would close its file.
        thread.shutdown();
    }
}
