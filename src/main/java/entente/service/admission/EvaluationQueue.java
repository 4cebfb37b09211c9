package entente.service.admission;

import entente.service.admission.EvaluationExecutor.Cost;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;

/**
 * Waiting and running evaluations. First come, first served, but where there are several threads, heavy evaluations
 * never use the last one, so that light ones start soon. {@link AdmissionLimit} bounds its length.
 */
@RequiredArgsConstructor
final class EvaluationQueue {

    private final int maxHeavyConcurrency;
    private final Set<EvaluationTask<?>> waiting = new LinkedHashSet<>();
    private final Set<EvaluationTask<?>> running = new HashSet<>();
    private final Set<EvaluationTask<?>> lost = new HashSet<>();
    private boolean closed;

    /** Appends a task; false after the queue is closed. */
    synchronized boolean add(EvaluationTask<?> task) {
        notifyAll();
        return !closed && waiting.add(task);
    }

    /** Removes a waiting task; false if it is no longer waiting. */
    synchronized boolean remove(EvaluationTask<?> task) {
        return waiting.remove(task);
    }

    /** Waits for the next task to run. Empty after the queue is closed. */
    synchronized Optional<EvaluationTask<?>> next() throws InterruptedException {
        while (!closed) {
            boolean heavyAllowed = count(running, Cost.HEAVY) < maxHeavyConcurrency;
            for (EvaluationTask<?> task : waiting) {
                if (heavyAllowed || task.cost() == Cost.LIGHT) {
                    waiting.remove(task);
                    running.add(task);
                    return Optional.of(task);
                }
            }
            wait();
        }
        return Optional.empty();
    }

    /** Records the end of an evaluation; without effect if it is recorded already, or its thread counts as lost. */
    synchronized void complete(EvaluationTask<?> task) {
        running.remove(task);
    }

    /** Marks the thread of an evaluation as lost; returns the number of lost threads, 0 if it has ended. */
    synchronized int markLost(EvaluationTask<?> task) {
        return !closed && running.remove(task) && lost.add(task) ? lost.size() : 0;
    }

    /** Whether the thread of this evaluation was lost, and replaced. It is no longer lost then. */
    synchronized boolean recover(EvaluationTask<?> task) {
        return lost.remove(task);
    }

    /** Refuses further tasks, and returns those waiting or running. */
    synchronized Set<EvaluationTask<?>> close() {
        closed = true;
        Set<EvaluationTask<?>> all = new HashSet<>(running);
        all.addAll(waiting);
        waiting.clear();
        notifyAll();
        return all;
    }

    synchronized int running() {
        return running.size();
    }

    synchronized int waiting(Cost cost) {
        return count(waiting, cost);
    }

    synchronized int lost() {
        return lost.size();
    }

    private static int count(Collection<EvaluationTask<?>> tasks, Cost cost) {
        return (int) tasks.stream().filter(task -> task.cost() == cost).count();
    }
}
