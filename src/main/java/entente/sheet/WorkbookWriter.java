package entente.sheet;

import entente.document.PlainZip;
import entente.model.ReadingStatus;
import entente.model.Relationship;
import entente.sheet.ReadingColumn.Meaning;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes a workbook of two sheets and instructions: cells, widths, a fixed header row, and lists to choose from; no formulas. */
final class WorkbookWriter {

    private static final String HEADER_COLOUR = "D9E2EC";
    private static final String INFORMATION_COLOUR = "F2F4F7";
    private static final String NO_COLOUR = "";
    /** Grey with a contrast of 4.8 to 1. */
    private static final String INHERITED_COLOUR = "667085";

    /** What XML cannot hold or changes, written as {@code _x000D_}, and text that would be taken for that. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private static final int CHARACTER = 256;
    private static final String GRADES = "ABCDEF";
    private static final List<Integer> SCENARIO_WIDTHS = List.of(44, 90, 90);
    private static final List<Integer> INSTRUCTION_WIDTHS = List.of(16, 100);
    private static final Style HEADER = new Style(false, false, false, HEADER_COLOUR, NO_COLOUR);

    /** How cells look; the header, alone in its colour, is bold. */
    private record Style(boolean text, boolean left, boolean wrap, String fill, String colour) {}

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Map<Style, XSSFCellStyle> styles = new HashMap<>();

    private WorkbookWriter() {}

    static byte[] write(SheetRows rows) {
        WorkbookWriter writer = new WorkbookWriter();
        writer.readings(rows.readings());
        writer.scenario(rows.scenario());
        Style wrapped = new Style(false, false, true, NO_COLOUR, NO_COLOUR);
        writer.sheet(SheetReader.INSTRUCTIONS, rows.instructions(), INSTRUCTION_WIDTHS, (column, value) -> wrapped);
        var properties = writer.workbook.getProperties();
        properties.getExtendedProperties().getUnderlyingProperties().setApplication("Entente");
        // Otherwise the library names itself as the author.
        properties.getCoreProperties().getUnderlyingProperties().setCreatorProperty("");
        try (writer.workbook) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            writer.workbook.write(bytes);
            return PlainZip.of(bytes.toByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String encode(String text) {
        return ESCAPED.matcher(text).replaceAll("_x005F_x$1_").replace("\r", "_x000D_");
    }

    private void readings(List<List<Object>> rows) {
        List<ReadingColumn> columns = rows.get(0).stream()
                .map(title -> ReadingColumn.of(title.toString()).orElseThrow())
                .toList();
        List<Integer> widths = columns.stream().map(ReadingColumn::width).toList();
        XSSFSheet sheet = sheet(SheetReader.READINGS, rows, widths, (number, value) -> {
            ReadingColumn column = columns.get(number);
            boolean filledIn = column.field().isPresent();
            return new Style(
                    column.meaning() != Meaning.NUMBER,
                    false,
                    !filledIn || column == ReadingColumn.NOTE,
                    filledIn ? NO_COLOUR : INFORMATION_COLOUR,
                    column == ReadingColumn.INHERITED ? INHERITED_COLOUR : NO_COLOUR);
        });
        int last = rows.size() - 1;
        Stream<String> statuses =
                Stream.of(ReadingStatus.values()).map(status -> status.name().toLowerCase(Locale.ROOT));
        choices(sheet, 1, last, columns.indexOf(ReadingColumn.STATUS), ReadingColumn.STATUS.title(), statuses);
        Stream<String> grades = GRADES.chars()
                .boxed()
                .flatMap(
                        letter -> IntStream.rangeClosed(1, 6).mapToObj(digit -> (char) letter.intValue() + "" + digit));
        int column = columns.indexOf(ReadingColumn.SOURCE_GRADE);
        choices(sheet, 1, last, column, ReadingColumn.SOURCE_GRADE.title(), grades);
    }

    private void scenario(List<List<Object>> rows) {
        XSSFSheet sheet = sheet(
                SheetReader.SCENARIO,
                rows,
                SCENARIO_WIDTHS,
                (column, value) -> new Style(value instanceof String, true, true, NO_COLOUR, NO_COLOUR));
        for (int row = 1; row < rows.size(); row++) {
            Object field = rows.get(row).get(0);
            if (field.equals("observed.relationship")) {
                Stream<String> names = Stream.of(Relationship.values()).map(Enum::name);
                choices(sheet, row, row, 1, "relationship", names);
            } else if (field.equals("observed.allianceInForce")) {
                choices(sheet, row, row, 1, "allianceInForce", Stream.of("yes", "no"));
            }
        }
    }

    private static void choices(XSSFSheet sheet, int first, int last, int column, String title, Stream<String> words) {
        var helper = new XSSFDataValidationHelper(sheet);
        var list = helper.createValidation(
                helper.createExplicitListConstraint(words.toArray(String[]::new)),
                new CellRangeAddressList(first, last, column, column));
        list.setEmptyCellAllowed(true);
        list.setShowErrorBox(true);
        list.createErrorBox(title, "Choose from the list, or leave the cell empty.");
        sheet.addValidationData(list);
    }

    /** A sheet whose first row is the header; cells beyond the columns that have a width have no style. */
    private XSSFSheet sheet(
            String name, List<List<Object>> rows, List<Integer> widths, BiFunction<Integer, Object, Style> style) {
        XSSFSheet sheet = workbook.createSheet(name);
        sheet.createFreezePane(0, 1);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        for (int column = 0; column < widths.size(); column++) {
            sheet.setColumnWidth(column, widths.get(column) * CHARACTER);
        }
        for (int number = 0; number < rows.size(); number++) {
            List<Object> values = rows.get(number);
            Row row = sheet.createRow(number);
            int count = number == 0 ? values.size() : Math.max(values.size(), widths.size());
            for (int column = 0; column < count; column++) {
                Object value = column < values.size() ? values.get(column) : "";
                XSSFCell cell = (XSSFCell) row.createCell(column);
                if (value instanceof Number) {
                    cell.getCTCell().setV(value.toString());
                } else if (!value.equals("")) {
                    cell.setCellValue(encode(value.toString()));
                }
                if (number == 0 || column < widths.size()) {
                    cell.setCellStyle(
                            styles.computeIfAbsent(number == 0 ? HEADER : style.apply(column, value), this::created));
                }
            }
        }
        return sheet;
    }

    private XSSFCellStyle created(Style style) {
        XSSFCellStyle created = workbook.createCellStyle();
        created.setDataFormat(workbook.createDataFormat().getFormat(style.text ? "@" : "General"));
        created.setWrapText(style.wrap);
        if (style.left) {
            created.setAlignment(HorizontalAlignment.LEFT);
        }
        if (!style.fill.isEmpty()) {
            created.setFillForegroundColor(colour(style.fill));
            created.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        if (style.equals(HEADER) || !style.colour.isEmpty()) {
            XSSFFont font = workbook.createFont();
            font.setBold(style.equals(HEADER));
            if (!style.colour.isEmpty()) {
                font.setColor(colour(style.colour));
            }
            created.setFont(font);
        }
        if (!style.equals(HEADER)) {
            created.setVerticalAlignment(VerticalAlignment.TOP);
        }
        return created;
    }

    private static XSSFColor colour(String hexadecimal) {
        return new XSSFColor(HexFormat.of().parseHex(hexadecimal));
    }
}
