package entente.service.admission;

import entente.model.Numbers;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import lombok.Getter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Admits requests that evaluate, and runs evaluations on dedicated threads with a deadline, light and heavy ones apart.
 * Requests beyond the capacity of threads and queue, or beyond the share of their caller, are rejected before any of their
 * content is processed. The thread of an evaluation that cannot be
 * stopped is replaced; when three are lost at the same time, the process ends.
 */
public final class EvaluationExecutor implements AutoCloseable {

    public enum Cost {
        /** An assessment, a validation, one item of a batch: milliseconds. */
        LIGHT,
        /** Flips, sensitivities, comparisons, explorations, briefings: up to seconds. */
        HEAVY
    }

    private static final Logger LOG = LoggerFactory.getLogger(EvaluationExecutor.class);

    private static final int MAX_LOST_THREADS = 3;
    private static final int EXIT_CODE = 70;
    private static final int GRACE_SECONDS = 5;

    /** Under overload a light evaluation that has waited longer is rejected: others would wait for a late answer. */
    static final Duration MAX_WAIT_UNDER_OVERLOAD = Duration.ofMillis(50);

    /** Period in which rejections are counted, and for which the reduced capacity applies. */
    static final long OVERLOAD_WINDOW_NANOS = Duration.ofSeconds(1).toNanos();

    private static final int REDUCED_QUEUE_DIVISOR = 32;
    private static final int MAX_RETRY_SECONDS = 5;

    @Getter
    private final EvaluationLimits limits;

    private final LongSupplier nanoTime;

    /** Runs what it is given after the deadline of an evaluation. */
    private final Executor afterDeadline;

    private final Runnable termination;
    private final Map<Cost, Lane> lanes;
    private final LongAdder rejected = new LongAdder();
    private final LongAdder timedOut = new LongAdder();
    private final AtomicBoolean terminated = new AtomicBoolean();

    /** @param termination ends the process; called once, when {@value #MAX_LOST_THREADS} threads are lost */
    public EvaluationExecutor(EvaluationLimits limits, Runnable termination) {
        this(
                limits,
                System::nanoTime,
                CompletableFuture.delayedExecutor(limits.deadline().toNanos(), TimeUnit.NANOSECONDS, Runnable::run),
                termination);
    }

    EvaluationExecutor(EvaluationLimits limits, LongSupplier nanoTime, Executor afterDeadline, Runnable termination) {
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.afterDeadline = afterDeadline;
        this.termination = termination;
        this.lanes = Map.of(
                Cost.LIGHT, new Lane(limits.maxConcurrency(), limits.queueCapacity()),
                Cost.HEAVY, new Lane(limits.maxHeavyConcurrency(), limits.heavyQueueCapacity()));
        lanes.values().forEach(Lane::start);
    }

    private Lane lane(Cost cost) {
        return Objects.requireNonNull(lanes.get(cost));
    }

    /** Whether another request of this caller would be rejected now. */
    public boolean isFull(Cost cost, Caller caller) {
        return lane(cost).isFull(caller);
    }

    /**
     * Admits a request, which counts until {@link #release}.
     *
     * @throws ProblemException {@link ProblemType#OVERLOADED} if there is no capacity, or none for this caller
     */
    public void admit(Cost cost, Caller caller) {
        if (!lane(cost).tryAcquire(caller)) {
            throw reject(cost, caller);
        }
    }

    public void release(Cost cost, Caller caller) {
        lane(cost).release(caller);
    }

    /** Admitted requests that have not been released. */
    public int admitted(Cost cost) {
        return lane(cost).admitted();
    }

    /**
     * Counts the rejection of a request, and returns its problem. It is no overload where others are still admitted: beyond the
     * share of the caller, or for guests of a room, who leave some to others.
     */
    public ProblemException reject(Cost cost, Caller caller) {
        rejected.increment();
        if (lane(cost).isShareUsed(caller)) {
            return overloaded("Your share of the service is in use: one caller has at most "
                    + lane(cost).share() + " such requests in progress, and guests of a room leave some to others."
                    + " The request was not processed.");
        }
        if (!caller.guest()) {
            lane(cost).recordRejection();
        }
        return overloaded();
    }

