package entente.service.transfer;

import java.util.concurrent.atomic.AtomicLong;
import lombok.RequiredArgsConstructor;

/** A budget of bytes shared by all requests. */
@RequiredArgsConstructor
final class TransferBudget {

    /** In bytes. */
    private final long limit;

    private final AtomicLong used = new AtomicLong();

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
