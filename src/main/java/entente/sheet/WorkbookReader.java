package entente.sheet;

import entente.document.DocumentLimits;
import entente.sheet.Grid.Kind;
import entente.sheet.Grid.RefusedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of a workbook (Office Open XML) with their types. Nothing is computed, and no link is followed; a workbook
 * with macros or links to other files is refused. What the library would build in memory is bounded before it reads.
 */
final class WorkbookReader {

    static final int MAX_PARTS = 100;
    static final int MAX_BYTES = 16 << 20;
    /** Unpacked bytes for each packed one; usual workbooks have 4 to 20. */
    static final int MAX_RATIO = 100;
    /** Elements, ends of elements and attributes of all parts. */
    static final int MAX_MARKS = 500_000;

    private static final int SMALL = 1 << 20;
    /** How a zip file begins, as a string of bytes. */
    static final String ZIP = "PK\3\4";
    /** How a file of older programs, and of those that encrypt, begins. */
    static final String COMPOUND_FILE = "\u00D0\u00CF\u0011\u00E0";

    private static final List<String> LINKED =
            List.of("xl/externallinks/", "xl/connections.xml", "xl/embeddings/", "xl/activex/", "xl/querytables/");

    private static final Pattern ADDRESS = Pattern.compile("[A-Z]{1,3}[1-9]\\d{0,6}");
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    /** Before March 1900 workbooks count a day that did not exist. */
    private static final int FIRST_CLEAR_DAY = 61;

    private static final int LAST_DAY = 2_958_465;

    /** In the format of a number: quoted text, escaped characters, and brackets such as colours. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.");

    private static final Pattern DATE = Pattern.compile("[dmyhs]");

    private final XSSFWorkbook workbook;

    private WorkbookReader(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    static List<Grid> read(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, ZIP.length()), StandardCharsets.ISO_8859_1);
        if (start.equals(COMPOUND_FILE)) {
            throw new RefusedFileException(
                    "NOT_XLSX",
                    "This is a workbook of an older form (.xls), or protected by a password: save it as .xlsx, without one.");
        }
        if (!start.equals(ZIP)) {
            throw RefusedFileException.damaged();
        }
        // By its directory, as spreadsheet programs do: a stream cannot read all that these programs write.
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            checkParts(zip, bytes.length);
            try (XSSFWorkbook workbook = new XSSFWorkbook(OPCPackage.open(new ZipFileZipEntrySource(zip)))) {
                return new WorkbookReader(workbook).grids();
            }
        } catch (RefusedFileException refused) {
            throw refused;
        } catch (IOException | OpenXML4JException | RuntimeException damaged) {
            // The library throws what it likes at content that is no workbook.
            throw RefusedFileException.damaged();
        }
    }

    private static void checkParts(ZipFile zip, int packed) throws IOException {
        Set<String> names = new HashSet<>();
        int total = 0;
        int marks = 0;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (names.size() == MAX_PARTS) {
                throw tooLarge("The workbook has more than " + MAX_PARTS + " parts; a scenario needs ten.");
            }
            byte[] content;
            try (InputStream in = zip.getInputStream(entry)) {
                content = in.readNBytes(MAX_BYTES - total + 1);
            }
            total += content.length;
            for (byte one : content) {
                marks += one == '<' || one == '=' ? 1 : 0;
            }
            if (total > MAX_BYTES || (total > SMALL && total / MAX_RATIO > packed) || marks > MAX_MARKS) {
                throw tooLarge("The workbook is too large when it is unpacked.");
            }
            String name = entry.getName().toLowerCase(Locale.ROOT);
            refuseActive(name, content);
            if (!names.add(name)) {
                throw RefusedFileException.damaged();
            }
        }
    }

    private static void refuseActive(String name, byte[] content) {
        if (name.endsWith("vbaproject.bin")
                || name.startsWith("xl/macrosheets/")
                || (name.equals("[content_types].xml")
                        && new String(content, StandardCharsets.UTF_8)
                                .toLowerCase(Locale.ROOT)
                                .contains("macroenabled"))) {
            throw new RefusedFileException("MACRO", "The workbook holds macros: save it as .xlsx, without them.");
        }
        if (LINKED.stream().anyMatch(name::startsWith)) {
            throw new RefusedFileException(
                    "EXTERNAL_LINK",
                    "The workbook refers to other files or holds embedded objects: remove them, and paste values.");
        }
    }

    private static RefusedFileException tooLarge(String detail) {
        return new RefusedFileException("TOO_LARGE", detail);
    }

    private List<Grid> grids() {
        List<Grid> grids = new ArrayList<>();
        for (Sheet sheet : workbook) {
            grids.add(grid((XSSFSheet) sheet, new Grid(sheet.getSheetName(), grids.size())));
        }
        check(grids.size() == workbook.getCTWorkbook().getSheets().sizeOfSheetArray());
        return grids;
    }

    /** The library leaves out what it cannot place and all but the last of what has the same address. */
    private static void check(boolean complete) {
        if (!complete) {
            throw RefusedFileException.damaged();
        }
    }

