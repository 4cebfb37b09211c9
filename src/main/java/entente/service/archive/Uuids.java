package entente.service.archive;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** UUIDs of version 7, ordered by time and strictly ascending within one process, even if its clock goes back. */
final class Uuids {

    /** Low bits of the first half that count within a millisecond. */
    private static final int COUNTER_BITS = 12;

    /** Latest time; fits into 48 bits. */
    private static final Instant END = Instant.parse("6000-01-01T00:00:00Z");

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private long last;

    Uuids(InstantSource clock) {
        this.clock = clock;
    }

    /** The next id; not predictable from earlier ones. */
    synchronized UUID next() {
        // Half of the counter stays free for bursts.
        long now = (clock.instant().toEpochMilli() << COUNTER_BITS) | random.nextInt(1 << (COUNTER_BITS - 1));
        last = Math.max(now, last + 1);
        return new UUID(high(last), 0x8000_0000_0000_0000L | (random.nextLong() >>> 2));
    }

    /** The time of an id, to the millisecond. */
    static Instant moment(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    /** The least id of this time, rounded up to the millisecond. */
    static UUID least(Instant moment) {
        if (moment.isBefore(Instant.EPOCH)) {
            return new UUID(0, 0);
        }
        long millis = moment.isBefore(END) ? moment.plusNanos(999_999).toEpochMilli() : END.toEpochMilli();
        return new UUID(high(millis << COUNTER_BITS), 0x8000_0000_0000_0000L);
    }

    private static long high(long millisAndCounter) {
        long millis = millisAndCounter >>> COUNTER_BITS;
        long counter = millisAndCounter & ((1 << COUNTER_BITS) - 1);
        return millis << 16 | 0x7000 | counter;
    }
}
