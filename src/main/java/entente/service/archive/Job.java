package entente.service.archive;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A job: a request that is processed in the background.
 *
 * @param kind selects the task
 * @param at time of submission
 * @param done steps of {@code total}
 * @param result the result or the problem; empty until it has ended
 */
public record Job(
        UUID id, String owner, String kind, State state, Instant at, int done, int total, Optional<String> result) {

    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }
}
