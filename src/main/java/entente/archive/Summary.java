package entente.archive;

import entente.domain.Band;
import java.time.Instant;
import java.util.UUID;

/**
 * A kept assessment as it stands in a list.
 *
 * @param percent likelihood in percent
 */
public record Summary(
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

    Entry with(String json) {
        return new Entry(
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
