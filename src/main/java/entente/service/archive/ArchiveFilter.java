package entente.service.archive;

import entente.model.Band;
import java.time.Instant;
import java.util.Optional;
import lombok.With;

/**
 * Criteria for listing assessments; empty ones are ignored.
 *
 * @param from earliest time, inclusive
 * @param to latest time, exclusive
 * @param after the {@link ArchivePage#next} of the page before
 * @param limit maximum number, 1 to 1,000
 */
public record ArchiveFilter(
        Optional<String> scenario,
        Optional<Band> band,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> rulesSha256,
        @With Optional<String> after,
        int limit) {}
