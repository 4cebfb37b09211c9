package entente.service.admission;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/**
 * Waiting and running evaluations of one cost. First come, first served, but those of guests of a room wait for others, and
 * one caller, or all guests, never use the last of several threads. {@link AdmissionLimit} bounds its length.
 */
@RequiredArgsConstructor
final class EvaluationQueue {

    private final int threads;
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
            Optional<EvaluationTask<?>> next = Stream.of(false, true)
                    .flatMap(guests ->
                            waiting.stream().filter(task -> task.caller().guest() == guests && mayRun(task.caller())))
                    .findFirst();
            if (next.isPresent()) {
                waiting.remove(next.get());
                running.add(next.get());
                return next;
            }
            wait();
        }
        return Optional.empty();
    }

    private boolean mayRun(Caller caller) {
        long same = running.stream()
                .map(EvaluationTask::caller)
                .filter(other -> caller.guest() ? other.guest() : caller.name().equals(other.name()))
                .count();
        return caller.isService() || threads == 1 || same < threads - 1;
    }

    /** Records the end of an evaluation; without effect if it is recorded already, or its thread counts as lost. */
    synchronized void complete(EvaluationTask<?> task) {
        running.remove(task);
        notifyAll();
    }

    /** Marks the thread of an evaluation as lost; false if it has ended. */
    synchronized boolean markLost(EvaluationTask<?> task) {
        notifyAll();
        return !closed && running.remove(task) && lost.add(task);
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

    synchronized int waiting() {
        return waiting.size();
    }

    synchronized int lost() {
        return lost.size();
    }
}
