package entente.service.admission;

import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.admission.Timeouts.Timeout;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One evaluation. It completes with its result or with the exception that stops it, whichever is first. */
final class EvaluationTask<T> {

    private final Cost cost;
    private final Callable<T> evaluation;
    private final CompletableFuture<T> outcome = new CompletableFuture<>();

    private @Nullable Thread thread;

    EvaluationTask(Cost cost, Callable<T> evaluation) {
        this.cost = cost;
        this.evaluation = evaluation;
    }

    Cost cost() {
        return cost;
    }

    /**
     * Evaluates on the current thread.
     *
     * @param deadline starts the timeout of this evaluation
     * @param ended called when this thread can no longer be interrupted, before the result is published
     */
    void run(Supplier<Timeout> deadline, Runnable ended) {
        Runnable publish = () -> {};
        Timeout timeout = () -> {};
        try {
            if (begin()) {
                timeout = deadline.get();
                T result = evaluation.call();
                publish = () -> outcome.complete(result);
            }
        } catch (Throwable failed) {
            // Everything thrown ends this evaluation only, not the thread.
            publish = () -> outcome.completeExceptionally(failed);
        } finally {
            timeout.cancel();
            end();
            ended.run();
            publish.run();
        }
    }

    private synchronized boolean begin() {
        if (outcome.isDone()) {
            return false;
        }
        thread = Thread.currentThread();
        return true;
    }

    private synchronized void end() {
        thread = null;
        // Clears an interrupt that was meant for this evaluation.
        Thread.interrupted();
    }

    /** Completes with this exception, and interrupts the evaluation if it has started. */
    synchronized void stop(RuntimeException instead) {
        outcome.completeExceptionally(instead);
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Waits for the result; rethrows what the evaluation throws. */
    T await() throws InterruptedException, ExecutionException {
        return outcome.get();
    }
}
