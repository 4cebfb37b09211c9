package entente.service.admission;

import entente.service.admission.EvaluationExecutor.Weight;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * How many requests are in hand at a time, evaluated or still to be kept. Beyond what has a place or waits in line, work
 * would only pile up before the archive or the processors, where nobody sees it; so whoever comes then is sent away before
 * anything is done for them.
 *
 * <p>A full line that takes up a burst is worth its length: everybody in it is served. Under a flood it is never empty, and
 * its length is only time that everybody waits. So when as many were sent away within a second as there is room for, a quarter of
 * it has to do, until a second has passed without such a flood.
 */
public final class Admission {

    /** How long a flood is remembered, and within how long it has to come. */
    static final long OVERLOAD_WINDOW_NANOS = Duration.ofSeconds(1).toNanos();

    private static final int FLOOD_SHARE = 4;

    private final Room light;
    private final Room heavy;
    private final LongAdder rejected = new LongAdder();

    public Admission(EvaluationLimits bounds) {
        this(bounds, System::nanoTime);
    }

    Admission(EvaluationLimits bounds, LongSupplier nanoTime) {
        this.light = new Room(bounds.maxConcurrency(), bounds.queueCapacity(), nanoTime);
        this.heavy = new Room(bounds.maxHeavyConcurrency(), bounds.heavyQueueCapacity(), nanoTime);
    }

    /** Whether one more would be refused now; a look that takes nothing. */
    public boolean isFull(Weight weight) {
        return limit(weight).full();
    }

    /** Takes one more in hand, if there is room; whoever gets true calls {@link #release} once. */
    public boolean tryAcquire(Weight weight) {
        return limit(weight).enter();
    }

    public void release(Weight weight) {
        limit(weight).leave();
    }

    /** How many are in hand now. */
    public int inProgress(Weight weight) {
        return limit(weight).inHand();
    }

    /** Notes that one was sent away. */
    public void recordRejection(Weight weight) {
        rejected.increment();
        limit(weight).sentAway();
    }

    /** How many were sent away, since the start. */
    public long rejected() {
        return rejected.sum();
    }

    private Room limit(Weight weight) {
        return weight == Weight.LIGHT ? light : heavy;
    }

    /** What there is room for, of one weight. */
    private static final class Room {

        private final int calm;
        private final int flood;
        private final LongSupplier nanoTime;
        private final AtomicInteger inHand = new AtomicInteger();
        private volatile long calmAt;
        private long since;
        private int sentAway;

        Room(int places, int line, LongSupplier nanoTime) {
            this.calm = places + line;
            this.flood = places + line / FLOOD_SHARE;
            this.nanoTime = nanoTime;
            this.since = nanoTime.getAsLong();
            this.calmAt = since;
        }

        private int most() {
            return nanoTime.getAsLong() - calmAt >= 0 ? calm : flood;
        }

        boolean full() {
            return inHand.get() >= most();
        }

        boolean enter() {
            int most = most();
            return inHand.getAndUpdate(count -> count < most ? count + 1 : count) < most;
        }

        synchronized void sentAway() {
            long now = nanoTime.getAsLong();
            if (now - since >= OVERLOAD_WINDOW_NANOS) {
                since = now;
                sentAway = 0;
            }
            sentAway++;
            if (sentAway >= calm) {
                calmAt = now + OVERLOAD_WINDOW_NANOS;
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
