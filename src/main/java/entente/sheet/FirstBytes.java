package entente.sheet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Recognises the form of a file whose name does not show it, such as standard input, by how it begins. */
final class FirstBytes {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] COMPOUND_FILE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Longer than the row of titles. */
    private static final int HEAD = 1 << 12;

    private static final Pattern JSON = Pattern.compile("\\s*[{\\[]");
    private static final Pattern FIELD = Pattern.compile("\"?" + CsvReader.FIELD + "\\$?\\w");
    /** With other separators as well, so that these are named as the fault. */
    private static final Pattern CELL = Pattern.compile("[^,;\\t\"]+");

    private FirstBytes() {}

    /** Whether this is a zip file, as workbooks are. */
    static boolean isZip(byte[] bytes) {
        return startsWith(bytes, ZIP);
    }

    /** Whether this is a file as older programs and those that encrypt write them. */
    static boolean isCompoundFile(byte[] bytes) {
        return startsWith(bytes, COMPOUND_FILE);
    }

    /** Whether the first line is one that a scenario in CSV begins with: a field, or titles of columns. */
    static boolean areCsv(byte[] bytes) {
        int start = startsWith(bytes, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
        int length = Math.min(bytes.length - start, HEAD);
        String line = new String(bytes, start, length, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(one -> !one.isBlank())
                .findFirst()
                .orElse("");
        if (JSON.matcher(line).lookingAt()) {
            return false;
        }
        if (FIELD.matcher(line).lookingAt()) {
            return true;
        }
        List<String> titles =
                CELL.matcher(line).results().map(MatchResult::group).toList();
        return titles.contains(ReadingColumn.ID.title())
                && titles.stream().filter(ReadingColumn.titles()::contains).count() > 1;
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}
