package entente.service.archive;

import entente.document.Digest;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** The cursor of a list: the last id, bound to the criteria of the list. */
final class Cursor {

    private static final int CHECK_BYTES = 8;

    private Cursor() {}

    static String write(UUID last, ArchiveFilter filter) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(last, filter));
    }

    /** @throws ProblemException if it is not a cursor of this list */
    static UUID read(String cursor, ArchiveFilter filter) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length == 2 * Long.BYTES + CHECK_BYTES) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                UUID last = new UUID(buffer.getLong(), buffer.getLong());
                if (cursor.equals(write(last, filter))) {
                    return last;
                }
            }
        } catch (IllegalArgumentException notBase64) {
            // Handled below like any other invalid cursor.
        }
        throw ProblemException.of(
                ProblemType.BAD_PARAMETER,
                "The value of \"after\" does not belong to this list; take it from \"next\" and keep the other parameters.");
    }

    private static byte[] bytes(UUID last, ArchiveFilter filter) {
        // The page size may change; all other criteria identify the list.
        ArchiveFilter list = filter.withAfter(Optional.empty());
        String text = last + "|" + list.scenario() + list.band() + list.from() + list.to() + list.rulesSha256();
        ByteBuffer buffer = ByteBuffer.allocate(2 * Long.BYTES + CHECK_BYTES);
        buffer.putLong(last.getMostSignificantBits()).putLong(last.getLeastSignificantBits());
        buffer.put(HexFormat.of().parseHex(Digest.sha256(text)), 0, CHECK_BYTES);
        return buffer.array();
    }
}
