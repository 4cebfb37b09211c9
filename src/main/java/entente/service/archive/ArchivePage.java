package entente.service.archive;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param next value for {@link ArchiveFilter#after}; empty on the last page
 */
public record ArchivePage(List<ArchiveSummary> entries, Optional<String> next) {}
