package entente.service.admission;

import entente.service.admission.EvaluationExecutor.Cost;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Limits the number of requests in progress, from evaluation to storage. Requests beyond the capacity of threads and
 * queue are rejected before any of their content is processed.
 *
 * <p>A queue absorbs bursts; under sustained overload it is never empty and only adds latency. When the number of
 * rejections within one second reaches the capacity, the queue is reduced to a quarter until one second passes without
 * such an overload.
 */
public final class Admission {

    /** Period in which rejections are counted, and for which the reduced capacity applies. */
    static final long OVERLOAD_WINDOW_NANOS = Duration.ofSeconds(1).toNanos();

    private static final int REDUCED_QUEUE_DIVISOR = 4;

    private final Limit light;
    private final Limit heavy;
    private final LongAdder rejected = new LongAdder();

    public Admission(EvaluationLimits limits) {
        this(limits, System::nanoTime);
    }

    Admission(EvaluationLimits limits, LongSupplier nanoTime) {
        this.light = new Limit(limits.maxConcurrency(), limits.queueCapacity(), nanoTime);
        this.heavy = new Limit(limits.maxHeavyConcurrency(), limits.heavyQueueCapacity(), nanoTime);
    }

    /** Whether another request would be rejected now. */
    public boolean isFull(Cost cost) {
        return limit(cost).full();
    }

    /** Admits a request if there is capacity. After true, {@link #release} must be called once. */
    public boolean tryAcquire(Cost cost) {
        return limit(cost).enter();
    }

    public void release(Cost cost) {
        limit(cost).leave();
    }

    /** Requests in progress. */
    public int inProgress(Cost cost) {
        return limit(cost).inHand();
    }

    /** Counts a rejection. */
    public void recordRejection(Cost cost) {
        rejected.increment();
        limit(cost).countRejection();
    }

    /** Rejections since the start. */
    public long rejected() {
        return rejected.sum();
    }

    private Limit limit(Cost cost) {
        return cost == Cost.LIGHT ? light : heavy;
    }

    /** The limit for one cost. */
    private static final class Limit {

        private final int capacity;
        private final int reducedCapacity;
        private final LongSupplier nanoTime;
        private final AtomicInteger inHand = new AtomicInteger();
        private volatile long reducedUntil;
        private long windowStart;
        private int rejections;

        Limit(int concurrency, int queue, LongSupplier nanoTime) {
            this.capacity = concurrency + queue;
            this.reducedCapacity = concurrency + queue / REDUCED_QUEUE_DIVISOR;
            this.nanoTime = nanoTime;
            this.windowStart = nanoTime.getAsLong();
            this.reducedUntil = windowStart;
        }

        private int current() {
            return nanoTime.getAsLong() - reducedUntil >= 0 ? capacity : reducedCapacity;
        }

        boolean full() {
            return inHand.get() >= current();
        }

        boolean enter() {
            int current = current();
            return inHand.getAndUpdate(count -> count < current ? count + 1 : count) < current;
        }

        synchronized void countRejection() {
            long now = nanoTime.getAsLong();
            if (now - windowStart >= OVERLOAD_WINDOW_NANOS) {
                windowStart = now;
                rejections = 0;
            }
            rejections++;
            if (rejections >= capacity) {
                reducedUntil = now + OVERLOAD_WINDOW_NANOS;
            }
        }

        void leave() {
            inHand.decrementAndGet();
        }

        int inHand() {
            return inHand.get();
        }
    }
}
