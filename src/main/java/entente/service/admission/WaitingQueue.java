package entente.service.admission;

import entente.service.admission.EvaluationExecutor.Cost;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Running and queued evaluations. First come, first served, but where there are several threads, heavy evaluations
 * never use the last one, so that light ones start soon.
 */
final class WaitingQueue {

    /** Marks the end of the queue after it is closed. */
    private static final EvaluationTask<Boolean> END = new EvaluationTask<>(Cost.LIGHT, () -> true);

    private final EvaluationLimits limits;
    private final int maxHeavyConcurrency;
    private final BlockingQueue<EvaluationTask<?>> started = new LinkedBlockingQueue<>();
    private final Deque<EvaluationTask<?>> waiting = new ArrayDeque<>();
    private final Set<EvaluationTask<?>> running = new HashSet<>();
    private final Set<EvaluationTask<?>> lost = new HashSet<>();
    private int lightWaiting;
    private int heavyWaiting;
    private int heavyRunning;
    private boolean closed;

    /** The result of submitting a task. */
    enum Decision {
        STARTED,
        QUEUED,
        REJECTED
    }

    WaitingQueue(EvaluationLimits limits) {
        this.limits = limits;
        this.maxHeavyConcurrency = limits.maxHeavyConcurrency();
    }

    synchronized Decision admit(EvaluationTask<?> task) {
        if (!closed && canStart(task)) {
            start(task);
            return Decision.STARTED;
        }
        boolean isHeavy = task.cost() == Cost.HEAVY;
        if (closed
                || (isHeavy ? heavyWaiting >= limits.heavyQueueCapacity() : lightWaiting >= limits.queueCapacity())) {
            return Decision.REJECTED;
        }
        waiting.add(task);
        adjustWaiting(task, 1);
        return Decision.QUEUED;
    }

    private boolean canStart(EvaluationTask<?> task) {
        return running.size() < limits.maxConcurrency()
                && (task.cost() == Cost.LIGHT || heavyRunning < maxHeavyConcurrency);
    }

    private void start(EvaluationTask<?> task) {
        running.add(task);
        heavyRunning += task.cost() == Cost.HEAVY ? 1 : 0;
        started.add(task);
    }

    private void adjustWaiting(EvaluationTask<?> task, int more) {
        lightWaiting += task.cost() == Cost.LIGHT ? more : 0;
        heavyWaiting += task.cost() == Cost.HEAVY ? more : 0;
    }

    /** Starts the tasks that can run now, in order. */
    private void startNext() {
        for (Iterator<EvaluationTask<?>> line = waiting.iterator();
                line.hasNext() && running.size() < limits.maxConcurrency(); ) {
            EvaluationTask<?> next = line.next();
            if (canStart(next)) {
                line.remove();
                adjustWaiting(next, -1);
                start(next);
            }
        }
    }

    /** Removes a queued task; false if it is no longer queued. */
    synchronized boolean remove(EvaluationTask<?> task) {
        boolean waited = waiting.remove(task);
        adjustWaiting(task, waited ? -1 : 0);
        return waited;
    }

    /** Waits for the next task to run. Empty after the queue is closed. */
    Optional<EvaluationTask<?>> next() throws InterruptedException {
        EvaluationTask<?> next = started.take();
        if (next == END) {
            started.add(END);
            return Optional.empty();
        }
        return Optional.of(next);
    }

    /**
     * Records the end of an evaluation.
     *
     * @return false if its thread has been replaced
     */
    synchronized boolean complete(EvaluationTask<?> task) {
        if (lost.remove(task)) {
            return false;
        }
        release(task);
        return true;
    }

    private void release(EvaluationTask<?> task) {
        running.remove(task);
        heavyRunning -= task.cost() == Cost.HEAVY ? 1 : 0;
        startNext();
    }

    /**
     * Marks the thread of an evaluation as lost.
     *
     * @return number of lost threads; 0 if this evaluation has ended
     */
    synchronized int markLost(EvaluationTask<?> task) {
        if (!running.contains(task)) {
            return 0;
        }
        lost.add(task);
        release(task);
        return lost.size();
    }

    /** Rejects further tasks, and returns those queued or running. */
    synchronized Set<EvaluationTask<?>> close() {
        closed = true;
        Set<EvaluationTask<?>> all = new HashSet<>(running);
        all.addAll(waiting);
        waiting.clear();
        lightWaiting = 0;
        heavyWaiting = 0;
        started.add(END);
        return all;
    }

    synchronized int running() {
        return running.size();
    }

    synchronized int waiting(Cost cost) {
        return cost == Cost.LIGHT ? lightWaiting : heavyWaiting;
    }

    synchronized int lost() {
        return lost.size();
    }
}
