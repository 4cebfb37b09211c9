package entente.sheet;

import entente.document.Node;
import entente.document.PlainWorkbook;
import entente.document.PlainWorkbook.Style;
import entente.model.Catalogue;
import entente.model.Reading;
import entente.model.ReadingStatus;
import entente.model.Relationship;
import entente.scenario.CanonicalScenario;
import entente.scenario.ScenarioReader;
import entente.scenario.ScenarioResult;
import entente.scenario.ScenarioSource;
import entente.sheet.ReadingColumn.Meaning;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Writes a scenario as a spreadsheet, or one from a spreadsheet as JSON. */
public final class SheetWriter {

    /** A cell of a workbook holds no more. */
    private static final int MAX_CELL = 32_767;

    private static final String INFORMATION_COLOUR = "F2F4F7";
    /** Grey with a contrast of 4.8 to 1. */
    private static final String INHERITED_COLOUR = "667085";

    private static final String GRADES = "ABCDEF";
    private static final List<Integer> SCENARIO_WIDTHS = List.of(44, 90, 90);
    private static final List<Integer> INSTRUCTION_WIDTHS = List.of(16, 100);

    private SheetWriter() {}

    /**
     * The bytes of the file; empty if a text is longer than a cell.
     *
     * @param scenario the tree of a valid scenario file
     * @param reader reads the scenario that this one extends
     */
    public static Optional<byte[]> write(
            Node scenario, SheetFormat format, Catalogue catalogue, ScenarioReader reader, ScenarioSource parents) {
        if (format == SheetFormat.JSON) {
            return Optional.of(CanonicalScenario.write(scenario).getBytes(StandardCharsets.UTF_8));
        }
        SheetRows rows = SheetRows.of(scenario, catalogue, inherited(scenario, reader, parents));
        boolean fits = Stream.concat(rows.scenario().stream(), rows.readings().stream())
                .flatMap(row -> row.stream())
                .allMatch(cell -> !(cell instanceof String text)
                        || PlainWorkbook.encode(text).length() <= MAX_CELL);
        return fits ? Optional.of(workbook(rows)) : Optional.empty();
    }

    /** The readings of the scenario that this one extends: those that it has without its own. */
    static Optional<Map<String, Reading>> inherited(Node scenario, ScenarioReader reader, ScenarioSource parents) {
        if (!(scenario instanceof Node.ObjectNode object) || !object.members().containsKey("extends")) {
            return Optional.empty();
        }
        Map<String, Node> members = new LinkedHashMap<>(object.members());
        members.keySet().retainAll(Set.of("schemaVersion", "id", "title", "extends"));
        members.put("readings", new Node.ObjectNode(Map.of(), object.location()));
        return reader.read(new Node.ObjectNode(members, object.location()), parents)
                        instanceof ScenarioResult.Accepted accepted
                ? Optional.of(accepted.scenario().readings())
                : Optional.empty();
    }

    /** A workbook of two sheets and instructions: widths, a fixed header row, and lists to choose from; no formulas. */
    static byte[] workbook(SheetRows rows) {
        PlainWorkbook workbook = new PlainWorkbook();
        readings(workbook, rows.readings());
        scenario(workbook, rows.scenario());
        Style wrapped = new Style(false, true, PlainWorkbook.NO_COLOUR, PlainWorkbook.NO_COLOUR);
        workbook.sheet(SheetReader.INSTRUCTIONS, rows.instructions(), INSTRUCTION_WIDTHS, (column, value) -> wrapped);
        return workbook.bytes();
    }

    private static void readings(PlainWorkbook workbook, List<List<Object>> rows) {
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

    private static void scenario(PlainWorkbook workbook, List<List<Object>> rows) {
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
