package entente.service.archive;

import java.time.Instant;
import java.util.UUID;

/**
 * A stored assessment without its JSON.
 *
 * @param at time of storage, to the millisecond; entries with greater ids are never earlier
 */
public record ArchiveSummary(UUID id, Instant at, AssessmentFacts facts) {}
