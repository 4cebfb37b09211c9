package entente.sheet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** The forms of a scenario file, by the ending of its name or by how it begins. */
@RequiredArgsConstructor
public enum SheetFormat {
    JSON(".json"),
    XLSX(".xlsx"),
    CSV(".csv");

    /** Workbooks of other forms, which are refused with a message of their own. */
    private static final List<String> OTHER_WORKBOOKS = List.of(".xlsm", ".xls", ".xlsb", ".xltx", ".xltm", ".ods");

    private static final String LOCK = "~$";
    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    /** Longer than the row of titles. */
    private static final int HEAD = 1 << 12;

    private static final Pattern BEGINS_JSON = Pattern.compile("\\s*[{\\[]");
    private static final Pattern FIELD = Pattern.compile("\"?" + CsvFile.FIELD + "\\$?\\w");
    /** With other separators as well, so that these are named as the fault. */
    private static final Pattern CELL = Pattern.compile("[^,;\\t\"]+");

    @Getter
    private final String ending;

    /** The form to write; empty if the ending is another one. */
    public static Optional<SheetFormat> of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(format -> lower.endsWith(format.ending))
                .findFirst();
    }

    /** The form to read; a name without an ending of a scenario, as of standard input, leaves it to the content. */
    public static SheetFormat ofInput(String name, byte[] bytes) {
        Optional<SheetFormat> format = of(name);
        if (format.isPresent()) {
            return format.get();
        }
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        boolean workbook = OTHER_WORKBOOKS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith)
                || head.startsWith(WorkbookReader.ZIP)
                || head.startsWith(WorkbookReader.COMPOUND_FILE);
        return workbook ? XLSX : beginsCsv(head) ? CSV : JSON;
    }

    /** Whether the first line is one that a scenario in CSV begins with: a field, or titles of columns. */
    private static boolean beginsCsv(String head) {
        String line = head.substring(head.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0)
                .lines()
                .filter(one -> !one.isBlank())
                .findFirst()
                .orElse("");
        if (BEGINS_JSON.matcher(line).lookingAt() || FIELD.matcher(line).lookingAt()) {
            return FIELD.matcher(line).lookingAt();
        }
        List<String> titles =
                CELL.matcher(line).results().map(MatchResult::group).toList();
        return titles.contains(ReadingColumn.ID.title())
                && titles.stream().filter(ReadingColumn.TITLES::contains).count() > 1;
    }

    /** Whether a file of a folder is a spreadsheet, and not the lock file of a program that has one open. */
    public static boolean isSheetInFolder(String name) {
        return !name.startsWith(LOCK)
                && of(name).filter(format -> format != JSON).isPresent();
    }
}
