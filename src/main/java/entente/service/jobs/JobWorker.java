package entente.service.jobs;

import entente.service.archive.Job;
import entente.service.archive.JobTable;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.problem.ProblemWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one piece of work after another, and keeps hold of the one in hand. */
final class JobWorker {

    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);

    private final JobTable jobs;
    private final Map<String, JobTask> tasks;
    private volatile boolean closing;
    private volatile Optional<JobTable.Held> current = Optional.empty();
    private final LongSupplier nanoTime;
    private volatile long lastStep;

    /**
     * @param nanos a clock of which only differences count, as {@link System#nanoTime}
     */
    JobWorker(JobTable jobs, Map<String, JobTask> tasks, LongSupplier nanos) {
        this.jobs = jobs;
        this.tasks = tasks;
        this.nanoTime = nanos;
        this.lastStep = nanos.getAsLong();
    }

    /**
     * Takes the oldest work and does it.
     *
     * @return whether there was any
     */
    boolean runNext() {
        lastStep = nanoTime.getAsLong();
        Optional<JobTable.Held> next = closing ? Optional.empty() : jobs.take();
        current = next;
        try {
            next.ifPresent(this::perform);
        } finally {
            current = Optional.empty();
        }
        return next.isPresent();
    }

    /** How long the step in hand has been going on; the time since the last look for work where there is none. */
    Duration sinceLastStep() {
        return Duration.ofNanos(nanoTime.getAsLong() - lastStep);
    }

    /** Says that the work in hand is still being done, between two steps that take long. */
    void renewLease() {
        current.ifPresent(jobs::renew);
    }

    /** The next step is not taken; what was in hand is left to others. */
    void close() {
        closing = true;
    }

    private void perform(JobTable.Held held) {
        JobTask task = tasks.get(held.job().kind());
        try {
            if (task == null) {
                // Taken in by an instance of another version.
                throw ProblemException.of(ProblemType.NOT_FOUND, "This kind of work is not known here.");
            }
            String result = run(task, held);
            jobs.end(held, Job.State.DONE, result);
        } catch (JobCancelledException stopped) {
            if (closing) {
                jobs.release(held);
            }
        } catch (Throwable failed) {
            // Errors included: what was too much for one job must not end the thread that all the others need.
            jobs.end(held, Job.State.FAILED, problem(failed));
        }
    }

    private String run(JobTask task, JobTable.Held held) throws Exception {
        try {
            return task.run(held.request(), steps -> step(held, steps));
        } finally {
            // An interrupt that the task left behind would close the embedded database at the next write.
            Thread.interrupted();
        }
    }

    private void step(JobTable.Held held, int steps) {
        lastStep = nanoTime.getAsLong();
        if (closing || !jobs.progress(held, steps)) {
            throw new JobCancelledException();
        }
    }

    private static String problem(Throwable failed) {
        String instance = "/problems/occurrences/" + UUID.randomUUID();
        if (failed instanceof ProblemException refusal) {
            return ProblemWriter.write(refusal, instance);
        }
        LOG.error("Long work failed: {}", instance, failed);
        return ProblemWriter.write(
                ProblemException.of(ProblemType.BUG, "The work failed; nothing more of it will come."), instance);
    }
}
