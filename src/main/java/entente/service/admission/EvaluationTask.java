package entente.service.admission;

import entente.service.admission.EvaluationExecutor.Weight;
import entente.service.admission.Timeouts.Alarm;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One evaluation on its way from the waiting line to its answer. What comes first is the answer: a result or a stop. */
final class EvaluationTask<T> {

    private final Weight weight;
    private final Callable<T> evaluation;
    private final CompletableFuture<T> outcome = new CompletableFuture<>();

    private @Nullable Thread thread;

    EvaluationTask(Weight weight, Callable<T> evaluation) {
        this.weight = weight;
        this.evaluation = evaluation;
    }

    Weight weight() {
        return weight;
    }

    /**
     * Evaluates on this thread.
     *
     * @param deadline sets the alarm for this evaluation
     * @param ended what is done when nothing can interrupt this thread any more, before anybody learns the answer
     */
    void run(Supplier<Alarm> deadline, Runnable ended) {
        Runnable tell = () -> {};
        Alarm alarm = () -> {};
        try {
            if (begin()) {
                alarm = deadline.get();
                T result = evaluation.call();
                tell = () -> outcome.complete(result);
            }
        } catch (Throwable broken) {
            // Whatever it throws ends this evaluation, and not the thread of all those that come after it.
            tell = () -> outcome.completeExceptionally(broken);
        } finally {
            alarm.cancel();
            end();
            ended.run();
            tell.run();
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
        // An interrupt was meant for this evaluation; the next one on this thread starts without it.
        Thread.interrupted();
    }

    /** Answers with this instead, and interrupts the evaluation if it has begun. */
    synchronized void stop(RuntimeException instead) {
        outcome.completeExceptionally(instead);
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Waits for the answer; what the evaluation throws is thrown here. */
    T await() throws InterruptedException, ExecutionException {
        return outcome.get();
    }
}
