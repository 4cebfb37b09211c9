package entente.service.archive;

import java.util.concurrent.atomic.AtomicLong;
import lombok.RequiredArgsConstructor;

/** Forces commits to the disk; concurrent callers share one forced write. */
@RequiredArgsConstructor
final class Checkpoint {

    private final Runnable force;
    private final AtomicLong requested = new AtomicLong();
    private final Object lock = new Object();
    private long completed;

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
