package entente.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook of text and numbers, without formulas; equal content gives equal bytes. */
public final class PlainWorkbook {

    public static final String NO_COLOUR = "";

    /** How cells look; colours are hexadecimal, and the header, alone in its colour, is bold. */
    public record Style(boolean text, boolean wrap, String fill, String colour) {}

    private static final Style HEADER = new Style(false, false, "d9e2ec", NO_COLOUR);
    private static final int CHARACTER = 256;

    /** What XML cannot hold or changes, written as {@code _x000D_}, and text that would be taken for that. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Map<Style, XSSFCellStyle> styles = new HashMap<>();

    public static String encode(String text) {
        return ESCAPED.matcher(text).replaceAll("_x005F_x$1_").replace("\r", "_x000D_");
    }

    /**
     * Adds a sheet whose first row is the header; cells beyond the columns that have a width have no style.
     *
     * @param style by the number of the column and the value
     */
    public XSSFSheet sheet(
            String name, List<List<Object>> rows, List<Integer> widths, BiFunction<Integer, Object, Style> style) {
        XSSFSheet sheet = workbook.createSheet(name);
        sheet.createFreezePane(0, 1);
        for (int column = 0; column < widths.size(); column++) {
            sheet.setColumnWidth(column, widths.get(column) * CHARACTER);
        }
        for (int number = 0; number < rows.size(); number++) {
            List<Object> values = rows.get(number);
            XSSFRow row = sheet.createRow(number);
            int count = number == 0 ? values.size() : Math.max(values.size(), widths.size());
            for (int column = 0; column < count; column++) {
                Object value = column < values.size() ? values.get(column) : "";
                XSSFCell cell = row.createCell(column);
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

    /** The file; nothing can be added afterwards. */
    public byte[] bytes() {
        var properties = workbook.getProperties();
        properties.getExtendedProperties().getUnderlyingProperties().setApplication("Entente");
        // Otherwise the library names itself as the author.
        properties.getCoreProperties().getUnderlyingProperties().setCreatorProperty("");
        try (workbook) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return PlainZip.of(bytes.toByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
