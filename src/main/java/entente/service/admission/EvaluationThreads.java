package entente.service.admission;

import java.util.Optional;

/** The threads on which evaluations run, one for each place. */
public final class EvaluationThreads {

    private final WaitingQueue line;
    private final Evaluating evaluating;

    /** What is done with a task on a thread of its own. */
    interface Evaluating {
        /** @return whether the thread still has its place */
        boolean evaluate(EvaluationTask<?> task);
    }

    EvaluationThreads(WaitingQueue line, Evaluating evaluating) {
        this.line = line;
        this.evaluating = evaluating;
    }

    /** Another thread, for a new place or for one whose thread is lost. */
    void open() {
        thread(this::work, "evaluation").start();
    }

    private void work() {
        try {
            Optional<EvaluationTask<?>> next = line.next();
            while (next.isPresent() && evaluating.evaluate(next.get())) {
                next = line.next();
            }
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }

    /** A thread that does not keep the process alive. */
    public static Thread thread(Runnable job, String name) {
        Thread thread = new Thread(job, "entente-" + name);
        thread.setDaemon(true);
        return thread;
    }
}
