package entente.service.archive;

import entente.model.Band;
import java.time.Instant;
import java.util.UUID;

/**
 * A stored assessment without its JSON.
 *
 * @param percent likelihood in percent
 */
public record ArchiveSummary(
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
        String owner) {

    ArchiveEntry with(String json) {
        return new ArchiveEntry(
                id,
                at,
                scenarioId,
                title,
                band,
                percent,
                scenarioSha256,
                rulesVersion,
                rulesSha256,
                engine,
                owner,
                json);
    }
}
