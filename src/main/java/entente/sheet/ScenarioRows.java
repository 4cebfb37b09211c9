package entente.sheet;

import entente.document.Node;
import entente.document.Node.ObjectNode;
import entente.document.Position;
import entente.document.ProblemCollector;
import entente.document.Text;
import entente.sheet.CellValues.Meaning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import lombok.RequiredArgsConstructor;

/** The rows that describe the scenario: the name of a field, then its value or values. */
@RequiredArgsConstructor
final class ScenarioRows {

    static final String HEADER = "field";
    static final String SOURCE = "source";
    static final String WITHOUT = "assumptions.without";
    static final String CUT_POINTS = "assumptions.cutPoints.";
    private static final String ASSUMPTIONS = "assumptions.";

    private static final Map<String, Meaning> MEANINGS = Map.of(
            "asOf",
            Meaning.DATE,
            "horizonYears",
            Meaning.NUMBER,
            "observed.allianceInForce",
            Meaning.YES_NO,
            WITHOUT,
            Meaning.TEXT);

    /** Such as {@code assumptions.weights.alliance.STRONG}. */
    private static final int MAX_STEPS = 4;

    private final TreeUnderConstruction tree;
    private final CellValues values;
    private final ProblemCollector problems;

    void read(Grid grid) {
        grid.rows().forEach((row, cells) -> row(grid, row, cells));
    }

    private void row(Grid grid, int row, SortedMap<Integer, Cell> cells) {
        Cell first = cells.get(1);
        if (first == null) {
            new Position(
                            TreeUnderConstruction.ROOT,
                            cells.values().iterator().next().location(),
                            problems)
                    .reject("MISSING_FIELD", "This row has a value, but its first cell does not name a field.");
            return;
        }
        Optional<Node> name = values.value(first, Meaning.TEXT, TreeUnderConstruction.ROOT);
        if (name.isEmpty()
                || !(name.get() instanceof Node.TextNode field)
                || field.text().equals(HEADER)) {
            return;
        }
        List<Cell> given = List.copyOf(cells.tailMap(2).values());
        if (field.text().equals(SOURCE)) {
            source(grid, row, first, given);
        } else {
            field(grid, row, field.text(), given);
        }
    }

    private void field(Grid grid, int row, String field, List<Cell> given) {
        List<String> path = path(field);
        Meaning meaning = MEANINGS.getOrDefault(field, field.startsWith(ASSUMPTIONS) ? Meaning.NUMBER : Meaning.TEXT);
        String pointer = TreeUnderConstruction.pointer(path);
        boolean list = field.startsWith(CUT_POINTS) || field.equals(WITHOUT);
        tree.locate(pointer, grid.location(row, 2));
        for (Cell cell : given) {
            if (cell.column() > 2 && !field.startsWith(CUT_POINTS)) {
                refuseColumn(cell, field);
                continue;
            }
            Optional<Node> value = values.value(cell, meaning, pointer);
            if (list) {
                value.ifPresent(item -> tree.add(path, item));
            } else {
                value.ifPresent(node -> tree.put(path, node));
            }
        }
    }

    private static List<String> path(String field) {
        List<String> steps = new ArrayList<>();
        int from = 0;
        for (int point = field.indexOf('.');
                point >= 0 && steps.size() < MAX_STEPS - 1;
                point = field.indexOf('.', from)) {
            steps.add(field.substring(from, point));
            from = point + 1;
        }
        steps.add(field.substring(from));
        return steps;
    }

    private void source(Grid grid, int row, Cell first, List<Cell> given) {
        Map<String, Node> members = new LinkedHashMap<>();
        List<String> list = List.of("sources");
        ObjectNode source = new ObjectNode(members, first.location());
        for (Cell cell : given) {
            if (cell.column() > 3) {
                refuseColumn(cell, SOURCE);
            } else {
                values.value(cell, Meaning.TEXT, "#/sources")
                        .ifPresent(text -> members.put(cell.column() == 2 ? "id" : "ref", text));
            }
        }
        if (given.isEmpty()) {
            return;
        }
        tree.add(list, source);
        int index = sources() - 1;
        String pointer = Position.below("#/sources", String.valueOf(index));
        tree.locate(Position.below(pointer, "id"), grid.location(row, 2));
        tree.locate(Position.below(pointer, "ref"), grid.location(row, 3));
    }

    private int sources() {
        return ((ObjectNode) tree.root()).members().get("sources") instanceof Node.ListNode list
                ? list.items().size()
                : 1;
    }

    private void refuseColumn(Cell cell, String field) {
        new Position(TreeUnderConstruction.ROOT, cell.location(), problems)
                .reject("UNKNOWN_COLUMN", "The field \"" + Text.excerpt(field) + "\" has no value in this column.");
    }
}
