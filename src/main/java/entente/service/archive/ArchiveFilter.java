package entente.service.archive;

import entente.model.Band;
import java.time.Instant;
import java.util.Optional;

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
        Optional<String> after,
        int limit) {

    public static final ArchiveFilter ALL = new ArchiveFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            100);

    /** The same list from another cursor. */
    public ArchiveFilter after(Optional<String> cursor) {
        return new ArchiveFilter(scenario, band, from, to, rulesSha256, cursor, limit);
    }
}