    /**
     * Runs an evaluation of an admitted request, or of a job, which has limits of its own, and waits for
     * its result. Must not be called from within an evaluation, which would wait for a thread while holding one. When
     * the caller is interrupted or has disconnected, the evaluation is stopped.
     *
     * @param evaluation must not access the database: it is interrupted at the deadline, and the embedded database
     *     closes when a thread is interrupted that reads or writes
     * @throws ProblemException {@link ProblemType#OVERLOADED} if the queue timeout expires, or it waits under overload,
     *     {@link ProblemType#EVALUATION_LIMIT} at the deadline, or what the evaluation throws
     * @throws IllegalStateException when the evaluation fails with an error or a checked exception
     */
    public <T> T run(Cost cost, Caller caller, Callable<T> evaluation) {
        // A light evaluation ends sooner than it is noticed.
        BooleanSupplier gone = cost == Cost.HEAVY ? caller.disconnected() : () -> false;
        Duration wait = cost == Cost.LIGHT ? MAX_WAIT_UNDER_OVERLOAD : limits.queueTimeout();
        return lane(cost).run(caller, evaluation, wait, gone);
    }

    /** Like {@link #run}, for one of many in a request that was admitted as a whole: it waits for the queue timeout. */
    public <T> T runItem(Caller caller, Callable<T> evaluation) {
        return lane(Cost.LIGHT).run(caller, evaluation, limits.queueTimeout(), () -> false);
    }

    private ProblemException overdue() {
        return ProblemType.EVALUATION_LIMIT.problem("The evaluation was stopped after "
                + Numbers.plain(limits.deadline().toMillis() / 1000.0) + " seconds.");
    }

    private static ProblemException overloaded() {
        return overloaded("The service is overloaded. The request was not processed.");
    }

    private static ProblemException overloaded(String detail) {
        return ProblemType.OVERLOADED.problem(
                detail, ThreadLocalRandom.current().nextInt(1, MAX_RETRY_SECONDS + 1));
    }

    /** Running evaluations, except those on lost threads. */
    public int running() {
        return lanes.values().stream()
                .mapToInt(lane -> lane.count(lane.running))
                .sum();
    }

    public int waiting(Cost cost) {
        Lane lane = lane(cost);
        return lane.count(lane.waiting);
    }

    /** Requests rejected because of a full queue or a used-up share, and evaluations that waited too long, since the start. */
    public long rejected() {
        return rejected.sum();
    }

    /** Evaluations stopped at the deadline, since the start. */
    public long timedOut() {
        return timedOut.sum();
    }

    /** Threads that cannot be stopped; health is down while there is one. */
    public int lost() {
        return lanes.values().stream().mapToInt(lane -> lane.count(lane.lost)).sum();
    }

    /**
     * Ends a process with lost threads, so that its supervisor restarts it. Returns immediately: requests in progress have a
     * grace period of a few seconds.
     */
    public static void endProcess() {
        LOG.error(
                "{} evaluations cannot be stopped. The process ends with exit code {} and must be restarted.",
                MAX_LOST_THREADS,
                EXIT_CODE);
        Runtime process = Runtime.getRuntime();
        new DaemonThread(() -> process.exit(EXIT_CODE), "end").start();
        CompletableFuture.delayedExecutor(GRACE_SECONDS, TimeUnit.SECONDS, Runnable::run)
                .execute(() -> process.halt(EXIT_CODE));
    }

    /** Stops running evaluations and rejects queued and further ones. */
    @Override
    public void close() {
        lanes.values().forEach(Lane::close);
    }

    /**
     * The requests, evaluations and threads of one cost.
     *
     * <p>It limits the number of requests in progress, in all and by caller: one caller takes at most half of the capacity, and
     * the guests of a room leave a quarter to others. A queue absorbs bursts; under sustained overload it is never empty and
     * only adds latency. When the number of rejections within one second reaches twice the reduced capacity, there is overload
     * until one second passes without that: the queue is reduced to a thirty-second part, and what has waited in it for long is
     * rejected.
     *
     * <p>Evaluations run first come, first served, but those of guests of a room wait for others, and one caller, or all guests,
     * never use the last of several threads.
     */
    private final class Lane {

        private final int threads;
        private final int capacity;
        private final int reducedCapacity;
        private final Map<String, Integer> byCaller = new HashMap<>();
        private int admitted;
        private int guests;
        private int rejections;
        private long windowStart = nanoTime.getAsLong();
        private long reducedUntil = windowStart;

