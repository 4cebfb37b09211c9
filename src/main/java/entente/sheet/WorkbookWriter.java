package entente.sheet;

import entente.model.ReadingStatus;
import entente.model.Relationship;
import entente.sheet.CellValues.Meaning;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a workbook of two sheets and instructions: cells, widths, a fixed header row, and lists to choose from; no formulas. */
final class WorkbookWriter {

    private static final String TEXT_FORMAT = "@";
    private static final String HEADER_COLOUR = "D9E2EC";
    private static final String INFORMATION_COLOUR = "F2F4F7";
    private static final String TEXT_COLOUR = "000000";
    /** Grey with a contrast of 4.8 to 1. */
    private static final String INHERITED_COLOUR = "667085";

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String GRADES = "ABCDEF";
    private static final int[] SCENARIO_WIDTHS = {44, 90, 90};
    private static final int[] INSTRUCTION_WIDTHS = {16, 100};

    private WorkbookWriter() {}

    static byte[] write(SheetRows rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            try (Workbook workbook = new Workbook(bytes, "Entente", null)) {
                readings(workbook.newWorksheet(SheetReader.READINGS), rows.readings());
                scenario(workbook.newWorksheet(SheetReader.SCENARIO), rows.scenario());
                instructions(workbook.newWorksheet(SheetReader.INSTRUCTIONS), rows.instructions());
            }
            return mended(bytes.toByteArray(), rows);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static void readings(Worksheet sheet, List<List<Object>> rows) {
        cells(sheet, rows);
        int last = rows.size() - 1;
        List<Object> titles = rows.get(0);
        for (int number = 0; number < titles.size(); number++) {
            ReadingColumn column =
                    ReadingColumn.of(titles.get(number).toString()).orElseThrow();
            sheet.width(number, column.width());
            String format = column.meaning() == Meaning.NUMBER ? "General" : TEXT_FORMAT;
            var style =
                    sheet.range(1, number, last, number).style().format(format).verticalAlignment("top");
            boolean filledIn = column.field().isPresent();
            (filledIn
                            ? style.wrapText(column == ReadingColumn.NOTE)
                            : style.wrapText(true)
                                    .fillColor(INFORMATION_COLOUR)
                                    .fontColor(column == ReadingColumn.INHERITED ? INHERITED_COLOUR : TEXT_COLOUR))
                    .set();
        }
        list(
                sheet,
                titles,
                ReadingColumn.STATUS,
                last,
                Stream.of(ReadingStatus.values()).map(status -> status.name().toLowerCase(Locale.ROOT)));
        list(
                sheet,
                titles,
                ReadingColumn.SOURCE_GRADE,
                last,
                GRADES.chars()
                        .boxed()
                        .flatMap(letter ->
                                IntStream.rangeClosed(1, 6).mapToObj(digit -> (char) letter.intValue() + "" + digit)));
    }

    private static void list(
            Worksheet sheet, List<Object> titles, ReadingColumn column, int last, Stream<String> words) {
        int number = titles.indexOf(column.title());
        list(sheet.range(1, number, last, number), column.title(), words);
    }

    private static void list(Range cells, String title, Stream<String> words) {
        cells.validateWithListByFormula(words.collect(Collectors.joining(",", "\"", "\"")))
                .allowBlank(true)
                .showErrorMessage(true)
                .errorStyle(DataValidationErrorStyle.STOP)
                .errorTitle(title)
                .error("Choose from the list, or leave the cell empty.");
    }

    private static void scenario(Worksheet sheet, List<List<Object>> rows) {
        cells(sheet, rows);
        for (int column = 0; column < SCENARIO_WIDTHS.length; column++) {
            sheet.width(column, SCENARIO_WIDTHS[column]);
        }
        for (int row = 1; row < rows.size(); row++) {
            Object field = rows.get(row).get(0);
            if (field.equals("observed.relationship")) {
                list(
                        sheet.range(row, 1, row, 1),
                        "relationship",
                        Stream.of(Relationship.values()).map(Enum::name));
            } else if (field.equals("observed.allianceInForce")) {
                list(sheet.range(row, 1, row, 1), "allianceInForce", Stream.of("yes", "no"));
            }
            for (int column = 0; column < SCENARIO_WIDTHS.length; column++) {
                boolean number =
                        column < rows.get(row).size() && !(rows.get(row).get(column) instanceof String);
                sheet.style(row, column)
                        .format(number ? "General" : TEXT_FORMAT)
                        .horizontalAlignment("left")
                        .verticalAlignment("top")
                        .wrapText(true)
                        .set();
            }
        }
    }

    private static void instructions(Worksheet sheet, List<List<Object>> rows) {
        cells(sheet, rows);
        for (int column = 0; column < INSTRUCTION_WIDTHS.length; column++) {
            sheet.width(column, INSTRUCTION_WIDTHS[column]);
            sheet.range(1, column, rows.size() - 1, column)
                    .style()
                    .verticalAlignment("top")
                    .wrapText(true)
                    .set();
        }
    }

    private static void cells(Worksheet sheet, List<List<Object>> rows) {
        sheet.freezePane(0, 1);
        sheet.repeatRows(0);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        for (int row = 0; row < rows.size(); row++) {
            List<Object> cells = rows.get(row);
            for (int column = 0; column < cells.size(); column++) {
                if (cells.get(column) instanceof Number number) {
                    sheet.value(row, column, number);
                } else if (cells.get(column) instanceof String text && !text.isEmpty()) {
                    sheet.value(row, column, CellText.encode(text));
                }
            }
        }
        sheet.range(0, 0, 0, rows.get(0).size() - 1)
                .style()
                .bold()
                .fillColor(HEADER_COLOUR)
                .set();
    }

    /**
     * The same workbook without the time at which it was written, so that equal input gives equal bytes, and with the
     * range of cells that each sheet has, which the library does not know when it writes its beginning.
     */
    private static byte[] mended(byte[] workbook, SheetRows rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part :
                    WorkbookParts.entries(workbook).entrySet()) {
                String xml = new String(part.getValue(), StandardCharsets.UTF_8);
                byte[] content = switch (part.getKey()) {
                    case "docProps/core.xml" ->
                        bytes(xml.replaceAll("<dcterms:created[^>]*>[^<]*</dcterms:created>", ""));
                    case "xl/worksheets/sheet1.xml" -> withRange(xml, rows.readings());
                    case "xl/worksheets/sheet2.xml" -> withRange(xml, rows.scenario());
                    case "xl/worksheets/sheet3.xml" -> withRange(xml, rows.instructions());
                    default -> part.getValue();
                };
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(NO_TIME);
                out.putNextEntry(entry);
                out.write(content);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] withRange(String xml, List<List<Object>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(1);
        Grid grid = new Grid(Optional.empty(), 0);
        String range = "<dimension ref=\"A1:" + grid.cellName(grid.location(rows.size(), columns)) + "\"/>";
        return bytes(xml.replaceFirst("<dimension ref=\"[^\"]*\"/>", range));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
