package entente.service.admission;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a process whose threads cannot be had back, so that whatever supervises it starts another. */
public final class ProcessTermination {

    /** What a supervisor sees: a bug. */
    static final int EXIT_CODE = 70;

    private static final Logger LOG = LoggerFactory.getLogger(ProcessTermination.class);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Runtime process;

    public ProcessTermination(Runtime process) {
        this.process = process;
    }

    /** Returns at once. What is being answered has a few seconds more; after that nothing is waited for. */
    public void terminate() {
        LOG.error(
                "{} evaluations cannot be stopped. The process ends with {} and has to be started again.",
                EvaluationExecutor.MAX_LOST_THREADS,
                EXIT_CODE);
        EvaluationThreads.newDaemonThread(() -> process.exit(EXIT_CODE), "end").start();
        EvaluationThreads.newDaemonThread(this::halt, "halt").start();
    }

    private void halt() {
        try {
            Thread.sleep(GRACE.toMillis());
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
        process.halt(EXIT_CODE);
    }
}
