package entente.service.archive;

import java.time.Duration;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs periodic tasks, such as clean-up. Several instances may run them concurrently. */
public final class Sweeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final String name;
    private final Timer timer;

    /** @param pause between two sweeps */
    public Sweeper(List<Runnable> sweeps, Duration pause) {
        this("clean-up of the archive", sweeps, pause);
    }

    /** @param name of the tasks, for the log */
    public Sweeper(String name, List<? extends Runnable> sweeps, Duration pause) {
        this.name = name;
        this.timer = new Timer(name, true);
        TimerTask all = new TimerTask() {
            @Override
            public void run() {
                sweeps.forEach(Sweeper.this::runSafely);
            }
        };
        timer.schedule(all, pause.toMillis(), pause.toMillis());
    }

    /** A task that throws would end the timer. */
    private void runSafely(Runnable sweep) {
        try {
            sweep.run();
        } catch (RuntimeException later) {
            LOG.warn("The {} failed: {}", name, later.getMessage());
        }
    }

    /** Does not interrupt a running task, which would close the file of the embedded database. */
    @Override
    public void close() {
        timer.cancel();
    }
}
