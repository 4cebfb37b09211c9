package entente.service.briefing.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import entente.model.Described;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An edition for one target. */
public record Delivery(
        @Described("Sent along, so that a receiver recognises a repetition.")
        UUID id,

        @Described("Its id.") String edition,
        String target,
        UUID schedule,
        DeliveryState state,
        @Described("When it was ordered.") Instant at,
        int attempts,
        @Described("Of a delivery that is due.") Optional<Instant> nextAttempt,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Described("Why the last attempt failed, without secrets.")
        String lastError,

        @Described("When the other side acknowledged it.") Optional<Instant> delivered) {

    /** The state of a delivery. */
    public enum DeliveryState {
        DUE,
        /** Acknowledged by the other side. */
        DELIVERED,
        /** Refused, or tried as often as is allowed; can be retried by hand. */
        FAILED
    }
}
