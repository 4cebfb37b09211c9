package entente.service.archive;

import entente.document.Digest;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** Where a list goes on: the last identity shown, bound to the list it belongs to. */
final class Cursor {

    private static final int CHECK_BYTES = 8;

    private Cursor() {}

    static String write(UUID last, ArchiveFilter filter) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(last, filter));
    }

    /**
     * @throws ProblemException when it is not a cursor of this list
     */
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
            // Answered below like every other text that we did not write.
        }
        throw ProblemException.of(
                ProblemType.BAD_PARAMETER,
                "The value of \"after\" is not one that this list gave; take it from \"next\" and keep the other parameters.");
    }

    private static byte[] bytes(UUID last, ArchiveFilter filter) {
        // The number per page may change on the way; everything else says which list it is.
        ArchiveFilter list = filter.after(Optional.empty());
        String text = last + "|" + list.scenario() + list.band() + list.from() + list.to() + list.rulesSha256();
        ByteBuffer buffer = ByteBuffer.allocate(2 * Long.BYTES + CHECK_BYTES);
        buffer.putLong(last.getMostSignificantBits()).putLong(last.getLeastSignificantBits());
        buffer.put(HexFormat.of().parseHex(Digest.sha256(text)), 0, CHECK_BYTES);
        return buffer.array();
    }
}
