package entente.service.admission;

import java.time.Duration;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a process with lost threads, so that its supervisor restarts it. */
@RequiredArgsConstructor
public final class ProcessTermination {

    /** Exit code for an internal error. */
    static final int EXIT_CODE = 70;

    private static final Logger LOG = LoggerFactory.getLogger(ProcessTermination.class);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Runtime process;

    /** Returns immediately. Requests in progress have a grace period of a few seconds. */
    public void terminate() {
        LOG.error(
                "{} evaluations cannot be stopped. The process ends with exit code {} and must be restarted.",
                EvaluationExecutor.MAX_LOST_THREADS,
                EXIT_CODE);
        new DaemonThread(() -> process.exit(EXIT_CODE), "end").start();
        new DaemonThread(this::halt, "halt").start();
    }

    private void halt() {
        try {
            Thread.sleep(GRACE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        process.halt(EXIT_CODE);
    }
}
