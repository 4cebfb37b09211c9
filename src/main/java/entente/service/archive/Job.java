package entente.service.archive;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A piece of long work.
 *
 * @param kind what is to be done
 * @param at when it was asked for
 * @param done steps of {@code total}
 * @param result what came out, or why nothing did; empty until it has ended
 */
public record Job(
        UUID id, String owner, String kind, State state, Instant at, int done, int total, Optional<String> result) {

    /** Where it stands. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        /** Whether nothing more comes. */
        public boolean ended() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }
}
