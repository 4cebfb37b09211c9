package entente.sheet;

import entente.document.Node;
import entente.document.PlainWorkbook;
import entente.model.Catalogue;
import entente.model.Reading;
import entente.scenario.CanonicalScenario;
import entente.scenario.ScenarioReader;
import entente.scenario.ScenarioResult;
import entente.scenario.ScenarioSource;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Writes a scenario as a spreadsheet, or one from a spreadsheet as JSON. */
public final class SheetWriter {

    /** A cell of a workbook holds no more. */
    private static final int MAX_CELL = 32_767;

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
        return fits ? Optional.of(WorkbookWriter.write(rows)) : Optional.empty();
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
}
