package entente.cli.ensemble;

import entente.analysis.ensemble.run.ChunkRunner;
import entente.analysis.ensemble.run.OutcomeCounts;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A run that a termination signal, such as Ctrl+C, cancels: the process ends when no thread writes any more, so that no
 * temporary file is left.
 */
public final class InterruptibleRun {

    private static final long MAX_WAIT_SECONDS = 5;

    private final TableOptions table;
    private final Consumer<String> diagnostics;
    private final CountDownLatch ended = new CountDownLatch(1);

    /** @param diagnostics prints a message */
    public InterruptibleRun(TableOptions table, Consumer<String> diagnostics) {
        this.table = table;
        this.diagnostics = diagnostics;
    }

    /** @throws CancellationException if the thread is interrupted, but not by a signal */
    public OutcomeCounts run(ChunkRunner run) {
        Thread caller = Thread.currentThread();
        Thread hook = new Thread(() -> stop(caller));
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return table.run(run);
        } catch (CancellationException cancelled) {
            if (!isEnding(hook)) {
                throw cancelled;
            }
            diagnostics.accept(
                    "entente: interrupted" + (table.isKept() ? "; the same command with --resume continues." : "."));
            ended.countDown();
            // The process ends with the code of the signal, and without a result.
            new Semaphore(0).acquireUninterruptibly();
            throw cancelled;
        } finally {
            ended.countDown();
            isEnding(hook);
        }
    }

    private void stop(Thread caller) {
        caller.interrupt();
        try {
            ended.await(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the process is ending; otherwise the hook is removed. */
    private static boolean isEnding(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
            return false;
        } catch (IllegalStateException ending) {
            return true;
        }
    }
}
