package entente.service.workshop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lombok.With;

/**
 * The state of a workshop without its groups.
 *
 * @param rulesSha256 digest of the rule book that was active when the workshop was created
 * @param rounds the number of rounds that are planned
 * @param round the current one; 0 before the first
 * @param revealed whether groups may see each other's verdicts
 * @param pausedAt since when moves are refused and the time stands still; empty while they are accepted
 * @param joining which further groups are accepted
 * @param locked ids of indicators that groups may not move
 * @param timerEnds when the time that was set is up
 * @param call what the facilitator says to the room
 * @param revision rises with every change, a move of a group among them
 */
@With
public record WorkshopState(
        WorkshopCode code,
        String title,
        String baselineId,
        String rulesSha256,
        int rounds,
        int round,
        boolean revealed,
        Optional<Instant> pausedAt,
        boolean ended,
        Joining joining,
        List<String> locked,
        Optional<Instant> timerEnds,
        Optional<String> call,
        long revision) {

    /** Which further groups are accepted. */
    public enum Joining {
        /** So many from one address. */
        OPEN,
        /** Any number from one address, such as that of a network that hides its devices. */
        UNLIMITED,
        CLOSED
    }

    public boolean paused() {
        return pausedAt.isPresent();
    }

    /** Goes on, with as much time left as when it was paused. */
    WorkshopState resumed(Instant now) {
        return pausedAt.map(since -> withTimerEnds(timerEnds.map(ends -> ends.plus(Duration.between(since, now))))
                        .withPausedAt(Optional.empty()))
                .orElse(this);
    }
}
