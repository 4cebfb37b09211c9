package entente.service.archive;

import entente.model.Band;
import java.time.Instant;
import java.util.UUID;

/**
 * A kept assessment; the members are those of {@link NewAssessment}.
 *
 * @param at when it was kept, to the millisecond; entries with greater ids are never earlier
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
