package entente.work;

import entente.archive.Job;
import entente.archive.Jobs;
import entente.problem.ProblemType;
import entente.problem.ProblemWriter;
import entente.problem.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one piece of work after another, and keeps hold of the one in hand. */
final class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final Jobs jobs;
    private final Map<String, Task> tasks;
    private volatile boolean closing;
    private volatile Optional<Jobs.Held> inHand = Optional.empty();

    Worker(Jobs jobs, Map<String, Task> tasks) {
        this.jobs = jobs;
        this.tasks = tasks;
    }

    /**
     * Takes the oldest work and does it.
     *
     * @return whether there was any
     */
    boolean once() {
        Optional<Jobs.Held> next = closing ? Optional.empty() : jobs.take();
        inHand = next;
        try {
            next.ifPresent(this::perform);
        } finally {
            inHand = Optional.empty();
        }
        return next.isPresent();
    }

    /** Says that the work in hand is still being done, between two steps that take long. */
    void beat() {
        inHand.ifPresent(jobs::renew);
    }

    /** The next step is not taken; what was in hand is left to others. */
    void close() {
        closing = true;
    }

    private void perform(Jobs.Held held) {
        Task task = tasks.get(held.job().kind());
        try {
            if (task == null) {
                // Taken in by an instance of another version.
                throw Refusal.of(ProblemType.NOT_FOUND, "This kind of work is not known here.");
            }
            String result = task.run(held.request(), steps -> step(held, steps));
            jobs.end(held, Job.State.DONE, result);
        } catch (Stopped stopped) {
            if (closing) {
                jobs.release(held);
            }
        } catch (Exception | StackOverflowError failed) {
            jobs.end(held, Job.State.FAILED, problem(failed));
        }
    }

    private void step(Jobs.Held held, int steps) {
        if (closing || !jobs.progress(held, steps)) {
            throw new Stopped();
        }
    }

    private static String problem(Throwable failed) {
        String instance = "/problems/occurrences/" + UUID.randomUUID();
        if (failed instanceof Refusal refusal) {
            return ProblemWriter.write(refusal, instance);
        }
        LOG.error("Long work failed: {}", instance, failed);
        return ProblemWriter.write(
                Refusal.of(ProblemType.BUG, "The work failed; nothing more of it will come."), instance);
    }
}