    private Grid grid(XSSFSheet sheet, Grid grid) {
        check(sheet.getPhysicalNumberOfRows()
                == sheet.getCTWorksheet().getSheetData().sizeOfRowArray());
        for (Row row : sheet) {
            check(row.getPhysicalNumberOfCells() == ((XSSFRow) row).getCTRow().sizeOfCArray());
            row.forEach(cell -> cell(grid, (XSSFCell) cell));
        }
        return grid;
    }

    private void cell(Grid grid, XSSFCell cell) {
        int row = cell.getRowIndex() + 1;
        int column = cell.getColumnIndex() + 1;
        String address = cell.getCTCell().getR();
        check(address == null
                || (ADDRESS.matcher(address).matches()
                        && address.equals(cell.getAddress().formatAsString())));
        String type = cell.getCTCell().xgetT().getStringValue();
        boolean formula = cell.getCTCell().isSetF();
        boolean text = !formula && Set.of("s", "inlineStr", "str").contains(type);
        String raw = Optional.ofNullable(cell.getRawValue()).orElse("").strip();
        // Asked for by the cell, a text that is not there would be an empty one.
        String value = !text
                ? raw
                : type.equals("s") && !raw.isEmpty()
                        ? workbook.getSharedStringSource()
                                .getItemAt(Integer.parseInt(raw))
                                .getString()
                        : cell.getRichStringCellValue().getString();
        if (!formula && value.isBlank()) {
            return;
        }
        if (row < 1 || row > Grid.MAX_ROW || column > Grid.MAX_COLUMN) {
            throw tooLarge("The cell " + grid.cellName(grid.location(row, column)) + " lies beyond row " + Grid.MAX_ROW
                    + " or column " + Grid.MAX_COLUMN + ".");
        }
        if (formula || text) {
            grid.add(row, column, formula ? Kind.FORMULA : Kind.TEXT, value);
            return;
        }
        switch (type) {
            case "b" -> grid.add(row, column, Kind.BOOLEAN, value.equals("1") ? "TRUE" : "FALSE");
            case "e" -> grid.add(row, column, Kind.ERROR, value);
            case "d" -> grid.add(row, column, Kind.DATE, value.endsWith("T00:00:00") ? value.substring(0, 10) : value);
            case "n" -> {
                check(value.length() <= DocumentLimits.SCENARIO.number());
                number(grid, row, column, new BigDecimal(value), value, cell.getCellStyle());
            }
            default -> throw RefusedFileException.damaged();
        }
    }

    private void number(
            Grid grid, int row, int column, BigDecimal number, String value, @Nullable XSSFCellStyle style) {
        String format = style == null ? null : style.getDataFormatString();
        String bare = LITERAL.matcher(Optional.ofNullable(format).orElse(""))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        // Formats of East Asian dates have numbers only.
        boolean date = style != null && format == null && style.getDataFormat() <= 58;
        if (date || DATE.matcher(bare).find()) {
            boolean clear = !workbook.isDate1904()
                    && number.compareTo(BigDecimal.valueOf(FIRST_CLEAR_DAY)) >= 0
                    && number.compareTo(BigDecimal.valueOf(LAST_DAY)) <= 0
                    && number.remainder(BigDecimal.ONE).signum() == 0;
            grid.add(
                    row,
                    column,
                    clear ? Kind.DATE : Kind.UNCLEAR_DATE,
                    clear ? DAY_ZERO.plusDays(number.intValue()).toString() : number.toString());
        } else if (bare.indexOf('%') >= 0) {
            grid.add(row, column, Kind.PERCENTAGE, percentage(number));
        } else {
            grid.add(row, column, Kind.NUMBER, value);
        }
    }

    /** The figure that is shown; a workbook stores the nearest binary number, with digits of no meaning. */
    private static String percentage(BigDecimal stored) {
        double nearest = stored.doubleValue();
        BigDecimal exact = Double.isFinite(nearest) ? BigDecimal.valueOf(nearest) : stored;
        return exact.movePointRight(2).stripTrailingZeros().toString();
    }
}
