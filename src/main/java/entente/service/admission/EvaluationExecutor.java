package entente.service.admission;

import entente.model.Numbers;
import entente.service.admission.WaitingQueue.Admission;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/**
 * Evaluations on places of their own: a few at a time, a few more in line, none beyond its deadline. Whoever comes to a
 * full line is told so at once. An evaluation that cannot be stopped costs its thread, which another replaces; when
 * three are lost at a time, the process is past mending and ends.
 */
public final class EvaluationExecutor implements AutoCloseable {

    /** How much an evaluation asks for. */
    public enum Weight {
        /** An assessment, a validation, one item of a batch: milliseconds. */
        LIGHT,
        /** Flips, sensitivities, comparisons: up to seconds. */
        HEAVY
    }

    /** So many lost threads are the end. */
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
     * Evaluations by the clock of the machine.
     *
     * @param lastResort ends the process; called once, when {@value #MAX_LOST_THREADS} threads are lost
     */
    public EvaluationExecutor(EvaluationLimits bounds, Runnable lastResort) {
        this(bounds, Timeouts.system(), lastResort);
    }

    EvaluationExecutor(EvaluationLimits bounds, Timeouts alarms, Runnable lastResort) {
        this.limits = bounds;
        this.timeouts = alarms;
        this.termination = lastResort;
        this.queue = new WaitingQueue(bounds);
        this.threads = new EvaluationThreads(queue, this::evaluate);
        for (int place = 0; place < bounds.maxConcurrency(); place++) {
            threads.start();
        }
    }

    /**
     * Runs an evaluation on a place of its own and waits for its result. Not to be called from within an evaluation,
     * which would wait for a place while holding one. When the caller is interrupted, the evaluation is stopped.
     *
     * @param evaluation reckons, and touches no database: it is interrupted at the deadline, and the embedded database
     *     closes itself when a thread is interrupted that reads or writes
     * @throws ProblemException {@link ProblemType#OVERLOADED} when the line is full or too slow,
     *     {@link ProblemType#EVALUATION_LIMIT} at the deadline, or whatever the evaluation refuses
     * @throws IllegalStateException when the evaluation breaks with an error or a checked exception
     */
    public <T> T run(Weight weight, Callable<T> evaluation) {
        EvaluationTask<T> task = new EvaluationTask<>(weight, evaluation);
        Admission admission = queue.admit(task);
        if (admission == Admission.REJECTED) {
            throw reject();
        }
        if (admission == Admission.STARTED) {
            return await(task);
        }
        Timeouts.Alarm impatience = timeouts.schedule(limits.queueTimeout(), () -> {
            if (queue.remove(task)) {
                task.stop(reject());
            }
        });
        try {
            return await(task);
        } finally {
            impatience.cancel();
        }
    }

    private <T> T await(EvaluationTask<T> task) {
        try {
            return task.await();
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            ProblemException gone = overloaded();
            queue.remove(task);
            task.stop(gone);
            throw gone;
        } catch (ExecutionException broken) {
            if (broken.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException("an evaluation broke", broken.getCause());
        }
    }

    private boolean evaluate(EvaluationTask<?> task) {
        AtomicBoolean placed = new AtomicBoolean();
        task.run(() -> timeouts.schedule(limits.deadline(), () -> onDeadline(task)), () -> placed.set(queue.complete(task)));
        return placed.get();
    }

    private void onDeadline(EvaluationTask<?> task) {
        timedOut.increment();
        String seconds = Numbers.plain(limits.deadline().toMillis() / 1000.0);
        task.stop(ProblemException.of(
                ProblemType.EVALUATION_LIMIT, "The evaluation was given up after " + seconds + " seconds."));
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
                "The service has as much to evaluate as it can. Nothing was done.",
                ThreadLocalRandom.current().nextInt(1, MAX_RETRY_SECONDS + 1));
    }

    /** Evaluations at work now, those on lost threads left out. */
    public int running() {
        return queue.running();
    }

    /** Evaluations that wait for a place now. */
    public int waiting(Weight weight) {
        return queue.waiting(weight);
    }

    /** How many were sent away because of a full or slow line, since the start. */
    public long rejected() {
        return rejected.sum();
    }

    /** How many were given up at the deadline, since the start. */
    public long timedOut() {
        return timedOut.sum();
    }

    /** Threads that run on now and cannot be stopped; while there is one, the service is not well. */
    public int lost() {
        return queue.lost();
    }

    public EvaluationLimits limits() {
        return limits;
    }

    /** Stops what is at work and sends away who waits or still comes. */
    @Override
    public void close() {
        queue.close().forEach(task -> task.stop(overloaded()));
        timeouts.close();
    }
}
