package entente.service.jobs;

import entente.service.archive.Content;
import entente.service.archive.Job;
import entente.service.archive.JobTable;
import entente.service.problem.ProblemException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Submits jobs, and runs them on one thread. */
public final class JobRunner implements AutoCloseable {

    /** State of the thread that runs the jobs of this instance. */
    public enum WorkerState {
        UP,
        /** The worker or heartbeat thread has ended. The heartbeat replaces the worker within ten seconds. */
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
    private final ThreadFactory threads;
    private final JobWorker worker;
    private final Semaphore wakeUp = new Semaphore(0);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicInteger restarts = new AtomicInteger();
    private final Thread heartbeat = new Thread(this::beat, "jobs-heartbeat");
    private volatile Thread thread;

    /**
     * @param tasks by job kind
     * @param look interval of polling for jobs that other instances submitted or released
     */
    public JobRunner(JobTable jobs, Map<String, JobTask> tasks, Duration look) {
        this(jobs, tasks, look, JobTable.LEASE.dividedBy(3), System::nanoTime, Thread::new);
    }

    /** @param beat interval of renewing the lease and checking the worker thread */
    JobRunner(
            JobTable jobs,
            Map<String, JobTask> tasks,
            Duration look,
            Duration beat,
            LongSupplier nanos,
            ThreadFactory threads) {
        this.jobs = jobs;
        this.tasks = Map.copyOf(tasks);
        this.pollInterval = look;
        this.beat = beat;
        this.threads = threads;
        this.worker = new JobWorker(jobs, this.tasks, nanos);
        this.thread = newThread();
        heartbeat.setDaemon(true);
    }

    private Thread newThread() {
        Thread fresh = threads.newThread(this::processJobs);
        fresh.setName("jobs");
        fresh.setDaemon(true);
        return fresh;
    }

    public void start() {
        thread.start();
        heartbeat.start();
    }

    /** The state that health reports. */
    public WorkerState state() {
        if (!thread.isAlive() || !heartbeat.isAlive()) {
            return WorkerState.DEAD;
        }
        return stuck() ? WorkerState.STUCK : WorkerState.UP;
    }

    public int restarts() {
        return restarts.get();
    }

    private boolean stuck() {
        return worker.sinceLastStep().compareTo(LONGEST_STEP.plus(pollInterval)) > 0;
    }

    /**
     * Submits a job. It is stored when this returns.
     *
     * @param kind one of the tasks
     * @param total steps, at least 1
     * @throws ProblemException 429 if the owner has too many open jobs
     */
    public Job submit(String owner, String kind, Content request, int total) {
        return submit(prepare(owner, kind, request, total));
    }

    /** As {@link #submit(String, String, Content, int)}, up to {@link #submit(JobTable.Prepared)}. */
    public JobTable.Prepared prepare(String owner, String kind, Content request, int total) {
        if (!tasks.containsKey(kind)) {
            throw new IllegalArgumentException("unknown job kind: " + kind);
        }
        return jobs.prepare(owner, kind, request, total);
    }

    /** Submits a job whose request is stored. */
    public Job submit(JobTable.Prepared prepared) {
        Job job = jobs.queue(prepared);
        wakeUp.release();
        return job;
    }

    private void processJobs() {
        boolean waiting = false;
        while (!awaitStop(Duration.ZERO)) {
            try {
                boolean worked = worker.runNext();
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

    private void beat() {
        while (!awaitStop(beat)) {
            try {
                restartIfDead();
                if (!stuck()) {
                    worker.renewLease();
                }
            } catch (Throwable failed) {
                LOG.warn("The lease of the running job could not be renewed: {}", failed.toString());
            }
        }
    }

    /** Replaces the worker thread if it has ended, for example by an error while logging an error. */
    private void restartIfDead() {
        if (!thread.isAlive()) {
            Thread fresh = newThread();
            fresh.start();
            thread = fresh;
            restarts.incrementAndGet();
            LOG.error("The job worker thread had ended and was restarted.");
        }
    }

    /** Waits for the stop signal; true if it has come. */
    private boolean awaitStop(Duration patience) {
        try {
            return stopped.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException spurious) {
            return stopped.getCount() == 0;
        }
    }

    /** Stops after the current step; the job is left to other instances or to the next start. */
    @Override
    public void close() {
        worker.close();
        stopped.countDown();
        wakeUp.release();
        try {
            // Not interrupted: a thread that writes to the embedded database would close its file.
            thread.join(Duration.ofSeconds(15).toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
