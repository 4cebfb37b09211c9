package entente.sheet;

import static entente.sheet.TestWorkbook.date;
import static entente.sheet.TestWorkbook.formula;
import static entente.sheet.TestWorkbook.number;
import static entente.sheet.TestWorkbook.percentage;
import static entente.sheet.TestWorkbook.text;
import static entente.sheet.TestWorkbook.typed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Spreadsheets with one fault each, and the code and cell of every problem that is expected. */
final class BadSheets {

    /**
     * @param expected code and cell, or pointer if no cell is named
     */
    record BadSheet(String name, byte[] bytes, List<String> expected) {

        @Override
        public String toString() {
            return name;
        }
    }

    private final List<BadSheet> all = new ArrayList<>();

    static List<BadSheet> all() {
        BadSheets bad = new BadSheets();
        bad.formulas();
        bad.types();
        bad.tables();
        bad.readings();
        bad.fields();
        bad.files();
        return bad.all;
    }

    private void formulas() {
        add("formula as value", book -> book.readings("B2", formula("n")), "FORMULA Readings!B2");
        add("formula as label", book -> book.readings("J2", formula("str")), "FORMULA Readings!J2");
        add("formula as title of a column", book -> book.readings("C1", formula("str")), "FORMULA Readings!C1");
        add("formula as id", book -> book.readings("A2", formula("str")), "FORMULA Readings!A2");
        add("formula as field", book -> book.field(3, "title", formula("str")), "FORMULA Scenario!B3");
        add("formula of shared text", book -> book.readings("I2", formula("s")), "FORMULA Readings!I2");
        add(
                "formula shared with another cell",
                book -> book.readings("B2", "<c r=\"?\"><f t=\"shared\" si=\"0\"/><v>2</v></c>"),
                "FORMULA Readings!B2");
        add("formula without result", book -> book.readings("B2", "<c r=\"?\"><f>A1</f></c>"), "FORMULA Readings!B2");
        add(
                "link to another workbook",
                book -> book.part("xl/externalLinks/externalLink1.xml", "<externalLink/>"),
                "EXTERNAL_LINK #");
        add("connection", book -> book.part("xl/connections.xml", "<connections/>"), "EXTERNAL_LINK #");
        add("embedded object", book -> book.part("xl/embeddings/oleObject1.bin", "x"), "EXTERNAL_LINK #");
    }

    private void types() {
        add("text as value", book -> book.readings("B2", text("high")), "WRONG_TYPE Readings!B2");
        add("percentage of a scale", book -> book.readings("B2", percentage("0.02")), "WRONG_TYPE Readings!B2");
        add("percentage as note", book -> book.readings("I2", percentage("0.5")), "WRONG_TYPE Readings!I2");
        add("truth value as value", book -> book.readings("B2", typed("b", "1")), "WRONG_TYPE Readings!B2");
        add("truth value as note", book -> book.readings("I2", typed("b", "0")), "WRONG_TYPE Readings!I2");
        add("truth value as date", book -> book.readings("H2", typed("b", "1")), "WRONG_TYPE Readings!H2");
        add("error as value", book -> book.readings("B2", typed("e", "#DIV/0!")), "ERROR_CELL Readings!B2");
        add("error as label", book -> book.readings("J2", typed("e", "#REF!")), "ERROR_CELL Readings!J2");
        add("date as value", book -> book.readings("B2", date("45000")), "WRONG_TYPE Readings!B2");
        add("date as note", book -> book.readings("I2", date("45000")), "WRONG_TYPE Readings!I2");
        add("fraction as note", book -> book.readings("I2", number("0.5")), "WRONG_TYPE Readings!I2");
        add("number as date", book -> book.readings("H2", number("45000")), "WRONG_TYPE Readings!H2");
        add("date counted from 1904", book -> book.from1904().readings("H2", date("43538")), "BAD_DATE Readings!H2");
        add("date with a time", book -> book.readings("H2", date("45000.5")), "BAD_DATE Readings!H2");
        add("day that never was", book -> book.readings("H2", date("60")), "BAD_DATE Readings!H2");
        add("date after the calendar", book -> book.readings("H2", date("1e30")), "BAD_DATE Readings!H2");
        add("no such day", book -> book.field(4, "asOf", text("2025-02-30")), "BAD_DATE Scenario!B4");
        add("number without end", book -> book.readings("B2", number("1e999")), "NOT_FINITE Readings!B2");
        add("control character", book -> book.readings("I2", text("a_x0001_b")), "FORBIDDEN_CHARACTER Readings!I2");
        add("half a character", book -> book.readings("I2", text("_xD800_")), "FORBIDDEN_CHARACTER Readings!I2");
    }

