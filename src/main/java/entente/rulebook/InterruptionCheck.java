package entente.rulebook;

import java.util.concurrent.CancellationException;

/** Cooperative cancellation of long operations: filling truth tables, linting, searches. */
public final class InterruptionCheck {

    private InterruptionCheck() {}

    /**
     * Called from every long loop.
     *
     * @throws CancellationException if the thread was interrupted; it stays interrupted
     */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the thread was interrupted");
        }
    }
}
