package entente.service.workshop;

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
        boolean paused,
        boolean ended,
        List<String> locked,
        Optional<Instant> timerEnds,
        Optional<String> call,
        long revision) {}
