package entente.sheet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** The forms of a scenario file, by the ending of its name or by how it begins. */
@RequiredArgsConstructor
public enum SheetFormat {
    JSON(".json"),
    XLSX(".xlsx");

    /** Tables of other forms, which are refused with a message of their own. */
    private static final List<String> OTHER_TABLES =
            List.of(".xlsm", ".xls", ".xlsb", ".xltx", ".xltm", ".ods", ".csv");

    private static final String LOCK = "~$";

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
        String start = new String(bytes, 0, Math.min(bytes.length, 4), StandardCharsets.ISO_8859_1);
        boolean sheet = OTHER_TABLES.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith)
                || start.equals(WorkbookReader.ZIP)
                || start.equals(WorkbookReader.COMPOUND_FILE);
        return of(name).orElse(sheet ? XLSX : JSON);
    }

    /** Whether a file of a folder is a spreadsheet, and not the lock file of a program that has one open. */
    public static boolean isSheetInFolder(String name) {
        return !name.startsWith(LOCK) && of(name).equals(Optional.of(XLSX));
    }
}
