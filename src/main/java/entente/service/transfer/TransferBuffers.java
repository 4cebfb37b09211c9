package entente.service.transfer;

import java.util.concurrent.atomic.AtomicLong;
import lombok.RequiredArgsConstructor;

/**
 * Budgets of bodies and responses in transfer.
 *
 * @param bodies memory for bodies being received or processed
 * @param files disk space for the bodies of batches
 * @param answers memory for responses that are not read yet
 */
public record TransferBuffers(Budget bodies, Budget files, Budget answers) {

    private static final int SHARE_OF_BODIES = 16;
    private static final int SHARE_OF_ANSWERS = 8;
    private static final int BATCHES = 4;

    /** A number of bytes shared by all requests. */
    @RequiredArgsConstructor
    static final class Budget {

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

    /** The default budgets for a heap of at most this many bytes. */
    public static TransferBuffers of(long heap, TransferLimits limits) {
        return new TransferBuffers(
                new Budget(Math.max(heap / SHARE_OF_BODIES, limits.body().toBytes())),
                new Budget(BATCHES * limits.batch().toBytes()),
                new Budget(heap / SHARE_OF_ANSWERS));
    }
}
