package entente.service.archive;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What one caller stores within a day, so that none fills the archive for all. It counts what this instance has stored since
 * it started, compressed.
 */
public final class CallerQuota {

    private static final Duration PERIOD = Duration.ofHours(24);

    private final long most;
    private final InstantSource clock;

    /** Stored bytes by caller and hour. */
    private final Map<String, NavigableMap<Instant, Long>> stored = new HashMap<>();

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
        stored.values().removeIf(hours -> {
            hours.headMap(now.minus(PERIOD), true).clear();
            return hours.isEmpty();
        });
        NavigableMap<Instant, Long> own = stored.computeIfAbsent(caller, added -> new TreeMap<>());
        long before = own.values().stream().mapToLong(Long::longValue).sum();
        if (bytes > most - before) {
            throw ProblemType.STORAGE_FULL.problem(
                    "One caller may store " + (most >> 20) + " MB within 24 hours (entente.archive.quota), and this"
                            + " would be more. It was not stored; what was stored before is kept.");
        }
        own.merge(now.truncatedTo(ChronoUnit.HOURS), bytes, Long::sum);
    }
}
