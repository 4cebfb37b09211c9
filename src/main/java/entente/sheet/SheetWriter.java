package entente.sheet;

import entente.document.Node;
import entente.model.Catalogue;
import entente.scenario.CanonicalScenario;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes a scenario as a spreadsheet, or one from a spreadsheet as JSON. */
public final class SheetWriter {

    /** A cell of a workbook holds no more; what CSV holds depends on the program that opens it. */
    private static final int MAX_CELL = 32_767;

    private SheetWriter() {}

    /**
     * The bytes of the file; empty if a text is longer than a cell.
     *
     * @param scenario the tree of a valid scenario file
     */
    public static Optional<byte[]> write(Node scenario, SheetFormat format, Catalogue catalogue) {
        if (format == SheetFormat.JSON) {
            return Optional.of(CanonicalScenario.write(scenario).getBytes(StandardCharsets.UTF_8));
        }
        SheetRows rows = SheetRows.of(scenario, catalogue);
        if (format == SheetFormat.CSV) {
            return Optional.of(CsvWriter.write(rows));
        }
        boolean fits = Stream.concat(rows.scenario().stream(), rows.readings().stream())
                .flatMap(row -> row.stream())
                .allMatch(cell ->
                        !(cell instanceof String text) || CellText.encode(text).length() <= MAX_CELL);
        return fits ? Optional.of(WorkbookWriter.write(rows)) : Optional.empty();
    }
}
