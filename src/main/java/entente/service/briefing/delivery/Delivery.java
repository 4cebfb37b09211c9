package entente.service.briefing.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An edition for one target.
 *
 * @param id sent along, so that the receiver can recognise a repetition
 * @param at when it was ordered
 * @param attempts so far
 * @param nextAttempt of a delivery that is due
 * @param lastError why the last attempt failed, without secrets; empty if none did
 * @param delivered when the other side acknowledged it
 */
public record Delivery(
        UUID id,
        String edition,
        String target,
        UUID schedule,
        DeliveryState state,
        Instant at,
        int attempts,
        Instant nextAttempt,
        String lastError,
        Optional<Instant> delivered) {

    /** The state of a delivery. */
    public enum DeliveryState {
        DUE,
        /** Acknowledged by the other side. */
        DELIVERED,
        /** Refused, or tried as often as is allowed; can be retried by hand. */
        FAILED
    }
}
