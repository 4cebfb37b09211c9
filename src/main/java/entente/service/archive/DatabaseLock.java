package entente.service.archive;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Who may be in the embedded database at the same time: many who read, or one who writes. A write that fails closes H2 for
 * everybody, and a thread that is inside of H2 at that moment can be caught there for ever.
 */
final class DatabaseLock {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final long timeoutMillis;

    /**
     * @param patience milliseconds to wait for one's turn
     */
    DatabaseLock(long patience) {
        this.timeoutMillis = patience;
    }

    /** Nobody writes meanwhile. */
    <T> T shared(Supplier<T> reading) {
        return lock.isWriteLockedByCurrentThread() ? reading.get() : withLock(lock.readLock(), reading);
    }

    /** Nobody else is there meanwhile. */
    <T> T exclusive(Supplier<T> writing) {
        return withLock(lock.writeLock(), writing);
    }

    private <T> T withLock(Lock turn, Supplier<T> doing) {
        boolean got;
        try {
            got = turn.tryLock(timeoutMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            got = false;
        }
        if (!got) {
            throw Database.unavailable();
        }
        try {
            return doing.get();
        } finally {
            turn.unlock();
        }
    }
}
