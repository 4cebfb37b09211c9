package entente.service.workshop;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.service.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lombok.With;

/**
 * The state of a workshop without its groups.
 *
 * @param started when the workshop was created
 * @param rulesSha256 digest of the rule book that was active when the workshop was created
 * @param pausedAt since when moves are refused and the time stands still; empty while they are accepted
 * @param timerEnds when the time that was set is up
 * @param revision a move of a group counts, too
 */
@With
@JsonPropertyOrder({"code", "title", "baseline", "round", "rounds", "revealed", "paused"})
public record WorkshopState(
        WorkshopCode code,
        String title,
        @JsonIgnore Instant started,

        @JsonProperty("baseline") @Described(value = "The scenario that the groups start from.", kind = Kind.ID)
        String baselineId,

        @JsonIgnore String rulesSha256,

        @Described(value = "How many are planned.", kind = Kind.FROM_ONE)
        int rounds,

        @Described("The current round; 0 before the first.") int round,

        @Described("Whether groups see each other's verdicts.")
        boolean revealed,

        @JsonIgnore Optional<Instant> pausedAt,
        boolean ended,

        @Described("Which further groups are accepted: so many from one address, any number, or none.")
        Joining joining,

        @Described(value = "Indicators that groups may not move.", kind = Kind.ID)
        List<String> locked,

        @JsonIgnore Optional<Instant> timerEnds,
        @Described("What the facilitator says to the room.") Optional<String> call,

        @Described(value = "Rises with every change of the workshop.", kind = Kind.FROM_ONE)
        long revision) {

    /** Which further groups are accepted. */
    public enum Joining {
        /** So many from one address. */
        OPEN,
        /** Any number from one address, such as that of a network that hides its devices. */
        UNLIMITED,
        CLOSED
    }

    @Described("Whether moves are refused for now.")
    public boolean paused() {
        return pausedAt.isPresent();
    }

    /** @throws ProblemException CONFLICT if the workshop has ended */
    void checkNotEnded() {
        if (ended) {
            throw WorkshopChange.refusal("ENDED", "The workshop has ended.");
        }
    }

    /** Goes on, with as much time left as when it was paused. */
    WorkshopState resumed(Instant now) {
        return pausedAt.map(since -> withTimerEnds(timerEnds.map(ends -> ends.plus(Duration.between(since, now))))
                        .withPausedAt(Optional.empty()))
                .orElse(this);
    }
}
