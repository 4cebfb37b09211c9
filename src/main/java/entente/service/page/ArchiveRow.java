package entente.service.page;

import entente.report.wording.Wording;
import entente.service.archive.Archive.ArchiveEntry;
import entente.service.archive.Archive.ArchiveSummary;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/**
 * A stored assessment as a row of the front page.
 *
 * @param figure the short form of the verdict, as it was stored
 */
public record ArchiveRow(String id, String title, String figure, String at, String time) {

    private static final JsonMapper JSON = new JsonMapper();

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    static ArchiveRow of(ArchiveEntry entry) {
        ArchiveSummary stored = entry.summary();
        return new ArchiveRow(
                stored.id().toString(),
                stored.facts().title(),
                JSON.readTree(entry.json())
                        .path("verdict")
                        .path("figure")
                        // An earlier version stored the likelihood only.
                        .asString(Wording.percent(stored.facts().percent())),
                stored.at().toString(),
                TIME.format(stored.at()));
    }
}