    private void tables() {
        add("unknown column", book -> book.readings("K1", text("colour")), "UNKNOWN_COLUMN Readings!K1");
        add("misspelt column", book -> book.readings("B1", text("valeu")), "UNKNOWN_COLUMN Readings!B1");
        add("column twice", book -> book.readings("C1", text("value")), "DUPLICATE_COLUMN Readings!C1");
        add("cell beside the table", book -> book.readings("L2", text("see mail")), "UNKNOWN_COLUMN Readings!L2");
        add(
                "no column of ids",
                book -> book.readings("A1", text("label")).readings("J1", text("group")),
                "MISSING_COLUMN Readings!A1");
        add("row without id", book -> book.readings("B3", number("1")), "MISSING_FIELD Readings!A3");
        add("no readings", book -> book.without("Readings"), "MISSING_SHEET #");
        add("no scenario", book -> book.without("Scenario"), "MISSING_SHEET #");
        add("another sheet", book -> book.put("Sheet3", "A1", text("x")), "UNKNOWN_SHEET Sheet3!A1");
        add("row too far down", book -> book.readings("A2001", text("x")), "TOO_LARGE #");
        add("column too far right", book -> book.readings("AY2", text("x")), "TOO_LARGE #");
        add(
                "two problems",
                book -> book.readings("B2", text("high")).readings("G2", text("Z9")),
                "WRONG_TYPE Readings!B2",
                "BAD_GRADE Readings!G2");
        add(
                "a formula and a typing error",
                book -> book.readings("C2", formula("n")).readings("E2", text("knwon")),
                "FORMULA Readings!C2",
                "UNKNOWN_WORD Readings!E2");
    }

    private void readings() {
        add("unknown indicator", book -> book.readings("A2", text("political_will")), "UNKNOWN_INDICATOR Readings!A2");
        add(
                "row in one cell",
                book -> book.readings("A3", text("us_prc_gdp_ratio;2")),
                "UNKNOWN_INDICATOR Readings!A3");
        add("date in another order", book -> book.readings("H2", text("22/12/2023")), "BAD_DATE Readings!H2");
        add(
                "indicator twice",
                book -> book.readings("A3", text("political_will_to_ally")).readings("B3", number("2")),
                "DUPLICATE_KEY Readings!A3");
        add("out of range", book -> book.readings("B2", number("9")), "OUT_OF_RANGE Readings!B2");
        add(
                "low above high",
                book -> book.readings("C2", number("3")).readings("D2", number("1")),
                "LOW_ABOVE_HIGH Readings!C2");
        add(
                "value below its low end",
                book -> book.readings("C2", number("3")).readings("D2", number("4")),
                "VALUE_OUTSIDE_RANGE Readings!B2");
        add("unknown with a value", book -> book.readings("E2", text("unknown")), "CONTRADICTION Readings!E2");
        add(
                "assumed without a value",
                book -> book.readings("A3", text("rus_west_relations")).readings("E3", text("assumed")),
                "CONTRADICTION Readings!B3");
        add("status with a blank", book -> book.readings("E2", text("known ")), "UNKNOWN_WORD Readings!E2");
        add("unknown grade", book -> book.readings("G2", text("G7")), "BAD_GRADE Readings!G2");
        add("source that is not listed", book -> book.readings("F2", text("S9")), "UNKNOWN_SOURCE Readings!F2");
    }

