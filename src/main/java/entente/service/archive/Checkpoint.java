package entente.service.archive;

import java.util.concurrent.atomic.AtomicLong;

/** Forces commits to the disk; concurrent callers share one forced write. */
final class Checkpoint {

    private final Runnable force;
    private final AtomicLong requested = new AtomicLong();
    private final Object lock = new Object();
    private long completed;

    Checkpoint(Runnable force) {
        this.force = force;
    }

    /** Returns when everything that was committed before the call is on the disk. */
    void await() {
        long mine = requested.incrementAndGet();
        synchronized (lock) {
            if (completed >= mine) {
                return;
            }
            long covered = requested.get();
            force.run();
            completed = covered;
        }
    }
}
