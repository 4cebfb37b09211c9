package entente.service.admission;

import entente.service.admission.EvaluationExecutor.Weight;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Who is at work and who waits. First come, first served, but heavy work never takes the last place where there are
 * several: what is light finds one soon.
 */
final class WaitingQueue {

    /** Stands behind the last evaluation when nobody is let in any more. */
    private static final EvaluationTask<Boolean> END = new EvaluationTask<>(Weight.LIGHT, () -> true);

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

    /** What became of somebody who came. */
    enum Admission {
        STARTED,
        QUEUED,
        REJECTED
    }

    WaitingQueue(EvaluationLimits bounds) {
        this.limits = bounds;
        this.maxHeavyConcurrency = bounds.maxHeavyConcurrency();
    }

    synchronized Admission admit(EvaluationTask<?> task) {
        if (!closed && canStart(task)) {
            start(task);
            return Admission.STARTED;
        }
        boolean isHeavy = task.weight() == Weight.HEAVY;
        if (closed || (isHeavy ? heavyWaiting >= limits.heavyQueueCapacity() : lightWaiting >= limits.queueCapacity())) {
            return Admission.REJECTED;
        }
        waiting.add(task);
        adjustWaiting(task, 1);
        return Admission.QUEUED;
    }

    private boolean canStart(EvaluationTask<?> task) {
        return running.size() < limits.maxConcurrency() && (task.weight() == Weight.LIGHT || heavyRunning < maxHeavyConcurrency);
    }

    private void start(EvaluationTask<?> task) {
        running.add(task);
        heavyRunning += task.weight() == Weight.HEAVY ? 1 : 0;
        started.add(task);
    }

    private void adjustWaiting(EvaluationTask<?> task, int more) {
        lightWaiting += task.weight() == Weight.LIGHT ? more : 0;
        heavyWaiting += task.weight() == Weight.HEAVY ? more : 0;
    }

    /** Whoever has waited longest of those that fit. */
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

    /** Takes somebody out of the waiting line; false when not there any more. */
    synchronized boolean remove(EvaluationTask<?> task) {
        boolean waited = waiting.remove(task);
        adjustWaiting(task, waited ? -1 : 0);
        return waited;
    }

    /** The next to be evaluated, for whom there is a place already; waits until there is one. Empty at the end. */
    Optional<EvaluationTask<?>> next() throws InterruptedException {
        EvaluationTask<?> next = started.take();
        if (next == END) {
            started.add(END);
            return Optional.empty();
        }
        return Optional.of(next);
    }

    /**
     * An evaluation has ended.
     *
     * @return false when its place has been given to another thread meanwhile
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
        heavyRunning -= task.weight() == Weight.HEAVY ? 1 : 0;
        startNext();
    }

    /**
     * Gives up the thread of an evaluation.
     *
     * @return how many are lost now; 0 when this one has ended meanwhile
     */
    synchronized int markLost(EvaluationTask<?> task) {
        if (!running.contains(task)) {
            return 0;
        }
        lost.add(task);
        release(task);
        return lost.size();
    }

    /** Lets nobody in any more, and hands over everybody who is waiting or at work. */
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

    synchronized int waiting(Weight weight) {
        return weight == Weight.LIGHT ? lightWaiting : heavyWaiting;
    }

    synchronized int lost() {
        return lost.size();
    }
}
