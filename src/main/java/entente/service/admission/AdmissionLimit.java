package entente.service.admission;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Limits the number of requests of one cost in progress, in all and by caller: one caller takes at most half of the
 * capacity, and the guests of a room leave a quarter to others.
 *
 * <p>A queue absorbs bursts; under sustained overload it is never empty and only adds latency. When the number of
 * rejections within one second reaches twice the reduced capacity, the queue is reduced to a sixteenth until one second
 * passes without such an overload.
 */
final class AdmissionLimit {

    /** Period in which rejections are counted, and for which the reduced capacity applies. */
    static final long OVERLOAD_WINDOW_NANOS = Duration.ofSeconds(1).toNanos();

    private static final int REDUCED_QUEUE_DIVISOR = 16;

    private final int capacity;
    private final int reducedCapacity;
    private final LongSupplier nanoTime;
    private final Map<String, Integer> byCaller = new HashMap<>();
    private int admitted;
    private int guests;
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
        return admitted >= now();
    }

    private int now() {
        return nanoTime.getAsLong() - reducedUntil >= 0 ? capacity : reducedCapacity;
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
        if (isFull() || isShareUsed(caller)) {
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
        if (rejections >= 2 * reducedCapacity) {
            reducedUntil = now + OVERLOAD_WINDOW_NANOS;
        }
    }
}
