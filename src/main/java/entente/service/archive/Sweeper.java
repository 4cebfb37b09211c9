package entente.service.archive;

import java.time.Duration;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs periodic clean-up tasks. Several instances may run them concurrently. */
public final class Sweeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final Timer timer = new Timer("sweeper", true);

    /** @param pause between two sweeps */
    public Sweeper(List<Runnable> sweeps, Duration pause) {
        TimerTask all = new TimerTask() {
            @Override
            public void run() {
                sweeps.forEach(Sweeper::runSafely);
            }
        };
        timer.schedule(all, pause.toMillis(), pause.toMillis());
    }

    /** A task that throws would end the timer. */
    private static void runSafely(Runnable sweep) {
        try {
            sweep.run();
        } catch (RuntimeException later) {
            LOG.warn("The clean-up of the archive failed: {}", later.getMessage());
        }
    }

    /** Does not interrupt a running task, which would close the file of the embedded database. */
    @Override
    public void close() {
        timer.cancel();
    }
}
