package entente.service.transfer;

import entente.service.problem.StartupException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Budgets of bodies and responses in transfer.
 *
 * @param bodies memory for bodies being received or processed
 * @param files disk space for the bodies of batches
 * @param answers memory for responses being sent
 */
public record TransferBuffers(Budget bodies, Budget files, Budget answers) {

    private static final int SHARE_OF_BODIES = 16;
    private static final int SHARE_OF_ANSWERS = 8;
    private static final int BATCHES = 4;

    public static TransferBuffers of(long heap, TransferLimits limits) {
        return new TransferBuffers(
                new Budget(Math.max(heap / SHARE_OF_BODIES, limits.body().toBytes()), System::nanoTime),
                new Budget(BATCHES * limits.batch().toBytes(), System::nanoTime),
                new Budget(heap / SHARE_OF_ANSWERS, System::nanoTime));
    }

    /** A body or a response on its way; called by any thread. */
    interface Transfer {

        /** Bytes that have reached the other side; the most possible when it is complete. */
        long moved();

        /** Gives up what it holds, so that the transfer fails; false if it is complete. */
        boolean drop();
    }

    /**
     * A number of bytes shared by all requests. When it is used up, the slowest transfers fail, so that a slow client
     * holds nothing that others need.
     */
    @RequiredArgsConstructor
    static final class Budget {

        /** How fast a younger transfer is, is not known yet. */
        static final Duration YOUNG = Duration.ofSeconds(1);

        private final long limit;
        private final LongSupplier nanos;
        private final Map<Transfer, Reservation> reservations = new HashMap<>();
        private long used;

        private record Reservation(long start, long bytes) {}

        /** Reserves bytes for a transfer; false if others use the budget up, none of them slower than this one. */
        synchronized boolean reserve(Transfer transfer, long bytes) {
            while (used + bytes > limit) {
                Optional<Transfer> slowest = slowest();
                if (slowest.isEmpty()
                        || slowest.get() == transfer
                        || !slowest.get().drop()) {
                    return false;
                }
                release(slowest.get());
            }
            used += bytes;
            reservations.merge(
                    transfer,
                    new Reservation(nanos.getAsLong(), bytes),
                    (before, more) -> new Reservation(before.start(), before.bytes() + more.bytes()));
            return true;
        }

        private Optional<Transfer> slowest() {
            long now = nanos.getAsLong();
            return reservations.entrySet().stream()
                    .filter(entry -> now - entry.getValue().start() >= YOUNG.toNanos())
                    .min(Comparator.comparingDouble(entry -> entry.getKey().moved()
                            / (double) (now - entry.getValue().start())))
                    .map(Map.Entry::getKey);
        }

        synchronized void release(Transfer transfer) {
            Reservation reservation = reservations.remove(transfer);
            used -= reservation == null ? 0 : reservation.bytes();
        }

        synchronized long used() {
            return used;
        }
    }

    /**
     * Maximum sizes of bodies, and deadlines of transfers: the timeout, plus one second for each {@code transferRate} bytes
     * transferred.
     *
     * @param body of all operations except batches
     * @param batch of a batch
     * @param transferTimeout more than zero
     * @param transferRate bytes a second, at least one
     */
    @ConfigurationProperties("entente.limits")
    public record TransferLimits(
            @DefaultValue("512KB") DataSize body,
            @DefaultValue("64MB") DataSize batch,
            @DefaultValue("10s") Duration transferTimeout,
            @DefaultValue("16KB") DataSize transferRate) {

        /** @throws StartupException that names the setting */
        public TransferLimits {
            if (transferTimeout.toMillis() < 1) {
                throw StartupException.setting("entente.limits.transfer-timeout", transferTimeout, "more than zero");
            }
            if (transferRate.toBytes() < 1) {
                throw StartupException.setting("entente.limits.transfer-rate", transferRate, "at least 1B");
            }
        }

        long millis(long bytes) {
            return transferTimeout.toMillis() + bytes * 1_000 / transferRate.toBytes();
        }
    }
}
