package entente.service.admission;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Limits the number of requests of one cost in progress.
 *
 * <p>A queue absorbs bursts; under sustained overload it is never empty and only adds latency. When the number of
 * rejections within one second reaches the capacity, the queue is reduced to a quarter until one second passes without
 * such an overload.
 */
final class AdmissionLimit {

    /** Period in which rejections are counted, and for which the reduced capacity applies. */
    static final long OVERLOAD_WINDOW_NANOS = Duration.ofSeconds(1).toNanos();

    private static final int REDUCED_QUEUE_DIVISOR = 4;

    private final int capacity;
    private final int reducedCapacity;
    private final LongSupplier nanoTime;
    private int admitted;
    private int rejections;
    private long windowStart;
    private long reducedUntil;

    AdmissionLimit(int concurrency, int queue, LongSupplier nanoTime) {
        this.capacity = concurrency + queue;
        this.reducedCapacity = concurrency + queue / REDUCED_QUEUE_DIVISOR;
        this.nanoTime = nanoTime;
        this.windowStart = nanoTime.getAsLong();
        this.reducedUntil = windowStart;
    }

    synchronized boolean isFull() {
        return admitted >= (nanoTime.getAsLong() - reducedUntil >= 0 ? capacity : reducedCapacity);
    }

    synchronized boolean tryAcquire() {
        boolean free = !isFull();
        admitted += free ? 1 : 0;
        return free;
    }

    synchronized void release() {
        admitted--;
    }

    synchronized int admitted() {
        return admitted;
    }

    synchronized void recordRejection() {
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
}
