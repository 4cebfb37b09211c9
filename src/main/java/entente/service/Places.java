package entente.service;

import java.util.Optional;

/** The threads on which evaluations run, one for each place. */
final class Places {

    private final Line line;
    private final Evaluating evaluating;

    /** What is done with a task on a thread of its own. */
    interface Evaluating {
        /** @return whether the thread still has its place */
        boolean evaluate(Task<?> task);
    }

    Places(Line line, Evaluating evaluating) {
        this.line = line;
        this.evaluating = evaluating;
    }

    /** Another thread, for a new place or for one whose thread is lost. */
    void open() {
        thread(this::work, "evaluation").start();
    }

    private void work() {
        try {
            Optional<Task<?>> next = line.next();
            while (next.isPresent() && evaluating.evaluate(next.get())) {
                next = line.next();
            }
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }

    /** A thread that does not keep the process alive. */
    static Thread thread(Runnable job, String name) {
        Thread thread = new Thread(job, "entente-" + name);
        thread.setDaemon(true);
        return thread;
    }
}
