package entente.service.jobs;

import entente.service.archive.Content;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Submits jobs, and runs them one after another on one thread, while another renews the lease of the current one. */
public final class JobRunner implements AutoCloseable {

    /** State of the thread that runs the jobs of this instance. */
    public enum WorkerState {
        UP,
        /** The worker or heartbeat thread has ended. */
        DEAD,
        /** A step has lasted ten minutes or more; another instance may take the job over. */
        STUCK
    }

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    /** Duration after which a step, which usually takes seconds, counts as stuck. */
    static final Duration LONGEST_STEP = Duration.ofMinutes(10);

    private final JobTable jobs;
    private final Map<String, JobTask> tasks;
    private final Duration pollInterval;
    private final Duration beat;
    private final LongSupplier nanoTime;
    private final Semaphore wakeUp = new Semaphore(0);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread worker = new Thread(this::processJobs, "jobs");
    private final Thread heartbeat = new Thread(this::beat, "jobs-heartbeat");
    private volatile Optional<JobTable.Held> current = Optional.empty();
    /** When the last step or the last poll was. */
    private volatile long lastStep;

    /**
     * @param tasks by job kind
     * @param look interval of polling for jobs that other instances submitted or released
     */
    public JobRunner(JobTable jobs, Map<String, JobTask> tasks, Duration look) {
        this(jobs, tasks, look, JobTable.LEASE.dividedBy(3), System::nanoTime);
    }

    /**
     * @param beat interval of renewing the lease
     * @param nanos a clock like {@link System#nanoTime}
     */
    JobRunner(JobTable jobs, Map<String, JobTask> tasks, Duration look, Duration beat, LongSupplier nanos) {
        this.jobs = jobs;
        this.tasks = Map.copyOf(tasks);
        this.pollInterval = look;
        this.beat = beat;
        this.nanoTime = nanos;
        this.lastStep = nanos.getAsLong();
        worker.setDaemon(true);
        heartbeat.setDaemon(true);
    }

    public void start() {
        worker.start();
        heartbeat.start();
    }

    public WorkerState state() {
        if (!worker.isAlive() || !heartbeat.isAlive()) {
            return WorkerState.DEAD;
        }
        return stuck() ? WorkerState.STUCK : WorkerState.UP;
    }

    private boolean stuck() {
        return nanoTime.getAsLong() - lastStep > LONGEST_STEP.plus(pollInterval).toNanos();
    }

    /** Prepares a job and submits it. */
    public Job submit(String owner, String kind, Content request, int total) {
        return submit(jobs.prepare(owner, kind, request, total));
    }

    /** Submits a job that is stored. */
    public Job submit(JobTable.Prepared prepared) {
        Job job = jobs.queue(prepared);
        wakeUp.release();
        return job;
    }

    private void processJobs() {
        boolean waiting = false;
        while (!awaitStop(Duration.ZERO)) {
            try {
                boolean worked = runNext();
                if (waiting) {
                    LOG.info("Job processing continues.");
                    waiting = false;
                }
                if (!worked) {
                    wakeUp.tryAcquire(pollInterval.toMillis(), TimeUnit.MILLISECONDS);
                    wakeUp.drainPermits();
                }
            } catch (InterruptedException spurious) {
                // Only close() ends this thread, and it interrupts nothing.
            } catch (Throwable failed) {
                if (!waiting) {
                    LOG.warn("Job processing is suspended: {}", failed.toString());
                    waiting = true;
                }
                awaitStop(pollInterval);
            }
        }
    }

    /**
     * Runs the oldest available job.
     *
     * @return whether there was one
     */
    boolean runNext() {
        lastStep = nanoTime.getAsLong();
        current = closing() ? Optional.empty() : jobs.take();
        try {
            current.ifPresent(this::perform);
            return current.isPresent();
        } finally {
            current = Optional.empty();
        }
    }

    /** A refusal of the archive passes on to the caller: the lease of the job then ends, and it is begun again. */
    private void perform(JobTable.Held held) {
        JobTask task = tasks.get(held.job().kind());
        try {
            if (task == null) {
                // Submitted by an instance of another version.
                throw ProblemType.NOT_FOUND.problem(
                        "This kind of job is not supported by this version of the service.");
            }
            jobs.end(held, Job.State.DONE, run(task, held));
        } catch (JobTask.Cancelled stop) {
            if (closing()) {
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
                    lastStep = nanoTime.getAsLong();
                    if (closing() || !jobs.progress(held, steps)) {
                        throw new JobTask.Cancelled();
                    }
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

    private static String problem(Throwable failed) {
        ProblemException refusal =
                failed instanceof ProblemException thrown ? thrown : ProblemType.BUG.problem("The job failed.");
        return ProblemWriter.write(refusal, ProblemResponses.occurrence(refusal, failed));
    }

    private void beat() {
        while (!awaitStop(beat)) {
            try {
                if (!stuck()) {
                    renewLease();
                }
            } catch (Throwable failed) {
                LOG.warn("The lease of the running job could not be renewed: {}", failed.toString());
            }
        }
    }

    /** During a long step. */
    void renewLease() {
        current.ifPresent(jobs::renew);
    }

    private boolean closing() {
        return stopped.getCount() == 0;
    }

    /** Waits for the stop signal; true if it has come. */
    private boolean awaitStop(Duration patience) {
        try {
            return stopped.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException spurious) {
            return closing();
        }
    }

    /** Stops after the current step; the job is left to other instances or to the next start. */
    @Override
    public void close() {
        stopped.countDown();
        wakeUp.release();
        try {
            // Not interrupted: a thread that writes to the embedded database would close its file.
            worker.join(Duration.ofSeconds(15).toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
