package entente.sheet;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    @Getter
    private final String ending;

    /** The form to write; empty if the ending is another one. */
    public static Optional<SheetFormat> of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (SheetFormat format : values()) {
            if (lower.endsWith(format.ending)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** The form to read; a name without an ending of a scenario, as of standard input, leaves it to the content. */
    public static SheetFormat ofInput(String name, byte[] bytes) {
        Optional<SheetFormat> format = of(name);
        if (format.isPresent()) {
            return format.get();
        }
        for (String ending : OTHER_WORKBOOKS) {
            if (name.toLowerCase(Locale.ROOT).endsWith(ending)) {
                return XLSX;
            }
        }
        if (FirstBytes.isZip(bytes) || FirstBytes.isCompoundFile(bytes)) {
            return XLSX;
        }
        return FirstBytes.areCsv(bytes) ? CSV : JSON;
    }

    /** Whether a file of a folder is a spreadsheet, and not the lock file of a program that has one open. */
    public static boolean isSheetInFolder(String name) {
        return !name.startsWith(LOCK)
                && of(name).filter(format -> format != JSON).isPresent();
    }
}
