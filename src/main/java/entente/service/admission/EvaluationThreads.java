package entente.service.admission;

import java.util.Optional;

/** The threads on which evaluations run, one for each place. */
public final class EvaluationThreads {

    private final WaitingQueue queue;
    private final Evaluating evaluation;

    /** What is done with a task on a thread of its own. */
    interface Evaluating {
        /** @return whether the thread still has its place */
        boolean evaluate(EvaluationTask<?> task);
    }

    EvaluationThreads(WaitingQueue line, Evaluating evaluating) {
        this.queue = line;
        this.evaluation = evaluating;
    }

    /** Another thread, for a new place or for one whose thread is lost. */
    void start() {
        newDaemonThread(this::processQueue, "evaluation").start();
    }

    private void processQueue() {
        try {
            Optional<EvaluationTask<?>> next = queue.next();
            while (next.isPresent() && evaluation.evaluate(next.get())) {
                next = queue.next();
            }
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }

    /** A thread that does not keep the process alive. */
    public static Thread newDaemonThread(Runnable job, String name) {
        Thread thread = new Thread(job, "entente-" + name);
        thread.setDaemon(true);
        return thread;
    }
}
