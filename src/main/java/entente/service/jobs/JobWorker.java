package entente.service.jobs;

import entente.service.archive.Job;
import entente.service.archive.JobTable;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemResponses;
import entente.service.problem.ProblemType;
import entente.service.problem.ProblemWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one job after another and renews the lease of the current one. */
final class JobWorker {

    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);

    private final JobTable jobs;
    private final Map<String, JobTask> tasks;
    private volatile boolean closing;
    private volatile Optional<JobTable.Held> current = Optional.empty();
    private final LongSupplier nanoTime;
    private volatile long lastStep;

    /** @param nanos a clock like {@link System#nanoTime} */
    JobWorker(JobTable jobs, Map<String, JobTask> tasks, LongSupplier nanos) {
        this.jobs = jobs;
        this.tasks = tasks;
        this.nanoTime = nanos;
        this.lastStep = nanos.getAsLong();
    }

    /**
     * Runs the oldest available job.
     *
     * @return whether there was one
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

    /** Time since the last step or the last poll. */
    Duration sinceLastStep() {
        return Duration.ofNanos(nanoTime.getAsLong() - lastStep);
    }

    /** Renews the lease of the current job during a long step. */
    void renewLease() {
        current.ifPresent(jobs::renew);
    }

    /** Stops before the next step; the current job is released. */
    void close() {
        closing = true;
    }

    /** A refusal of the archive passes on to the caller: the lease of the job then ends, and it is begun again. */
    private void perform(JobTable.Held held) {
        JobTask task = tasks.get(held.job().kind());
        try {
            if (task == null) {
                // Submitted by an instance of another version.
                throw ProblemException.of(
                        ProblemType.NOT_FOUND, "This kind of job is not supported by this version of the service.");
            }
            jobs.end(held, Job.State.DONE, run(task, held));
        } catch (JobTask.Cancelled stopped) {
            if (closing) {
                jobs.release(held);
            }
        } catch (Throwable failed) {
            // Includes errors: one job must not end the worker thread.
            if (isTemporary(failed) && !held.isLastAttempt()) {
                LOG.warn("The job {} is tried again later: {}", held.job().id(), failed.toString());
                jobs.retryLater(held);
            } else {
                jobs.end(held, Job.State.FAILED, problem(failed));
            }
        }
    }

    /** Whether the cause is a state of the service, its database or its files. */
    private static boolean isTemporary(Throwable failed) {
        return failed instanceof ProblemException refusal
                ? refusal.type().isTemporary()
                : failed instanceof IOException || failed instanceof UncheckedIOException;
    }

    private String run(JobTask task, JobTable.Held held) throws Exception {
        try {
            return task.run(held.request(), new JobTask.Progress() {

                @Override
                public void done(int steps) {
                    step(held, steps);
                }

                @Override
                public boolean isLastAttempt() {
                    return held.isLastAttempt();
                }
            });
        } finally {
            // A remaining interrupt would close the embedded database at the next write.
            Thread.interrupted();
        }
    }

    private void step(JobTable.Held held, int steps) {
        lastStep = nanoTime.getAsLong();
        if (closing || !jobs.progress(held, steps)) {
            throw new JobTask.Cancelled();
        }
    }

    private static String problem(Throwable failed) {
        ProblemException refusal = failed instanceof ProblemException thrown
                ? thrown
                : ProblemException.of(ProblemType.BUG, "The job failed.");
        return ProblemWriter.write(refusal, ProblemResponses.occurrence(refusal, failed));
    }
}
