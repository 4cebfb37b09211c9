package entente.service.transfer;

import java.util.concurrent.atomic.AtomicLong;

/** A number of bytes that all requests share. */
final class TransferBudget {

    private final long limit;
    private final AtomicLong used = new AtomicLong();

    /**
     * @param limit bytes
     */
    TransferBudget(long limit) {
        this.limit = limit;
    }

    /** Reserves so many bytes, or none and returns false where they would exceed the limit. */
    boolean reserve(long bytes) {
        return used.getAndUpdate(now -> now + bytes <= limit ? now + bytes : now) + bytes <= limit;
    }

    void release(long bytes) {
        used.addAndGet(-bytes);
    }

    /** Bytes that are reserved now. */
    long used() {
        return used.get();
    }
}
