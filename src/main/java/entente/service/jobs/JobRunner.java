package entente.service.jobs;

import entente.service.archive.Content;
import entente.service.archive.Job;
import entente.service.archive.JobTable;
import entente.service.problem.ProblemException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where long work is taken in, asked after and cancelled; one thread does it, below what people wait for. */
public final class JobRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    /** A step takes seconds; one that takes this long does not end. */
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
    private final Thread heartbeat = new Thread(this::beat, "long-work-heart");
    private volatile Thread thread;

    /**
     * @param tasks by the kinds of work that they do
     * @param look how often to look for work that other instances took in or left
     */
    public JobRunner(JobTable jobs, Map<String, JobTask> tasks, Duration look) {
        this(jobs, tasks, look, JobTable.LEASE.dividedBy(3), System::nanoTime, Thread::new);
    }

    /**
     * @param beat how often to renew the hold on the job in hand, and to see whether the worker's thread is alive
     */
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
        fresh.setName("long-work");
        fresh.setDaemon(true);
        return fresh;
    }

    /** Begins to work. */
    public void start() {
        thread.start();
        heartbeat.start();
    }

    /** Whether jobs are being done, as the health of the service tells it. */
    public WorkerState state() {
        if (!thread.isAlive() || !heartbeat.isAlive()) {
            return WorkerState.DEAD;
        }
        return stuck() ? WorkerState.STUCK : WorkerState.UP;
    }

    /** How often the worker's thread had to be replaced, since the start. */
    public int restarts() {
        return restarts.get();
    }

    private boolean stuck() {
        return worker.sinceLastStep().compareTo(LONGEST_STEP.plus(pollInterval)) > 0;
    }

    /**
     * Takes work in. It is in the archive when this returns.
     *
     * @param kind one of the tasks
     * @param total steps, at least 1
     * @throws ProblemException 429 when the owner has too much work in hand
     */
    public Job submit(String owner, String kind, Content request, int total) {
        if (!tasks.containsKey(kind)) {
            throw new IllegalArgumentException("no such kind of work: " + kind);
        }
        Job job = jobs.add(owner, kind, request, total);
        wakeUp.release();
        return job;
    }

    /** Work of this owner, whichever instance does it. */
    public Optional<Job> find(UUID id, String owner) {
        return jobs.find(id, owner);
    }

    /**
     * Cancels work; what it has kept until then stays kept.
     *
     * @throws ProblemException 409 when it has ended
     */
    public Optional<Job> cancel(UUID id, String owner) {
        return jobs.cancel(id, owner);
    }

    private void processJobs() {
        boolean waiting = false;
        while (!awaitStop(Duration.ZERO)) {
            try {
                boolean worked = worker.runNext();
                if (waiting) {
                    LOG.info("Long work goes on.");
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
                    LOG.warn("Long work waits: {}", failed.toString());
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
                LOG.warn("Long work could not renew its hold: {}", failed.toString());
            }
        }
    }

    /** A new thread where the worker's has ended all the same, such as by an error while an error was being logged. */
    private void restartIfDead() {
        if (!thread.isAlive()) {
            Thread fresh = newThread();
            fresh.start();
            thread = fresh;
            restarts.incrementAndGet();
            LOG.error("The thread that does long work had ended; another one was started.");
        }
    }

    /** Whether the end has come, waiting for it so long. */
    private boolean awaitStop(Duration patience) {
        try {
            return stopped.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException spurious) {
            return stopped.getCount() == 0;
        }
    }

    /** Ends after the step in hand; the work is left to other instances or to the next start. */
    @Override
    public void close() {
        worker.close();
        stopped.countDown();
        wakeUp.release();
        try {
            // Not interrupted: a thread that writes to the embedded database would close its file.
            thread.join(Duration.ofSeconds(15).toMillis());
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }
}
