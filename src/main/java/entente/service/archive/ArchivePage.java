package entente.service.archive;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param next what {@link ArchiveFilter#after} takes to go on; empty at the end
 */
public record ArchivePage(List<ArchiveSummary> entries, Optional<String> next) {}
