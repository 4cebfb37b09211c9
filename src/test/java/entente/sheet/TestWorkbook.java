package entente.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written part by part, so that it can have content that no library writes. */
public final class TestWorkbook {

    private static final String NAMESPACE =
            " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private static final String PACKAGE = " xmlns=\"http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPES = "[Content_Types].xml";

    private final Map<String, Map<String, String>> sheets = new LinkedHashMap<>();
    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private String properties = "";
    private String before = "";

    /** A valid scenario with one reading: id, value, low, high, status, source, source_grade, date, note, label in A to J. */
    public static TestWorkbook valid() {
        TestWorkbook book = new TestWorkbook();
        String[] header = {"id", "value", "low", "high", "status", "source", "source_grade", "date", "note", "label"};
        for (int i = 0; i < header.length; i++) {
            book.put("Readings", (char) ('A' + i) + "1", text(header[i]));
        }
        book.put("Readings", "A2", text("political_will_to_ally")).put("Readings", "B2", number("2"));
        book.put("Scenario", "A1", text("field")).put("Scenario", "B1", text("value"));
        book.put("Scenario", "A2", text("id")).put("Scenario", "B2", text("sheet-test"));
        book.put("Scenario", "A3", text("title")).put("Scenario", "B3", text("A test"));
        return book;
    }

    public TestWorkbook put(String sheet, String address, String cell) {
        sheets.computeIfAbsent(sheet, name -> new TreeMap<>(TestWorkbook::byRow))
                .put(address, cell.replace("?", address));
        return this;
    }

    public TestWorkbook readings(String address, String cell) {
        return put("Readings", address, cell);
    }

    /** A row of the sheet of the scenario: field, then values. */
    public TestWorkbook field(int row, String name, String... cells) {
        put("Scenario", "A" + row, text(name));
        for (int i = 0; i < cells.length; i++) {
            put("Scenario", (char) ('B' + i) + String.valueOf(row), cells[i]);
        }
        return this;
    }

    TestWorkbook without(String sheet) {
        sheets.remove(sheet);
        return this;
    }

    TestWorkbook part(String name, String content) {
        parts.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    TestWorkbook from1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    /** Text before the root element of each sheet. */
    TestWorkbook before(String text) {
        before = text;
        return this;
    }

    public static String text(String text) {
        return "<c r=\"?\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + text + "</t></is></c>";
    }

    public static String number(String digits) {
        return "<c r=\"?\"><v>" + digits + "</v></c>";
    }

    static String date(String days) {
        return "<c r=\"?\" s=\"1\"><v>" + days + "</v></c>";
    }

    /** A number in the format {@code 0%}. */
    static String percentage(String part) {
        return "<c r=\"?\" s=\"2\"><v>" + part + "</v></c>";
    }

    static String typed(String type, String value) {
        return "<c r=\"?\" t=\"" + type + "\"><v>" + value + "</v></c>";
    }

    public static String formula(String type) {
        return "<c r=\"?\" t=\"" + type + "\"><f>1+1</f><v>2</v></c>";
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            StringBuilder names = new StringBuilder();
            StringBuilder types = new StringBuilder();
            StringBuilder targets = new StringBuilder();
            int number = 0;
            for (Map.Entry<String, Map<String, String>> sheet : sheets.entrySet()) {
                number++;
                names.append(
                        "<sheet name=\"" + sheet.getKey() + "\" sheetId=\"" + number + "\" r:id=\"s" + number + "\"/>");
                targets.append(relationship("s" + number, "worksheet", "worksheets/sheet" + number + ".xml"));
                types.append(type("/xl/worksheets/sheet" + number + ".xml", "worksheet"));
                entry(zip, "xl/worksheets/sheet" + number + ".xml", sheet(sheet.getValue()));
            }
            entry(
                    zip,
                    "xl/workbook.xml",
                    "<workbook" + NAMESPACE + ">" + properties + "<sheets>" + names + "</sheets></workbook>");
            targets.append(relationship("styles", "styles", "styles.xml"));
            entry(zip, "xl/_rels/workbook.xml.rels", relationships(targets.toString()));
            entry(zip, "_rels/.rels", relationships(relationship("book", "officeDocument", "xl/workbook.xml")));
            types.append(type("/xl/workbook.xml", "sheet.main")).append(type("/xl/styles.xml", "styles"));
            if (!parts.containsKey(TYPES)) {
                entry(zip, TYPES, types(types.toString()));
            }
            entry(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet" + NAMESPACE
                            + "><numFmts><numFmt numFmtId=\"170\" formatCode=\"dd.mm.yyyy\"/></numFmts>"
                            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/><xf numFmtId=\"9\"/></cellXfs></styleSheet>");
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    private String sheet(Map<String, String> cells) {
        StringBuilder xml = new StringBuilder(before + "<worksheet" + NAMESPACE + "><sheetData>");
        String row = "";
        for (Map.Entry<String, String> cell : cells.entrySet()) {
            String number = row(cell.getKey());
            if (!number.equals(row)) {
                xml.append(row.isEmpty() ? "" : "</row>").append("<row r=\"" + number + "\">");
                row = number;
            }
            xml.append(cell.getValue());
        }
        return xml + (row.isEmpty() ? "" : "</row>") + "</sheetData></worksheet>";
    }

    private static String types(String parts) {
        return "<Types" + PACKAGE + "content-types\"><Default Extension=\"rels\""
                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" + parts + "</Types>";
    }

    private static String type(String part, String kind) {
        return "<Override PartName=\"" + part
                + "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml." + kind + "+xml\"/>";
    }

    private static String relationships(String targets) {
        return "<Relationships" + PACKAGE + "relationships\">" + targets + "</Relationships>";
    }

    private static String relationship(String id, String kind, String target) {
        return "<Relationship Id=\"" + id
                + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + kind
                + "\" Target=\"" + target + "\"/>";
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }

    private static String row(String address) {
        return address.replaceAll("[A-Z]+", "");
    }

    private static int byRow(String one, String other) {
        int rows = Integer.compare(Integer.parseInt(row(one)), Integer.parseInt(row(other)));
        return rows != 0 ? rows : one.length() != other.length() ? one.length() - other.length() : one.compareTo(other);
    }
}
