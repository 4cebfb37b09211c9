package entente.service.archive;

import entente.model.Band;
import java.time.Instant;
import java.util.UUID;

/**
 * A stored assessment; see {@link NewAssessment} for the members.
 *
 * @param at time of storage, to the millisecond; entries with greater ids are never earlier
 */
public record ArchiveEntry(
        UUID id,
        Instant at,
        String scenarioId,
        String title,
        Band band,
        double percent,
        String scenarioSha256,
        String rulesVersion,
        String rulesSha256,
        String engine,
        String owner,
        String json) {}
