package entente.service.admission;

import entente.model.Numbers;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import lombok.Getter;

/**
 * Admits requests that evaluate, and runs evaluations on dedicated threads with a deadline, light and heavy ones apart.
 * Requests beyond the capacity of threads and queue, or beyond the share of their caller, are rejected before any of their
 * content is processed. The thread of an evaluation that cannot be
 * stopped is replaced; when three are lost at the same time, the process ends.
 */
public final class EvaluationExecutor implements AutoCloseable {

    /** The expected cost of an evaluation. */
    public enum Cost {
        /** An assessment, a validation, one item of a batch: milliseconds. */
        LIGHT,
        /** Flips, sensitivities, comparisons, explorations, briefings: up to seconds. */
        HEAVY
    }

    /** Number of lost threads at which the process ends. */
    static final int MAX_LOST_THREADS = 3;

    private static final int MAX_RETRY_SECONDS = 5;

    @Getter
    private final EvaluationLimits limits;

    private final Timeouts timeouts;
    private final Runnable termination;
    private final Map<Cost, AdmissionLimit> admission;
    private final Map<Cost, EvaluationQueue> queues;
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
        int threads = limits.maxConcurrency();
        int heavyThreads = limits.maxHeavyConcurrency();
        this.admission = Map.of(
                Cost.LIGHT, new AdmissionLimit(threads, limits.queueCapacity(), nanoTime),
                Cost.HEAVY, new AdmissionLimit(heavyThreads, limits.heavyQueueCapacity(), nanoTime));
        this.queues = Map.of(Cost.LIGHT, new EvaluationQueue(threads), Cost.HEAVY, new EvaluationQueue(heavyThreads));
        IntStream.range(0, threads).forEach(thread -> startThread(queue(Cost.LIGHT)));
        IntStream.range(0, heavyThreads).forEach(thread -> startThread(queue(Cost.HEAVY)));
    }

    /** Whether another request would be rejected now. */
    public boolean isFull(Cost cost) {
        return limit(cost).isFull();
    }

    /**
     * Admits a request, which counts until {@link #release}.
     *
     * @throws ProblemException {@link ProblemType#OVERLOADED} if there is no capacity, or none for this caller
     */
    public void admit(Cost cost, Caller caller) {
        if (limit(cost).tryAcquire(caller)) {
            return;
        }
        throw reject(cost, caller);
    }

    public void release(Cost cost, Caller caller) {
        limit(cost).release(caller);
    }

    /** Admitted requests that have not been released. */
    public int admitted(Cost cost) {
        return limit(cost).admitted();
    }

    /**
     * Counts the rejection of a request, and returns its problem. It is no overload where others are still admitted: beyond the
     * share of the caller, or for guests of a room, who leave some to others.
     */
    public ProblemException reject(Cost cost, Caller caller) {
        rejected.increment();
        if (limit(cost).isShareUsed(caller)) {
            return overloaded("Your share of the service is in use: one caller has at most "
                    + limit(cost).share() + " such requests in progress, and guests of a room leave some to others."
                    + " The request was not processed.");
        }
        if (!caller.guest()) {
            limit(cost).recordRejection();
        }
        return overloaded();
    }

    private AdmissionLimit limit(Cost cost) {
        return Objects.requireNonNull(admission.get(cost));
    }

    private EvaluationQueue queue(Cost cost) {
        return Objects.requireNonNull(queues.get(cost));
    }

    /**
     * Runs an evaluation of an admitted request, or of a batch or job, which have limits of their own, and waits for
     * its result. Must not be called from within an evaluation, which would wait for a thread while holding one. When
     * the caller is interrupted or has disconnected, the evaluation is stopped.
     *
     * @param evaluation must not access the database: it is interrupted at the deadline, and the embedded database
     *     closes when a thread is interrupted that reads or writes
     * @throws ProblemException {@link ProblemType#OVERLOADED} if the queue timeout expires,
     *     {@link ProblemType#EVALUATION_LIMIT} at the deadline, or what the evaluation throws
     * @throws IllegalStateException when the evaluation fails with an error or a checked exception
     */
    public <T> T run(Cost cost, Caller caller, Callable<T> evaluation) {
        EvaluationQueue queue = queue(cost);
        EvaluationTask<T> task = new EvaluationTask<>(caller, evaluation, ended -> complete(ended, queue));
        task.setTimeout(timeouts.schedule(limits.queueTimeout(), () -> onQueueTimeout(task, queue)));
        if (!queue.add(task)) {
            task.cancelTimeout();
            throw overloaded();
        }
        try {
            // A light evaluation ends sooner than it is noticed.
            BooleanSupplier gone = cost == Cost.HEAVY ? caller.disconnected() : () -> false;
            return task.await(gone, () -> withdraw(task, queue));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            withdraw(task, queue);
            ProblemException overload = overloaded();
            task.stop(overload);
            throw overload;
        }
    }

    /** So that it is never run. */
    private static void withdraw(EvaluationTask<?> task, EvaluationQueue queue) {
        if (queue.remove(task)) {
            task.cancelTimeout();
        }
    }

    private void startThread(EvaluationQueue queue) {
        new DaemonThread(() -> processQueue(queue), "evaluation").start();
    }

    private void processQueue(EvaluationQueue queue) {
        try {
            boolean replaced = false;
            while (!replaced) {
                Optional<EvaluationTask<?>> next = queue.next();
                if (next.isEmpty()) {
                    return;
                }
                EvaluationTask<?> task = next.get();
                task.setTimeout(timeouts.schedule(limits.deadline(), () -> onDeadline(task, queue)));
                task.run();
                complete(task, queue);
                // Clears an interrupt that was meant for this evaluation.
                Thread.interrupted();
                replaced = queue.recover(task);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void complete(EvaluationTask<?> task, EvaluationQueue queue) {
        task.cancelTimeout();
        queue.complete(task);
    }

    private void onQueueTimeout(EvaluationTask<?> task, EvaluationQueue queue) {
        if (queue.remove(task)) {
            rejected.increment();
            task.stop(overloaded());
        }
    }

    private void onDeadline(EvaluationTask<?> task, EvaluationQueue queue) {
        timedOut.increment();
        String seconds = Numbers.plain(limits.deadline().toMillis() / 1000.0);
        task.setTimeout(timeouts.schedule(limits.deadline(), () -> onLost(task, queue)));
        task.stop(ProblemException.of(
                ProblemType.EVALUATION_LIMIT, "The evaluation was stopped after " + seconds + " seconds."));
    }

    private void onLost(EvaluationTask<?> task, EvaluationQueue queue) {
        if (!queue.markLost(task)) {
            return;
        }
        startThread(queue);
        if (lost() >= MAX_LOST_THREADS && terminated.compareAndSet(false, true)) {
            termination.run();
        }
    }

    private static ProblemException overloaded() {
        return overloaded("The service is overloaded. The request was not processed.");
    }

    private static ProblemException overloaded(String detail) {
        return ProblemException.withRetryAfter(
                ProblemType.OVERLOADED, detail, ThreadLocalRandom.current().nextInt(1, MAX_RETRY_SECONDS + 1));
    }

    /** Running evaluations, except those on lost threads. */
    public int running() {
        return queues.values().stream().mapToInt(EvaluationQueue::running).sum();
    }

    public int waiting(Cost cost) {
        return queue(cost).waiting();
    }

    /** Requests rejected because of a full queue or a used-up share, and evaluations because of the queue timeout, since the start. */
    public long rejected() {
        return rejected.sum();
    }

    /** Evaluations stopped at the deadline, since the start. */
    public long timedOut() {
        return timedOut.sum();
    }

    /** Threads that cannot be stopped; health is down while there is one. */
    public int lost() {
        return queues.values().stream().mapToInt(EvaluationQueue::lost).sum();
    }

    /** Stops running evaluations and rejects queued and further ones. */
    @Override
    public void close() {
        queues.values().forEach(queue -> queue.close().forEach(task -> task.stop(overloaded())));
    }
}
