package entente.cli.io;

import java.io.PrintStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Writes results one at a time. A signal that ends the process, such as SIGTERM, waits for the result that is being
 * written, so that the output ends with a whole one; for a reader that takes nothing it waits a bounded time.
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

    /** Writes and flushes; after a signal it waits for the end of the process instead. */
    public void write(String result) {
        writing.acquireUninterruptibly();
        try {
            out.print(result);
            out.flush();
            lineOpen = !result.endsWith("\n");
        } finally {
            writing.release();
        }
    }

    /** Keeps the permit: nothing is written after this. */
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
            // The hook is running already.
        }
    }
}
