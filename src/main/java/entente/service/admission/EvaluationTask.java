package entente.service.admission;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import lombok.Getter;
import org.jspecify.annotations.Nullable;

/** One evaluation. It completes with its result or with the exception that stops it, whichever is first. */
final class EvaluationTask<T> extends FutureTask<T> {

    @Getter
    private final Caller caller;

    /** Between two looks whether the client is still there. */
    private static final long LOOK_MILLIS = 100;

    private final Consumer<EvaluationTask<?>> ended;
    private final AtomicReference<@Nullable RuntimeException> reason = new AtomicReference<>();
    private final AtomicReference<Runnable> timeout = new AtomicReference<>(() -> {});

    /** @param ended called before the result is published, so that a caller with a result finds the thread free */
    EvaluationTask(Caller caller, Callable<T> evaluation, Consumer<EvaluationTask<?>> ended) {
        super(evaluation);
        this.caller = caller;
        this.ended = ended;
    }

    /** Replaces the current timeout; {@code cancellation} cancels the new one. */
    void setTimeout(Runnable cancellation) {
        timeout.getAndSet(cancellation).run();
    }

    void cancelTimeout() {
        setTimeout(() -> {});
    }

    /** Completes with this exception, and interrupts the evaluation if it has started. */
    void stop(RuntimeException instead) {
        reason.compareAndSet(null, instead);
        cancel(true);
    }

    @Override
    protected void set(T result) {
        ended.accept(this);
        super.set(result);
    }

    @Override
    protected void setException(Throwable failed) {
        ended.accept(this);
        super.setException(failed);
    }

    /**
     * Waits for the result, and stops the evaluation when the client has disconnected.
     *
     * @param disconnected whether the client has
     * @param withdrawal called before it is stopped for this reason
     * @throws RuntimeException what the evaluation throws, or the reason why it was stopped
     * @throws IllegalStateException when the evaluation fails with an error or a checked exception
     */
    T await(BooleanSupplier disconnected, Runnable withdrawal) throws InterruptedException {
        try {
            while (true) {
                try {
                    return get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException running) {
                    if (disconnected.getAsBoolean()) {
                        withdrawal.run();
                        stop(ProblemException.of(
                                ProblemType.EVALUATION_LIMIT,
                                "The evaluation was stopped, because the client had closed the connection."));
                    }
                }
            }
        } catch (CancellationException stopped) {
            throw Objects.requireNonNull(reason.get());
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException("an evaluation failed", failed.getCause());
        }
    }
}
