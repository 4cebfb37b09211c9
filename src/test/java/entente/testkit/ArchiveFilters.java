package entente.testkit;

import entente.service.archive.Archive.ArchiveFilter;
import java.util.Optional;

/** Criteria for listing stored assessments. */
public final class ArchiveFilters {

    /** The first page of everything. */
    public static final ArchiveFilter ALL = new ArchiveFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            100);

    private ArchiveFilters() {}
}
