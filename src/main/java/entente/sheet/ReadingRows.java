package entente.sheet;

import entente.document.Node;
import entente.document.Node.NumberNode;
import entente.document.Node.ObjectNode;
import entente.document.Node.TextNode;
import entente.document.Position;
import entente.document.ProblemCollector;
import entente.document.SourceLocation;
import entente.document.Suggestion;
import entente.document.Text;
import entente.sheet.CellValues.Meaning;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;

/** The table of readings: a header row, then one row for each indicator; a row without values is no reading. */
@RequiredArgsConstructor
final class ReadingRows {

    private static final String READINGS = "readings";

    private static final Pattern ID = Pattern.compile("[a-z0-9_-]+");

    private final TreeUnderConstruction tree;
    private final CellValues values;
    private final ProblemCollector problems;

    /** Whether the indicator of an id may be shown in percent. */
    private final Predicate<String> percent;

    private final Map<Integer, ReadingColumn> columns = new TreeMap<>();
    private final Set<String> ids = new HashSet<>();

    void read(Grid grid) {
        int header = grid.rows().isEmpty() ? 1 : grid.rows().firstKey();
        tree.put(List.of(READINGS), new ObjectNode(new LinkedHashMap<>(), grid.location(header, 1)));
        header(grid.rows().getOrDefault(header, new TreeMap<>()));
        if (!columns.containsValue(ReadingColumn.ID)) {
            at(grid.location(header, 1))
                    .reject("MISSING_COLUMN", "The first row of the readings needs a column \"id\".");
            return;
        }
        grid.rows().tailMap(header + 1).forEach((row, cells) -> row(grid, row, cells));
    }

    private void header(SortedMap<Integer, Cell> cells) {
        cells.forEach((number, cell) -> values.value(cell, Meaning.TEXT, TreeUnderConstruction.ROOT)
                .map(title -> ((TextNode) title).text())
                .ifPresent(title -> {
                    Optional<ReadingColumn> column = ReadingColumn.of(title.strip());
                    if (column.isEmpty()) {
                        at(cell.location())
                                .reject(
                                        "UNKNOWN_COLUMN",
                                        "There is no column \"" + Text.excerpt(title) + "\" in a scenario.",
                                        ReadingColumn.titles(),
                                        new Suggestion(title, ReadingColumn.titles()));
                    } else if (columns.containsValue(column.get())) {
                        at(cell.location())
                                .reject(
                                        "DUPLICATE_COLUMN",
                                        "The column \"" + column.get().title() + "\" appears twice.");
                    } else {
                        columns.put(number, column.get());
                    }
                }));
    }

    private void row(Grid grid, int row, SortedMap<Integer, Cell> cells) {
        Optional<String> id = Optional.empty();
        Map<ReadingColumn, Cell> given = new TreeMap<>();
        for (Cell cell : cells.values()) {
            ReadingColumn column = columns.get(cell.column());
            if (column == null) {
                // Below a refused title the cells are not looked at, below none they are out of place.
                outside(grid, cell);
            } else if (column == ReadingColumn.ID) {
                id = values.value(cell, Meaning.TEXT, TreeUnderConstruction.ROOT)
                        .map(text -> ((TextNode) text).text());
                if (id.isEmpty()) {
                    return;
                }
            } else if (column.field().isPresent()) {
                given.put(column, cell);
            } else {
                values.value(cell, Meaning.INFORMATION, TreeUnderConstruction.ROOT);
            }
        }
        int idColumn = columnOf(ReadingColumn.ID);
        if (id.isEmpty()) {
            if (!given.isEmpty()) {
                at(grid.location(row, idColumn))
                        .reject("MISSING_FIELD", "This row has values, but no id of an indicator.");
            }
        } else if (!ids.add(id.get())) {
            tree.twice(id.get(), grid.location(row, idColumn));
        } else if (!given.isEmpty()) {
            reading(grid, row, id.get(), given);
        } else if (!ID.matcher(id.get()).matches()) {
            // A whole row in one cell, as of a file with another separator, must not get lost.
            at(grid.location(row, idColumn))
                    .reject("UNKNOWN_INDICATOR", "There is no indicator \"" + Text.excerpt(id.get()) + "\".");
        }
    }

    private void outside(Grid grid, Cell cell) {
        int header = grid.rows().firstKey();
        SortedMap<Integer, Cell> titles = grid.rows().getOrDefault(header, new TreeMap<>());
        if (!titles.containsKey(cell.column())) {
            at(cell.location()).reject("UNKNOWN_COLUMN", "The cell stands beside the table: its column has no title.");
        }
    }

    private void reading(Grid grid, int row, String id, Map<ReadingColumn, Cell> given) {
        String pointer = TreeUnderConstruction.pointer(List.of(READINGS, id));
        SourceLocation idCell = grid.location(row, columnOf(ReadingColumn.ID));
        tree.locate(pointer, idCell);
        columns.forEach((number, column) -> column.field()
                .ifPresent(field -> tree.locate(Position.below(pointer, field), grid.location(row, number))));
        Map<String, Node> members = new LinkedHashMap<>();
        given.forEach((column, cell) -> {
            String field = column.field().orElseThrow();
            Optional<Node> value = isInAnotherFormat(cell, column, id, Position.below(pointer, field))
                    ? Optional.empty()
                    : values.value(cell, column.meaning(), Position.below(pointer, field));
            if (value.isPresent()) {
                members.put(field, value.get());
            } else if (column.meaning() == Meaning.NUMBER) {
                members.put(field, NumberNode.refused(cell.location()));
            }
        });
        tree.put(List.of(READINGS, id), new ObjectNode(members, idCell));
    }

    /**
     * A percentage for an indicator in another unit is a problem, as 210 % may mean 2.1 or 210, and so is a date, as
     * which spreadsheet programs read a range.
     */
    private boolean isInAnotherFormat(Cell cell, ReadingColumn column, String id, String pointer) {
        boolean date = cell.kind() == Cell.Kind.DATE || cell.kind() == Cell.Kind.UNCLEAR_DATE;
        Optional<String> fault = cell.kind() == Cell.Kind.PERCENTAGE && !percent.test(id)
                ? Optional.of("The cell shows the percentage " + Text.excerpt(cell.text())
                        + " %, but the indicator is not in percent: give the cell the format of a number.")
                : date && column.meaning() == Meaning.NUMBER
                        ? Optional.of(
                                "Expected a number, found a date. If a range such as 3-4 was typed, write its ends"
                                        + " into low and high, and the best single value into value.")
                        : Optional.empty();
        fault.ifPresent(detail -> new Position(pointer, cell.location(), problems).reject("WRONG_TYPE", detail));
        return fault.isPresent();
    }

    private int columnOf(ReadingColumn column) {
        return columns.entrySet().stream()
                .filter(entry -> entry.getValue() == column)
                .mapToInt(Map.Entry::getKey)
                .findFirst()
                .orElse(1);
    }

    private Position at(SourceLocation location) {
        return new Position(TreeUnderConstruction.ROOT, location, problems);
    }
}
