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

    private final EvaluationLimits bounds;
    private final int heavyPlaces;
    private final BlockingQueue<EvaluationTask<?>> started = new LinkedBlockingQueue<>();
    private final Deque<EvaluationTask<?>> waiting = new ArrayDeque<>();
    private final Set<EvaluationTask<?>> running = new HashSet<>();
    private final Set<EvaluationTask<?>> lost = new HashSet<>();
    private int light;
    private int heavy;
    private int heavyRunning;
    private boolean closed;

    /** What became of somebody who came. */
    enum Admission {
        STARTED,
        WAITS,
        REFUSED
    }

    WaitingQueue(EvaluationLimits bounds) {
        this.bounds = bounds;
        this.heavyPlaces = bounds.heavyPlaces();
    }

    synchronized Admission admit(EvaluationTask<?> task) {
        if (!closed && fits(task)) {
            start(task);
            return Admission.STARTED;
        }
        boolean isHeavy = task.weight() == Weight.HEAVY;
        if (closed || (isHeavy ? heavy >= bounds.heavyLine() : light >= bounds.line())) {
            return Admission.REFUSED;
        }
        waiting.add(task);
        count(task, 1);
        return Admission.WAITS;
    }

    private boolean fits(EvaluationTask<?> task) {
        return running.size() < bounds.places() && (task.weight() == Weight.LIGHT || heavyRunning < heavyPlaces);
    }

    private void start(EvaluationTask<?> task) {
        running.add(task);
        heavyRunning += task.weight() == Weight.HEAVY ? 1 : 0;
        started.add(task);
    }

    private void count(EvaluationTask<?> task, int more) {
        light += task.weight() == Weight.LIGHT ? more : 0;
        heavy += task.weight() == Weight.HEAVY ? more : 0;
    }

    /** Whoever has waited longest of those that fit. */
    private void startNext() {
        for (Iterator<EvaluationTask<?>> line = waiting.iterator();
                line.hasNext() && running.size() < bounds.places(); ) {
            EvaluationTask<?> next = line.next();
            if (fits(next)) {
                line.remove();
                count(next, -1);
                start(next);
            }
        }
    }

    /** Takes somebody out of the waiting line; false when not there any more. */
    synchronized boolean withdraw(EvaluationTask<?> task) {
        boolean waited = waiting.remove(task);
        count(task, waited ? -1 : 0);
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
    synchronized boolean leave(EvaluationTask<?> task) {
        if (lost.remove(task)) {
            return false;
        }
        free(task);
        return true;
    }

    private void free(EvaluationTask<?> task) {
        running.remove(task);
        heavyRunning -= task.weight() == Weight.HEAVY ? 1 : 0;
        startNext();
    }

    /**
     * Gives up the thread of an evaluation.
     *
     * @return how many are lost now; 0 when this one has ended meanwhile
     */
    synchronized int lose(EvaluationTask<?> task) {
        if (!running.contains(task)) {
            return 0;
        }
        lost.add(task);
        free(task);
        return lost.size();
    }

    /** Lets nobody in any more, and hands over everybody who is waiting or at work. */
    synchronized Set<EvaluationTask<?>> close() {
        closed = true;
        Set<EvaluationTask<?>> all = new HashSet<>(running);
        all.addAll(waiting);
        waiting.clear();
        light = 0;
        heavy = 0;
        started.add(END);
        return all;
    }

    synchronized int running() {
        return running.size();
    }

    synchronized int waiting(Weight weight) {
        return weight == Weight.LIGHT ? light : heavy;
    }

    synchronized int lost() {
        return lost.size();
    }
}
