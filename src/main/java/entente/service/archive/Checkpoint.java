package entente.service.archive;

import java.util.concurrent.atomic.AtomicLong;

/** Forces to the disk what was committed; commits that wait together share one. */
final class Checkpoint {

    private final Runnable force;
    private final AtomicLong asked = new AtomicLong();
    private final Object turn = new Object();
    private long done;

    Checkpoint(Runnable force) {
        this.force = force;
    }

    /** Returns when everything that was committed before the call is on the disk. */
    void await() {
        long mine = asked.incrementAndGet();
        synchronized (turn) {
            if (done >= mine) {
                return;
            }
            long covered = asked.get();
            force.run();
            done = covered;
        }
    }
}