        private final Set<EvaluationTask<?>> waiting = new LinkedHashSet<>();
        private final Set<EvaluationTask<?>> running = new HashSet<>();
        private final Set<EvaluationTask<?>> lost = new HashSet<>();
        private boolean closed;

        Lane(int threads, int queue) {
            this.threads = threads;
            this.capacity = threads + queue;
            this.reducedCapacity = threads + queue / REDUCED_QUEUE_DIVISOR;
        }

        void start() {
            for (int thread = 0; thread < threads; thread++) {
                startThread();
            }
        }

        private void startThread() {
            new DaemonThread(this::processQueue, "evaluation").start();
        }

        synchronized boolean isFull(Caller caller) {
            return admitted >= now() || isShareUsed(caller);
        }

        private int now() {
            return isOverloaded() ? reducedCapacity : capacity;
        }

        private synchronized boolean isOverloaded() {
            return nanoTime.getAsLong() - reducedUntil < 0;
        }

        /** The most requests that one caller has in progress. */
        synchronized int share() {
            return Math.max(1, now() / 2);
        }

        /** Whether it is the caller whose share is used up, or that of all guests. */
        synchronized boolean isShareUsed(Caller caller) {
            boolean own = !caller.isService() && byCaller.getOrDefault(caller.name(), 0) >= share();
            return own || (caller.guest() && guests >= Math.max(1, now() - Math.max(1, now() / 4)));
        }

        synchronized boolean tryAcquire(Caller caller) {
            if (isFull(caller)) {
                return false;
            }
            add(caller, 1);
            return true;
        }

        synchronized void release(Caller caller) {
            add(caller, -1);
        }

        private void add(Caller caller, int one) {
            admitted += one;
            guests += caller.guest() ? one : 0;
            byCaller.compute(caller.name(), (name, count) -> {
                int changed = (count == null ? 0 : count) + one;
                return changed == 0 ? null : changed;
            });
        }

        synchronized void recordRejection() {
            long now = nanoTime.getAsLong();
            if (now - windowStart >= OVERLOAD_WINDOW_NANOS) {
                windowStart = now;
                rejections = 0;
            }
            rejections++;
            if (rejections >= 2 * reducedCapacity) {
                reducedUntil = now + OVERLOAD_WINDOW_NANOS;
            }
        }

        <T> T run(Caller caller, Callable<T> evaluation, Duration waitUnderOverload, BooleanSupplier gone) {
            EvaluationTask<T> task =
                    new EvaluationTask<>(caller, evaluation, nanoTime.getAsLong() + waitUnderOverload.toNanos());
            if (!enqueue(task)) {
                throw overloaded();
            }
            try {
                return task.await(gone);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw overloaded();
            } finally {
                if (!task.isDone()) {
                    task.abandon(overloaded());
                }
            }
        }

        /** False after the lane is closed. */
        private synchronized boolean enqueue(EvaluationTask<?> task) {
            notifyAll();
            return !closed && waiting.add(task);
        }

        /** False if it is no longer waiting. */
        private synchronized boolean dequeue(EvaluationTask<?> task) {
            return waiting.remove(task);
        }

