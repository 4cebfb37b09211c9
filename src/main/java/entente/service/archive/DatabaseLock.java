package entente.service.archive;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;

/**
 * Read-write lock of the embedded database. A failing write closes H2 for all connections, and a thread that is in H2
 * at that time can block forever.
 */
@RequiredArgsConstructor
final class DatabaseLock {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final long timeoutMillis;

    /** Runs while no other thread writes. */
    <T> T shared(Supplier<T> reading) {
        return lock.isWriteLockedByCurrentThread() ? reading.get() : withLock(lock.readLock(), reading);
    }

    /** Runs while no other thread reads or writes. */
    <T> T exclusive(Supplier<T> writing) {
        return withLock(lock.writeLock(), writing);
    }

    private <T> T withLock(Lock part, Supplier<T> access) {
        boolean locked;
        try {
            locked = part.tryLock(timeoutMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            locked = false;
        }
        if (!locked) {
            throw Database.unavailable();
        }
        try {
            return access.get();
        } finally {
            part.unlock();
        }
    }
}
