package entente.sheet;

import entente.document.DocumentLimits;
import entente.sheet.Cell.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the cells of a workbook (Office Open XML) with their types. Nothing is computed, and no link is followed. */
final class WorkbookReader {

    private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,3})([1-9]\\d{0,6})");
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    /** Before March 1900 workbooks count a day that did not exist. */
    private static final int FIRST_CLEAR_DAY = 61;

    private static final int LAST_DAY = 2_958_465;

    private final WorkbookParts parts;
    private final List<String> strings;
    private final WorkbookStyles styles;
    private boolean from1904;

    private WorkbookReader(WorkbookParts parts) {
        this.parts = parts;
        strings = strings(parts);
        styles = WorkbookStyles.read(parts.part("xl/styles.xml"));
    }

    static List<Grid> read(byte[] bytes) {
        return new WorkbookReader(WorkbookParts.unpack(bytes)).grids();
    }

    private List<Grid> grids() {
        Map<String, String> targets = new HashMap<>();
        for (XmlElements xml = xml("xl/_rels/workbook.xml.rels"); xml.next(); ) {
            if (xml.starts("Relationship")) {
                targets.put(
                        xml.attribute("Id").orElse(""), xml.attribute("Target").orElse(""));
            }
        }
        record Named(String name, String part) {}
        List<Named> sheets = new ArrayList<>();
        for (XmlElements xml = xml("xl/workbook.xml"); xml.next(); ) {
            if (xml.starts("workbookPr")) {
                from1904 = xml.attribute("date1904")
                        .filter(value -> value.equals("1") || value.equals("true"))
                        .isPresent();
            } else if (xml.starts("sheet")) {
                String target = targets.getOrDefault(xml.attribute("id").orElse(""), "");
                sheets.add(new Named(
                        xml.attribute("name").orElse(""),
                        target.startsWith("/") ? target.substring(1) : "xl/" + target));
            }
        }
        List<Grid> grids = new ArrayList<>();
        for (Named sheet : sheets) {
            grids.add(grid(new Grid(Optional.of(sheet.name()), grids.size()), xml(sheet.part())));
        }
        return grids;
    }

    private XmlElements xml(String part) {
        return new XmlElements(parts.part(part).orElseThrow(RefusedFileException::damaged));
    }

    private static List<String> strings(WorkbookParts parts) {
        List<String> strings = new ArrayList<>();
        Optional<byte[]> part = parts.part("xl/sharedStrings.xml");
        if (part.isEmpty()) {
            return strings;
        }
        for (XmlElements xml = new XmlElements(part.get()); xml.next(); ) {
            if (xml.starts("si")) {
                strings.add(richText(xml, "si"));
            }
        }
        return strings;
    }

    /** The text of all runs up to the end of the element, without the pronunciation of East Asian text. */
    private static String richText(XmlElements xml, String end) {
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        boolean phonetic = false;
        while (xml.next() && !xml.ends(end)) {
            if (xml.starts("rPh") || xml.ends("rPh")) {
                phonetic = xml.starts("rPh");
            } else if (xml.starts("t") || xml.ends("t")) {
                inText = xml.starts("t");
            } else if (xml.isText() && inText && !phonetic) {
                text.append(xml.text());
            }
        }
        return CellText.decode(text.toString());
    }

    private Grid grid(Grid grid, XmlElements xml) {
        int row = 0;
        int column = 0;
        while (xml.next()) {
            if (xml.starts("row")) {
                int last = row;
                row = xml.attribute("r")
                        .map(r -> WorkbookStyles.number(Optional.of(r)))
                        .orElse(last + 1);
                column = 0;
            } else if (xml.starts("c")) {
                Optional<String> address = xml.attribute("r");
                column++;
                if (address.isPresent()) {
                    Matcher parsed = ADDRESS.matcher(address.get());
                    if (!parsed.matches()) {
                        throw RefusedFileException.damaged();
                    }
                    column = column(parsed.group(1));
                    row = Integer.parseInt(parsed.group(2));
                }
                cell(grid, row, column, xml);
            }
        }
        return grid;
    }

    private static int column(String letters) {
        return letters.chars().reduce(0, (number, letter) -> number * 26 + letter - 'A' + 1);
    }

    private void cell(Grid grid, int row, int column, XmlElements xml) {
        String type = xml.attribute("t").orElse("n");
        int style = WorkbookStyles.number(xml.attribute("s"));
        boolean formula = false;
        String value = "";
        while (xml.next() && !xml.ends("c")) {
            if (xml.starts("f")) {
                formula = true;
            } else if (xml.starts("v")) {
                value = plainText(xml, "v");
            } else if (xml.starts("is")) {
                value = richText(xml, "is");
            }
        }
        if (!formula && value.isBlank()) {
            return;
        }
        if (row < 1 || row > Grid.MAX_ROW || column > Grid.MAX_COLUMN) {
            throw new RefusedFileException(
                    "TOO_LARGE",
                    "The cell " + grid.cellName(grid.location(row, column)) + " lies beyond row " + Grid.MAX_ROW
                            + " or column " + Grid.MAX_COLUMN + ".");
        }
        if (formula) {
            grid.add(row, column, Kind.FORMULA, value);
            return;
        }
        switch (type) {
            case "s" -> {
                String text = string(value);
                if (!text.isBlank()) {
                    grid.add(row, column, Kind.TEXT, text);
                }
            }
            case "inlineStr" -> grid.add(row, column, Kind.TEXT, value);
            case "str" -> grid.add(row, column, Kind.TEXT, CellText.decode(value));
            case "b" -> grid.add(row, column, Kind.BOOLEAN, value.equals("1") ? "TRUE" : "FALSE");
            case "e" -> grid.add(row, column, Kind.ERROR, value);
            case "d" -> grid.add(row, column, Kind.DATE, value.endsWith("T00:00:00") ? value.substring(0, 10) : value);
            case "n" -> number(grid, row, column, value, style);
            default -> throw RefusedFileException.damaged();
        }
    }

    private static String plainText(XmlElements xml, String end) {
        StringBuilder text = new StringBuilder();
        while (xml.next() && !xml.ends(end)) {
            if (xml.isText()) {
                text.append(xml.text());
            }
        }
        return text.toString();
    }

    private String string(String index) {
        int number = WorkbookStyles.number(Optional.of(index.strip()));
        if (number < 0 || number >= strings.size()) {
            throw RefusedFileException.damaged();
        }
        return strings.get(number);
    }

    private void number(Grid grid, int row, int column, String value, int style) {
        BigDecimal number;
        if (value.length() > DocumentLimits.SCENARIO.number()) {
            throw RefusedFileException.damaged();
        }
        try {
            number = new BigDecimal(value.strip());
        } catch (NumberFormatException damaged) {
            throw RefusedFileException.damaged();
        }
        switch (styles.shown(style)) {
            case NUMBER -> grid.add(row, column, Kind.NUMBER, value.strip());
            case PERCENTAGE -> grid.add(row, column, Kind.PERCENTAGE, percentage(number));
            case DATE -> date(grid, row, column, number);
        }
    }

    /** The figure that is shown; a workbook stores the nearest binary number, with digits of no meaning. */
    private static String percentage(BigDecimal stored) {
        double nearest = stored.doubleValue();
        BigDecimal exact = Double.isFinite(nearest) ? BigDecimal.valueOf(nearest) : stored;
        return exact.movePointRight(2).stripTrailingZeros().toString();
    }

    private void date(Grid grid, int row, int column, BigDecimal number) {
        boolean clear = !from1904
                && number.compareTo(BigDecimal.valueOf(FIRST_CLEAR_DAY)) >= 0
                && number.compareTo(BigDecimal.valueOf(LAST_DAY)) <= 0
                && number.remainder(BigDecimal.ONE).signum() == 0;
        if (clear) {
            grid.add(
                    row, column, Kind.DATE, DAY_ZERO.plusDays(number.intValue()).toString());
        } else {
            grid.add(row, column, Kind.UNCLEAR_DATE, number.toString());
        }
    }
}
