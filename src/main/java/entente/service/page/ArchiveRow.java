package entente.service.page;

import entente.report.wording.Wording;
import entente.service.archive.ArchiveSummary;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A stored assessment as a row of the front page. */
public record ArchiveRow(String id, String title, String percent, String at, String time) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    static ArchiveRow of(ArchiveSummary stored) {
        return new ArchiveRow(
                stored.id().toString(),
                stored.facts().title(),
                Wording.percent(stored.facts().percent()),
                stored.at().toString(),
                TIME.format(stored.at()));
    }
}
