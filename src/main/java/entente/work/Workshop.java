package entente.work;

import entente.archive.Job;
import entente.archive.Jobs;
import entente.problem.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where long work is taken in, asked after and cancelled; one thread does it, below what people wait for. */
public final class Workshop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Workshop.class);

    private final Jobs jobs;
    private final Map<String, Task> tasks;
    private final Duration look;
    private final Worker worker;
    private final Semaphore bell = new Semaphore(0);
    private final Semaphore end = new Semaphore(0);
    private final Thread thread = new Thread(this::work, "long-work");
    private final Thread heart = new Thread(this::beat, "long-work-heart");

    /**
     * @param tasks by the kinds of work that they do
     * @param look how often to look for work that other instances took in or left
     */
    public Workshop(Jobs jobs, Map<String, Task> tasks, Duration look) {
        this.jobs = jobs;
        this.tasks = Map.copyOf(tasks);
        this.look = look;
        this.worker = new Worker(jobs, this.tasks);
        thread.setDaemon(true);
        heart.setDaemon(true);
    }

    /** Begins to work. */
    public void start() {
        thread.start();
        heart.start();
    }

    /**
     * Takes work in. It is in the archive when this returns.
     *
     * @param kind one of the tasks
     * @param total steps, at least 1
     * @throws Refusal 429 when the owner has too much work in hand
     */
    public Job submit(String owner, String kind, byte[] request, int total) {
        if (!tasks.containsKey(kind)) {
            throw new IllegalArgumentException("no such kind of work: " + kind);
        }
        Job job = jobs.add(owner, kind, request, total);
        bell.release();
        return job;
    }

    /** Work of this owner, whichever instance does it. */
    public Optional<Job> find(UUID id, String owner) {
        return jobs.find(id, owner);
    }

    /**
     * Cancels work; what it has kept until then stays kept.
     *
     * @throws Refusal 409 when it has ended
     */
    public Optional<Job> cancel(UUID id, String owner) {
        return jobs.cancel(id, owner);
    }

    private void work() {
        boolean waiting = false;
        while (!ended(Duration.ZERO)) {
            try {
                boolean worked = worker.once();
                if (waiting) {
                    LOG.info("Long work goes on.");
                    waiting = false;
                }
                if (!worked) {
                    bell.tryAcquire(look.toMillis(), TimeUnit.MILLISECONDS);
                    bell.drainPermits();
                }
            } catch (InterruptedException told) {
                return;
            } catch (RuntimeException away) {
                if (!waiting) {
                    LOG.warn("Long work waits: {}", away.getMessage());
                    waiting = true;
                }
                ended(look);
            }
        }
    }

    private void beat() {
        while (!ended(Jobs.LEASE.dividedBy(3))) {
            try {
                worker.beat();
            } catch (RuntimeException away) {
                LOG.warn("Long work could not renew its hold: {}", away.getMessage());
            }
        }
    }

    /** Whether the end has come, waiting for it so long. */
    private boolean ended(Duration patience) {
        try {
            if (end.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                end.release();
                return true;
            }
            return false;
        } catch (InterruptedException told) {
            return true;
        }
    }

    /** Ends after the step in hand; the work is left to other instances or to the next start. */
    @Override
    public void close() {
        worker.close();
        end.release();
        bell.release();
        try {
            // Not interrupted: a thread that writes to the embedded database would close its file.
            thread.join(Duration.ofSeconds(15).toMillis());
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }
}
