package entente.service.archive;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Values in the forms that both databases take and give back alike. */
final class SqlValues {

    private SqlValues() {}

    /** To the millisecond: the finest that is kept. */
    static OffsetDateTime moment(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** PostgreSQL takes no NUL and no half of a character; both become the mark for what cannot be shown. */
    static String text(String text) {
        String shown = text.replace('\0', '\uFFFD');
        try {
            StandardCharsets.UTF_8.newEncoder().encode(java.nio.CharBuffer.wrap(shown));
            return shown;
        } catch (CharacterCodingException halves) {
            return shown.replaceAll("[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]", "\uFFFD");
        }
    }
}
