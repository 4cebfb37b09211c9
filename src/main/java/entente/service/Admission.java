package entente.service;

import entente.service.Evaluations.Weight;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many requests are in hand at a time, evaluated or still to be kept. Beyond what has a place or waits in line, work
 * would only pile up before the archive or the processors, where nobody sees it; so whoever comes then is sent away before
 * anything is done for them.
 */
public final class Admission {

    private final Room light;
    private final Room heavy;
    private final LongAdder refused = new LongAdder();

    public Admission(Bounds bounds) {
        this.light = new Room(bounds.places() + bounds.line());
        this.heavy = new Room(bounds.heavyPlaces() + bounds.heavyLine());
    }

    /** Whether one more would be refused now; a look that takes nothing. */
    public boolean full(Weight weight) {
        return of(weight).full();
    }

    /** Takes one more in hand, if there is room; whoever gets true calls {@link #leave} once. */
    public boolean enter(Weight weight) {
        return of(weight).enter();
    }

    public void leave(Weight weight) {
        of(weight).leave();
    }

    /** How many are in hand now. */
    public int inHand(Weight weight) {
        return of(weight).inHand();
    }

    /** Counts one who was sent away. */
    public void sentAway() {
        refused.increment();
    }

    /** How many were sent away, since the start. */
    public long refused() {
        return refused.sum();
    }

    private Room of(Weight weight) {
        return weight == Weight.LIGHT ? light : heavy;
    }

    /** What there is room for, of one weight. */
    private static final class Room {

        private final int most;
        private final AtomicInteger inHand = new AtomicInteger();

        Room(int most) {
            this.most = most;
        }

        boolean full() {
            return inHand.get() >= most;
        }

        boolean enter() {
            return inHand.getAndUpdate(count -> Math.min(most, count + 1)) < most;
        }

        void leave() {
            inHand.decrementAndGet();
        }

        int inHand() {
            return inHand.get();
        }
    }
}