        private void processQueue() {
            try {
                boolean replaced = false;
                while (!replaced) {
                    Optional<EvaluationTask<?>> next = next();
                    if (next.isEmpty()) {
                        return;
                    }
                    EvaluationTask<?> task = next.get();
                    if (nanoTime.getAsLong() - task.latest > 0 && isOverloaded()) {
                        rejected.increment();
                        task.stop(overloaded());
                    } else {
                        task.begin();
                        task.run();
                    }
                    complete(task);
                    // Clears an interrupt that was meant for this evaluation.
                    Thread.interrupted();
                    replaced = recover(task);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        /** Waits for the next task to run. Empty after the lane is closed. */
        private synchronized Optional<EvaluationTask<?>> next() throws InterruptedException {
            while (!closed) {
                Optional<EvaluationTask<?>> next = Stream.of(false, true)
                        .<EvaluationTask<?>>flatMap(guests ->
                                waiting.stream().filter(task -> task.caller.guest() == guests && mayRun(task.caller)))
                        .findFirst();
                if (next.isPresent()) {
                    waiting.remove(next.get());
                    running.add(next.get());
                    return next;
                }
                wait();
            }
            return Optional.empty();
        }

        private boolean mayRun(Caller caller) {
            long same = running.stream()
                    .map(task -> task.caller)
                    .filter(other ->
                            caller.guest() ? other.guest() : caller.name().equals(other.name()))
                    .count();
            return caller.isService() || threads == 1 || same < threads - 1;
        }

        /** Records the end of an evaluation; without effect if it is recorded already, or its thread counts as lost. */
        private synchronized void complete(EvaluationTask<?> task) {
            running.remove(task);
            notifyAll();
        }

        private void onLost(EvaluationTask<?> task) {
            if (!markLost(task)) {
                return;
            }
            startThread();
            if (EvaluationExecutor.this.lost() >= MAX_LOST_THREADS && terminated.compareAndSet(false, true)) {
                termination.run();
            }
        }

        /** False if the evaluation has ended. */
        private synchronized boolean markLost(EvaluationTask<?> task) {
            notifyAll();
            return !closed && running.remove(task) && lost.add(task);
        }

        /** Whether the thread of this evaluation was lost, and replaced. It is no longer lost then. */
        private synchronized boolean recover(EvaluationTask<?> task) {
            return lost.remove(task);
        }

        void close() {
            List<EvaluationTask<?>> open;
            synchronized (this) {
                closed = true;
                open = Stream.concat(running.stream(), waiting.stream()).toList();
                waiting.clear();
                notifyAll();
            }
            open.forEach(task -> task.stop(overloaded()));
        }

        synchronized int admitted() {
            return admitted;
        }

        synchronized int count(Set<EvaluationTask<?>> tasks) {
            return tasks.size();
        }

        /** One evaluation. It completes with its result or with the exception that stops it, whichever is first. */
        private final class EvaluationTask<T> extends FutureTask<T> {

            /** Nanoseconds between two looks whether the client is still there. */
            private static final long LOOK_NANOS = Duration.ofMillis(100).toNanos();

            private final Caller caller;
            private final long latest;
            private final AtomicReference<@Nullable RuntimeException> reason = new AtomicReference<>();

            /** Nanosecond until which it waits or, once it has begun, runs. */
            private volatile long end =
                    nanoTime.getAsLong() + limits.queueTimeout().toNanos();

            private volatile boolean begun;

            /** @param latest nanosecond after which it is not worth running under overload */
            EvaluationTask(Caller caller, Callable<T> evaluation, long latest) {
                super(evaluation);
                this.caller = caller;
                this.latest = latest;
            }

            void begin() {
                end = nanoTime.getAsLong() + limits.deadline().toNanos();
                begun = true;
            }

            /** Completes with this exception, and interrupts an evaluation that has begun; unless it ends, its thread is lost. */
            void stop(RuntimeException instead) {
                reason.compareAndSet(null, instead);
                cancel(true);
                if (begun) {
                    afterDeadline.execute(() -> onLost(this));
                }
            }

            /** As {@link #stop}; if it is still waiting, it is never run. */
            void abandon(RuntimeException instead) {
                dequeue(this);
                stop(instead);
            }

            /** Recorded before the result is published, so that a caller with a result finds the thread free. */
            @Override
            protected void set(T result) {
                complete(this);
                super.set(result);
            }

            @Override
            protected void setException(Throwable failed) {
                complete(this);
                super.setException(failed);
            }

            /** Waits for the result, and stops the evaluation in time and when the client has disconnected. */
            T await(BooleanSupplier disconnected) throws InterruptedException {
                try {
                    while (true) {
                        long left = end - nanoTime.getAsLong();
                        try {
                            return get(Math.max(1, Math.min(left, LOOK_NANOS)), TimeUnit.NANOSECONDS);
                        } catch (TimeoutException running) {
                            // Read before the end, which is another one once it has begun.
                            boolean stopped = begun;
                            if (disconnected.getAsBoolean()) {
                                abandon(ProblemType.EVALUATION_LIMIT.problem(
                                        "The evaluation was stopped, because the client had closed the connection."));
                            } else if (nanoTime.getAsLong() - end >= 0) {
                                (stopped ? timedOut : rejected).increment();
                                abandon(stopped ? overdue() : overloaded());
                            }
                        }
                    }
                } catch (CancellationException stopped) {
                    throw Objects.requireNonNull(reason.get());
                } catch (ExecutionException failed) {
                    if (failed.getCause() instanceof RuntimeException known) {
                        throw known;
                    }
                    throw new IllegalStateException("an evaluation failed", failed.getCause());
                }
            }
        }
    }
}
