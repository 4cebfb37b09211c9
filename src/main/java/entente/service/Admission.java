package entente.service;

import entente.service.Evaluations.Weight;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many requests are in hand at a time, evaluated or still to be kept. Beyond what has a place or waits in line, work
 * would only pile up before the archive or the processors, where nobody sees it; so whoever comes then is sent away before
 * anything is done for them.
 */
public final class Admission {

    private final Map<Weight, Semaphore> free = new EnumMap<>(Weight.class);
    private final LongAdder refused = new LongAdder();

    public Admission(Bounds bounds) {
        free.put(Weight.LIGHT, new Semaphore(bounds.places() + bounds.line()));
        free.put(Weight.HEAVY, new Semaphore(bounds.heavyPlaces() + bounds.heavyLine()));
    }

    /** Whether one more would be refused now; a look that takes nothing. */
    public boolean full(Weight weight) {
        return of(weight).availablePermits() == 0;
    }

    /** Takes one more in hand, if there is room; whoever gets true calls {@link #leave} once. */
    public boolean enter(Weight weight) {
        return of(weight).tryAcquire();
    }

    public void leave(Weight weight) {
        of(weight).release();
    }

    /** Counts one who was sent away. */
    public void sentAway() {
        refused.increment();
    }

    /** How many were sent away, since the start. */
    public long refused() {
        return refused.sum();
    }

    private Semaphore of(Weight weight) {
        Semaphore semaphore = free.get(weight);
        if (semaphore == null) {
            throw new IllegalStateException("no such weight: " + weight);
        }
        return semaphore;
    }
}
