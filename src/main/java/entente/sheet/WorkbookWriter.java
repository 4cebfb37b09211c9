package entente.sheet;

import entente.document.PlainWorkbook;
import entente.document.PlainWorkbook.Style;
import entente.model.ReadingStatus;
import entente.model.Relationship;
import entente.sheet.ReadingColumn.Meaning;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Writes a workbook of two sheets and instructions: cells, widths, a fixed header row, and lists to choose from; no formulas. */
final class WorkbookWriter {

    private static final String INFORMATION_COLOUR = "F2F4F7";
    /** Grey with a contrast of 4.8 to 1. */
    private static final String INHERITED_COLOUR = "667085";

    private static final String GRADES = "ABCDEF";
    private static final List<Integer> SCENARIO_WIDTHS = List.of(44, 90, 90);
    private static final List<Integer> INSTRUCTION_WIDTHS = List.of(16, 100);

    private final PlainWorkbook workbook = new PlainWorkbook();

    private WorkbookWriter() {}

    static byte[] write(SheetRows rows) {
        WorkbookWriter writer = new WorkbookWriter();
        writer.readings(rows.readings());
        writer.scenario(rows.scenario());
        Style wrapped = new Style(false, true, PlainWorkbook.NO_COLOUR, PlainWorkbook.NO_COLOUR);
        writer.workbook.sheet(
                SheetReader.INSTRUCTIONS, rows.instructions(), INSTRUCTION_WIDTHS, (column, value) -> wrapped);
        return writer.workbook.bytes();
    }

    private void readings(List<List<Object>> rows) {
        List<ReadingColumn> columns = rows.get(0).stream()
                .map(title -> ReadingColumn.of(title.toString()).orElseThrow())
                .toList();
        List<Integer> widths = columns.stream().map(ReadingColumn::width).toList();
        XSSFSheet sheet = workbook.sheet(SheetReader.READINGS, rows, widths, (number, value) -> {
            ReadingColumn column = columns.get(number);
            boolean filledIn = column.field().isPresent();
            return new Style(
                    column.meaning() != Meaning.NUMBER,
                    !filledIn || column == ReadingColumn.NOTE,
                    filledIn ? PlainWorkbook.NO_COLOUR : INFORMATION_COLOUR,
                    column == ReadingColumn.INHERITED ? INHERITED_COLOUR : PlainWorkbook.NO_COLOUR);
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
        XSSFSheet sheet = workbook.sheet(
                SheetReader.SCENARIO,
                rows,
                SCENARIO_WIDTHS,
                (column, value) ->
                        new Style(value instanceof String, true, PlainWorkbook.NO_COLOUR, PlainWorkbook.NO_COLOUR));
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
}
