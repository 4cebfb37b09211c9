package entente.service.archive;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * What one caller stores within a day, so that none fills the archive for all. It counts what this instance has stored since
 * it started, compressed.
 */
public final class CallerQuota {

    private static final Duration PERIOD = Duration.ofHours(24);
    private static final Duration SLOT = Duration.ofHours(1);

    private final long most;
    private final InstantSource clock;
    private final Map<String, Deque<Slot>> slots = new HashMap<>();

    private record Slot(Instant start, long bytes) {}

    /** @param most bytes of one caller within a day */
    public CallerQuota(long most, InstantSource clock) {
        this.most = most;
        this.clock = clock;
    }

    /**
     * Counts what a caller is about to store.
     *
     * @throws ProblemException STORAGE_FULL if it is too much
     */
    synchronized void charge(String caller, long bytes) {
        Instant now = clock.instant();
        slots.values().removeIf(all -> {
            all.removeIf(slot -> !slot.start().isAfter(now.minus(PERIOD)));
            return all.isEmpty();
        });
        Deque<Slot> own = slots.computeIfAbsent(caller, added -> new ArrayDeque<>());
        long stored = own.stream().mapToLong(Slot::bytes).sum();
        if (bytes > most - stored) {
            throw ProblemType.STORAGE_FULL.problem(
                    "One caller may store " + (most >> 20) + " MB within 24 hours (entente.archive.quota), and this"
                            + " would be more. It was not stored; what was stored before is kept.");
        }
        Slot last = own.peekLast();
        if (last != null && last.start().plus(SLOT).isAfter(now)) {
            own.removeLast();
            own.addLast(new Slot(last.start(), last.bytes() + bytes));
        } else {
            own.addLast(new Slot(now, bytes));
        }
    }
}
