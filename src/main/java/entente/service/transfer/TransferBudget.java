package entente.service.transfer;

import java.util.concurrent.atomic.AtomicLong;

/** A budget of bytes shared by all requests. */
final class TransferBudget {

    private final long limit;
    private final AtomicLong used = new AtomicLong();

    /**
     * @param limit bytes
     */
    TransferBudget(long limit) {
        this.limit = limit;
    }

    /** Reserves bytes; reserves none and returns false if the limit would be exceeded. */
    boolean reserve(long bytes) {
        return used.getAndUpdate(now -> now + bytes <= limit ? now + bytes : now) + bytes <= limit;
    }

    void release(long bytes) {
        used.addAndGet(-bytes);
    }

    /** Reserved bytes. */
    long used() {
        return used.get();
    }
}
