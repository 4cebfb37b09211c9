package entente.service.admission;

import entente.model.Numbers;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import lombok.Getter;

/**
 * Admits requests that evaluate, and runs evaluations on dedicated threads with a deadline. Requests beyond the capacity
 * of threads and queue are rejected before any of their content is processed. The thread of an evaluation that cannot be
 * stopped is replaced; when three are lost at the same time, the process ends.
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

    @Getter
    private final EvaluationLimits limits;

    private final Timeouts timeouts;
    private final Runnable termination;
    private final AdmissionLimit light;
    private final AdmissionLimit heavy;
    private final EvaluationQueue queue;
    private final LongAdder rejected = new LongAdder();
    private final LongAdder timedOut = new LongAdder();
    private final AtomicBoolean terminated = new AtomicBoolean();

    /**
     * Uses the system clock.
     *
     * @param termination ends the process; called once, when {@value #MAX_LOST_THREADS} threads are lost
     */
    public EvaluationExecutor(EvaluationLimits limits, Runnable termination) {
        this(limits, Timeouts::system, System::nanoTime, termination);
    }

    EvaluationExecutor(EvaluationLimits limits, Timeouts timeouts, LongSupplier nanoTime, Runnable termination) {
        this.limits = limits;
        this.timeouts = timeouts;
        this.termination = termination;
        this.light = new AdmissionLimit(limits.maxConcurrency(), limits.queueCapacity(), nanoTime);
        this.heavy = new AdmissionLimit(limits.maxHeavyConcurrency(), limits.heavyQueueCapacity(), nanoTime);
        this.queue = new EvaluationQueue(limits.maxHeavyConcurrency());
        for (int thread = 0; thread < limits.maxConcurrency(); thread++) {
            startThread();
        }
    }

    /** Whether another request would be rejected now. */
    public boolean isFull(Cost cost) {
        return limit(cost).isFull();
    }

    /**
     * Admits a request, which counts until {@link #release}.
     *
     * @throws ProblemException {@link ProblemType#OVERLOADED} if there is no capacity
     */
    public void admit(Cost cost) {
        if (!limit(cost).tryAcquire()) {
            throw reject(cost);
        }
    }

    public void release(Cost cost) {
        limit(cost).release();
    }

    /** Admitted requests that have not been released. */
    public int admitted(Cost cost) {
        return limit(cost).admitted();
    }

    /** Counts the rejection of a request, and returns its problem. */
    public ProblemException reject(Cost cost) {
        rejected.increment();
        limit(cost).recordRejection();
        return overloaded();
    }

    private AdmissionLimit limit(Cost cost) {
        return cost == Cost.LIGHT ? light : heavy;
    }

    /**
     * Runs an evaluation of an admitted request, or of a batch or job, which have limits of their own, and waits for
     * its result. Must not be called from within an evaluation, which would wait for a thread while holding one. When
     * the caller is interrupted, the evaluation is stopped.
     *
     * @param evaluation must not access the database: it is interrupted at the deadline, and the embedded database
     *     closes when a thread is interrupted that reads or writes
     * @throws ProblemException {@link ProblemType#OVERLOADED} if the queue timeout expires,
     *     {@link ProblemType#EVALUATION_LIMIT} at the deadline, or what the evaluation throws
     * @throws IllegalStateException when the evaluation fails with an error or a checked exception
     */
    public <T> T run(Cost cost, Callable<T> evaluation) {
        EvaluationTask<T> task = new EvaluationTask<>(cost, evaluation, this::complete);
        task.setTimeout(timeouts.schedule(limits.queueTimeout(), () -> onQueueTimeout(task)));
        if (!queue.add(task)) {
            task.cancelTimeout();
            throw overloaded();
        }
        try {
            return task.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            if (queue.remove(task)) {
                task.cancelTimeout();
            }
            ProblemException overload = overloaded();
            task.stop(overload);
            throw overload;
        }
    }

    private void startThread() {
        new DaemonThread(this::processQueue, "evaluation").start();
    }

    private void processQueue() {
        try {
            boolean replaced = false;
            while (!replaced) {
                Optional<EvaluationTask<?>> next = queue.next();
                if (next.isEmpty()) {
                    return;
                }
                EvaluationTask<?> task = next.get();
                task.setTimeout(timeouts.schedule(limits.deadline(), () -> onDeadline(task)));
                task.run();
                complete(task);
                // Clears an interrupt that was meant for this evaluation.
                Thread.interrupted();
                replaced = queue.recover(task);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void complete(EvaluationTask<?> task) {
        task.cancelTimeout();
        queue.complete(task);
    }

    private void onQueueTimeout(EvaluationTask<?> task) {
        if (queue.remove(task)) {
            rejected.increment();
            task.stop(overloaded());
        }
    }

    private void onDeadline(EvaluationTask<?> task) {
        timedOut.increment();
        String seconds = Numbers.plain(limits.deadline().toMillis() / 1000.0);
        task.setTimeout(timeouts.schedule(limits.deadline(), () -> onLost(task)));
        task.stop(ProblemException.of(
                ProblemType.EVALUATION_LIMIT, "The evaluation was stopped after " + seconds + " seconds."));
    }

    private void onLost(EvaluationTask<?> task) {
        int lost = queue.markLost(task);
        if (lost == 0) {
            return;
        }
        startThread();
        if (lost >= MAX_LOST_THREADS && terminated.compareAndSet(false, true)) {
            termination.run();
        }
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

    public int waiting(Cost cost) {
        return queue.waiting(cost);
    }

    /** Requests rejected because of a full queue, and evaluations because of the queue timeout, since the start. */
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

    /** Stops running evaluations and rejects queued and further ones. */
    @Override
    public void close() {
        queue.close().forEach(task -> task.stop(overloaded()));
    }
}