    private void fields() {
        add("no title", book -> book.field(3, "narrative", text("x")), "MISSING_FIELD #/title");
        add("title twice", book -> book.field(4, "title", text("x")), "DUPLICATE_KEY Scenario!B4");
        add("title in two cells", book -> book.field(3, "title", text("A"), text("B")), "UNKNOWN_COLUMN Scenario!C3");
        add("unknown field", book -> book.field(4, "titel", text("x")), "UNKNOWN_FIELD Scenario!B4");
        add("value without field", book -> book.put("Scenario", "B4", text("x")), "MISSING_FIELD Scenario!B4");
        add("horizon as text", book -> book.field(4, "horizonYears", text("five")), "WRONG_TYPE Scenario!B4");
        add("unknown parent", book -> book.field(4, "extends", text("nobody")), "UNKNOWN_PARENT Scenario!B4");
        add(
                "source twice",
                book -> book.field(4, "source", text("S1"), text("x")).field(5, "source", text("S1"), text("y")),
                "DUPLICATE_SOURCE Scenario!B5");
        add("source without reference", book -> book.field(4, "source", text("S1")), "MISSING_FIELD Scenario!C4");
        add(
                "unknown weight",
                book -> book.field(4, "assumptions.weights.alliance.HUGE", number("4")),
                "UNKNOWN_WEIGHT Scenario!B4");
        add("unknown rule", book -> book.field(4, "assumptions.without", text("nothing")), "UNKNOWN_RULE Scenario!B4");
        add(
                "three cut points",
                book -> book.field(
                        4, "assumptions.cutPoints.prc_export_share_us_pct", number("4"), number("8"), number("9")),
                "BAD_CUT_POINTS Scenario!B4");
        add(
                "observed in other words",
                book -> book.field(4, "observed.relationship", text("MIXED"))
                        .field(5, "observed.allianceInForce", text("perhaps"))
                        .field(6, "observed.source", text("x")),
                "WRONG_TYPE Scenario!B5");
    }

    private void files() {
        add("macros", book -> book.part("xl/vbaProject.bin", "x"), "MACRO #");
        add(
                "type of a workbook with macros",
                book -> book.part(
                        "[Content_Types].xml",
                        "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>"),
                "MACRO #");
        add("macro sheet", book -> book.part("xl/macrosheets/sheet1.xml", "<x/>"), "MACRO #");
        add("document type", book -> book.before("<!DOCTYPE worksheet [<!ENTITY a \"b\">]>"), "NOT_XLSX #");
        add("entity", book -> book.readings("I2", text("&amp;&a;")), "NOT_XLSX #");
        add("shared text that is not there", book -> book.readings("I2", typed("s", "2000000000")), "NOT_XLSX #");
        add("address out of bounds", book -> book.readings("I2", text("x").replace("?", "ZZZZZZ2")), "NOT_XLSX #");
        add("address twice", book -> book.readings("I2", text("x").replace("?", "A2")), "NOT_XLSX #");
        add("value of no type", book -> book.readings("B2", typed("z", "2")), "NOT_XLSX #");
        add("number of letters", book -> book.readings("B2", number("NaN")), "NOT_XLSX #");
        add("many parts", BadSheets::manyParts, "TOO_LARGE #");
        String elements = "<".repeat(WorkbookReader.MAX_MARKS);
        add("many elements", book -> book.part("xl/notes.xml", elements), "TOO_LARGE #");
        add("zip bomb", book -> book.part("xl/media/image1.png", " ".repeat(12 << 20)), "TOO_LARGE #");
        byte[] good = TestWorkbook.valid().bytes();
        add("truncated", Arrays.copyOf(good, good.length / 3), "NOT_XLSX #");
        add("only text", "id,value".getBytes(StandardCharsets.UTF_8), "NOT_XLSX #");
        add("nothing", new byte[0], "EMPTY #");
        add("too many bytes", new byte[(1 << 20) + 1], "TOO_LARGE #");
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        add("older form", old, "NOT_XLSX #");
    }

    private static TestWorkbook manyParts(TestWorkbook book) {
        for (int i = 0; i < 100; i++) {
            book.part("xl/media/image" + i + ".png", "x");
        }
        return book;
    }

    private void add(String name, UnaryOperator<TestWorkbook> change, String... expected) {
        add(name, change.apply(TestWorkbook.valid()).bytes(), expected);
    }

    private void add(String name, byte[] bytes, String... expected) {
        all.add(new BadSheet(name, bytes, List.of(expected)));
    }
}
