package entente.service.archive;

import java.time.Duration;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes away from time to time what has outlived its use. Several instances may do it side by side. */
public final class Sweeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final Timer timer = new Timer("sweeper", true);

    /**
     * @param pause between two sweeps
     */
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
            LOG.warn("The archive was not swept: {}", later.getMessage());
        }
    }

    /** Lets a sweep that runs come to its end: a thread that is interrupted while it writes would close the file. */
    @Override
    public void close() {
        timer.cancel();
    }
}
