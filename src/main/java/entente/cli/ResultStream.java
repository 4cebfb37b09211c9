package entente.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Writes results one at a time. A termination signal such as SIGTERM waits for the current result, so that the output
 * ends with a complete one; if the reader does not read, the wait is bounded.
 */
public final class ResultStream implements AutoCloseable {

    private static final long MAX_WAIT_SECONDS = 5;

    private final PrintStream out;
    private final Semaphore writing = new Semaphore(1);
    private final Thread hook = new Thread(this::stop);
    private boolean lineOpen;

    public ResultStream(PrintStream out) {
        this.out = out;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Writes and flushes; after a signal it blocks until the process ends. */
    public void write(String result) {
        complete(() -> {
            // In one piece: a stream would encode character by character.
            out.writeBytes(result.getBytes(StandardCharsets.UTF_8));
            out.flush();
            lineOpen = !result.endsWith("\n");
        });
    }

    /** Does work that a signal waits for; after a signal it blocks until the process ends. */
    public void complete(Runnable work) {
        writing.acquireUninterruptibly();
        try {
            work.run();
        } finally {
            writing.release();
        }
    }

    /** Does not release the permit, so that nothing is written afterwards. */
    public void stop() {
        try {
            if (writing.tryAcquire(MAX_WAIT_SECONDS, TimeUnit.SECONDS) && lineOpen) {
                out.print("\n");
                out.flush();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The shutdown hook is already running.
        }
    }
}
