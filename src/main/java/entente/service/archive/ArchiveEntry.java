package entente.service.archive;

import java.util.UUID;

/** A stored assessment. */
public record ArchiveEntry(ArchiveSummary summary, String json) {
    public UUID id() {
        return summary.id();
    }
}
