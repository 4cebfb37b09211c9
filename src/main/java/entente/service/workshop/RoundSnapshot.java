package entente.service.workshop;

import java.util.Optional;

/**
 * Where a group stood when a round ended.
 *
 * @param round the round that ended; 0 for the time before the first
 */
public record RoundSnapshot(
        int round, int member, int revision, GroupReadings readings, Optional<WorkshopGroup.Standing> verdict) {}
