package entente.service.admission;

import entente.model.Numbers;
import entente.service.admission.WaitingQueue.Decision;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/**
 * Runs evaluations on dedicated threads with a bounded queue and a deadline, and rejects further ones immediately. The
 * thread of an evaluation that cannot be stopped is replaced; when three are lost at the same time, the process ends.
 */
public final class EvaluationExecutor implements AutoCloseable {

    /** The expected cost of an evaluation. */
    public enum Cost {
        /** An assessment, a validation, one item of a batch: milliseconds. */
        LIGHT,
        /** Flips, sensitivities, comparisons: up to seconds. */
        HEAVY
    }

    /** Number of lost threads at which the process ends. */
    static final int MAX_LOST_THREADS = 3;

    private static final int MAX_RETRY_SECONDS = 5;

    private final EvaluationLimits limits;
    private final Timeouts timeouts;
    private final Runnable termination;
    private final WaitingQueue queue;
    private final EvaluationThreads threads;
    private final LongAdder rejected = new LongAdder();
    private final LongAdder timedOut = new LongAdder();
    private final AtomicBoolean terminated = new AtomicBoolean();

    /**
     * Uses the system clock.
     *
     * @param lastResort ends the process; called once, when {@value #MAX_LOST_THREADS} threads are lost
     */
    public EvaluationExecutor(EvaluationLimits limits, Runnable lastResort) {
        this(limits, Timeouts.system(), lastResort);
    }

    EvaluationExecutor(EvaluationLimits limits, Timeouts timeouts, Runnable lastResort) {
        this.limits = limits;
        this.timeouts = timeouts;
        this.termination = lastResort;
        this.queue = new WaitingQueue(limits);
        this.threads = new EvaluationThreads(queue, this::evaluate);
        for (int place = 0; place < limits.maxConcurrency(); place++) {
            threads.start();
        }
    }

    /**
     * Runs an evaluation and waits for its result. Must not be called from within an evaluation, which would wait for
     * a thread while holding one. When the caller is interrupted, the evaluation is stopped.
     *
     * @param evaluation must not access the database: it is interrupted at the deadline, and the embedded database
     *     closes when a thread is interrupted that reads or writes
     * @throws ProblemException {@link ProblemType#OVERLOADED} if the queue is full or the queue timeout expires,
     *     {@link ProblemType#EVALUATION_LIMIT} at the deadline, or what the evaluation throws
     * @throws IllegalStateException when the evaluation fails with an error or a checked exception
     */
    public <T> T run(Cost cost, Callable<T> evaluation) {
        EvaluationTask<T> task = new EvaluationTask<>(cost, evaluation);
        Decision decision = queue.admit(task);
        if (decision == Decision.REJECTED) {
            throw reject();
        }
        if (decision == Decision.STARTED) {
            return await(task);
        }
        Timeouts.Timeout queueTimeout = timeouts.schedule(limits.queueTimeout(), () -> {
            if (queue.remove(task)) {
                task.stop(reject());
            }
        });
        try {
            return await(task);
        } finally {
            queueTimeout.cancel();
        }
    }

    private <T> T await(EvaluationTask<T> task) {
        try {
            return task.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            ProblemException overload = overloaded();
            queue.remove(task);
            task.stop(overload);
            throw overload;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException("an evaluation failed", failed.getCause());
        }
    }

    private boolean evaluate(EvaluationTask<?> task) {
        AtomicBoolean placed = new AtomicBoolean();
        task.run(
                () -> timeouts.schedule(limits.deadline(), () -> onDeadline(task)),
                () -> placed.set(queue.complete(task)));
        return placed.get();
    }

    private void onDeadline(EvaluationTask<?> task) {
        timedOut.increment();
        String seconds = Numbers.plain(limits.deadline().toMillis() / 1000.0);
        task.stop(ProblemException.of(
                ProblemType.EVALUATION_LIMIT, "The evaluation was stopped after " + seconds + " seconds."));
        timeouts.schedule(limits.deadline(), () -> onLost(task));
    }

    private void onLost(EvaluationTask<?> task) {
        int lost = queue.markLost(task);
        if (lost == 0) {
            return;
        }
        threads.start();
        if (lost >= MAX_LOST_THREADS && terminated.compareAndSet(false, true)) {
            termination.run();
        }
    }

    private ProblemException reject() {
        rejected.increment();
        return overloaded();
    }

    private static ProblemException overloaded() {
        return ProblemException.withRetryAfter(
                ProblemType.OVERLOADED,
                "The service is overloaded. The request was not processed.",
                ThreadLocalRandom.current().nextInt(1, MAX_RETRY_SECONDS + 1));
    }

    /** Running evaluations, except those on lost threads. */
    public int running() {
        return queue.running();
    }

    /** Evaluations in the queue. */
    public int waiting(Cost cost) {
        return queue.waiting(cost);
    }

    /** Evaluations rejected because of a full queue or the queue timeout, since the start. */
    public long rejected() {
        return rejected.sum();
    }

    /** Evaluations stopped at the deadline, since the start. */
    public long timedOut() {
        return timedOut.sum();
    }

    /** Threads that cannot be stopped; health is down while there is one. */
    public int lost() {
        return queue.lost();
    }

    public EvaluationLimits limits() {
        return limits;
    }

    /** Stops running evaluations and rejects queued and further ones. */
    @Override
    public void close() {
        queue.close().forEach(task -> task.stop(overloaded()));
        timeouts.close();
    }
}
