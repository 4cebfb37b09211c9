package entente.service.archive;

import com.fasterxml.jackson.annotation.JsonIgnore;
import entente.model.Described;
import entente.model.Described.Kind;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A job: a request that is processed in the background.
 *
 * @param kind selects the task
 * @param result the result or the problem; empty until it has ended
 */
public record Job(
        UUID id,
        @JsonIgnore String owner,
        String kind,
        State state,
        @Described("Time of the request.") Instant at,

        @Described("Evaluated scenarios of a batch, or percent of an exploration.")
        int done,

        @Described(value = "Scenarios of the batch, or 100.", kind = Kind.FROM_ONE)
        int total,

        @JsonIgnore Optional<String> result) {

    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }
}
