package entente.sheet;

import entente.sheet.BadWorkbooks.BadSheet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** CSV files with one fault each. */
final class BadCsv {

    private static final String FIELDS = "#id,csv-test\r\n#title,A test\r\n";
    private static final String HEADER = "id,value,low,high,status,source,source_grade,date,note\r\n";
    private static final String READING = "political_will_to_ally,2,,,,,,,\r\n";

    private final List<BadSheet> all = new ArrayList<>();

    static List<BadSheet> all() {
        BadCsv bad = new BadCsv();
        bad.add("formula", FIELDS + HEADER + "political_will_to_ally,=1+1,,,,,,,\r\n", "FORMULA B4");
        bad.add("formula in a note", FIELDS + HEADER + "political_will_to_ally,2,,,,,,,\"=A1\"\r\n", "FORMULA I4");
        bad.add("text as value", FIELDS + HEADER + "political_will_to_ally,high,,,,,,,\r\n", "WRONG_TYPE B4");
        bad.add("decimal comma", FIELDS + HEADER + "political_will_to_ally,\"1,5\",,,,,,,\r\n", "WRONG_TYPE B4");
        bad.add("infinite", FIELDS + HEADER + "political_will_to_ally,1e999,,,,,,,\r\n", "NOT_FINITE B4");
        bad.add("long number", FIELDS + HEADER + "political_will_to_ally,2" + "0".repeat(100) + "\r\n", "TOO_LONG B4");
        bad.add("out of range", FIELDS + HEADER + "political_will_to_ally,9,,,,,,,\r\n", "OUT_OF_RANGE B4");
        bad.add(
                "date in another order",
                FIELDS + HEADER + "political_will_to_ally,2,,,,,,22/12/2023,\r\n",
                "BAD_DATE H4");
        bad.add("unknown indicator", FIELDS + HEADER + READING + "rus_will,1,,,,,,,\r\n", "UNKNOWN_INDICATOR A5");
        bad.add(
                "row with another separator",
                FIELDS + HEADER + READING + "us_prc_gdp_ratio;2;;;;;;;\r\n",
                "UNKNOWN_INDICATOR A5");
        bad.add("indicator twice", FIELDS + HEADER + READING + READING, "DUPLICATE_KEY A5");
        bad.add("unknown column", FIELDS + "id,value,colour\r\n" + READING.replace(",,,,,,,", ""), "UNKNOWN_COLUMN C3");
        bad.add("column twice", FIELDS + "id,value,value\r\npolitical_will_to_ally,2\r\n", "DUPLICATE_COLUMN C3");
        bad.add("no column of ids", FIELDS + "value,low\r\n2,1\r\n", "MISSING_COLUMN A3");
        bad.add("no table", FIELDS, "MISSING_COLUMN A1");
        bad.add("no header", FIELDS + READING, "MISSING_COLUMN A3", "UNKNOWN_COLUMN A3", "UNKNOWN_COLUMN B3");
        bad.add("cell beside the table", FIELDS + HEADER + READING.strip() + ",x\r\n", "UNKNOWN_COLUMN J4");
        bad.add("unknown field", FIELDS + "#titel,x\r\n" + HEADER + READING, "UNKNOWN_FIELD B3");
        bad.add("field after the table", FIELDS + HEADER + READING + "#id,again\r\n", "DUPLICATE_KEY B5");
        bad.add("no title", "#id,csv-test\r\n" + HEADER + READING, "MISSING_FIELD #/title");
        bad.add("line end within a title", "#id,csv-test\r\n#title,\"a\nb\"\r\n" + HEADER + READING, "NOT_ONE_LINE B2");
        bad.add(
                "control character",
                FIELDS + HEADER + "political_will_to_ally,2,,,,,,,a\u0001\r\n",
                "FORBIDDEN_CHARACTER I4");
        bad.add(
                "decimal comma among semicolons",
                (FIELDS + HEADER).replace(',', ';') + "political_will_to_ally;1,5;;;;;;;\r\n",
                "WRONG_TYPE B4");
        bad.add("semicolons without column of ids", FIELDS.replace(',', ';') + "value;low\r\n2;1\r\n", "NOT_CSV #");
        bad.add(
                "quotation mark without end among semicolons",
                (FIELDS + HEADER).replace(',', ';') + "political_will_to_ally;\"2\r\n",
                "NOT_CSV #");
        bad.add("tabs", (FIELDS + HEADER + READING).replace(',', '\t'), "NOT_CSV #");
        bad.add("quotation mark without end", FIELDS + HEADER + "political_will_to_ally,\"2\r\n", "NOT_CSV #");
        bad.add("many rows", FIELDS + HEADER + "x\r\n".repeat(2000), "TOO_LARGE #");
        bad.add("many columns", FIELDS + HEADER + READING + ",".repeat(50) + "x\r\n", "TOO_LARGE #");
        bad.add("nothing", "", "EMPTY #");
        bad.all.add(new BadSheet(
                "another encoding",
                SheetFormat.CSV,
                "#title,é".getBytes(StandardCharsets.ISO_8859_1),
                List.of("NOT_UTF8 #")));
        return bad.all;
    }

    private void add(String name, String text, String... expected) {
        all.add(new BadSheet(name, SheetFormat.CSV, text.getBytes(StandardCharsets.UTF_8), List.of(expected)));
    }
}
