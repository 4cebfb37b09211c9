package entente.service.admission;

import java.util.Optional;

/** The threads on which evaluations run. */
public final class EvaluationThreads {

    private final WaitingQueue queue;
    private final Evaluating evaluation;

    /** Runs a task on the current thread. */
    interface Evaluating {
        /** @return whether the thread continues; false if it was replaced */
        boolean evaluate(EvaluationTask<?> task);
    }

    EvaluationThreads(WaitingQueue line, Evaluating evaluating) {
        this.queue = line;
        this.evaluation = evaluating;
    }

    /** Starts another thread, initially or to replace a lost one. */
    void start() {
        newDaemonThread(this::processQueue, "evaluation").start();
    }

    private void processQueue() {
        try {
            Optional<EvaluationTask<?>> next = queue.next();
            while (next.isPresent() && evaluation.evaluate(next.get())) {
                next = queue.next();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A daemon thread. */
    public static Thread newDaemonThread(Runnable job, String name) {
        Thread thread = new Thread(job, "entente-" + name);
        thread.setDaemon(true);
        return thread;
    }
}
