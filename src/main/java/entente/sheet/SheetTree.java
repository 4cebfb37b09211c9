package entente.sheet;

import entente.document.DocumentLimits;
import entente.document.Node;
import entente.document.Node.BooleanNode;
import entente.document.Node.ListNode;
import entente.document.Node.NumberNode;
import entente.document.Node.ObjectNode;
import entente.document.Node.TextNode;
import entente.document.Position;
import entente.document.ProblemCollector;
import entente.document.SourceLocation;
import entente.document.Suggestion;
import entente.document.Text;
import entente.model.Numbers;
import entente.sheet.Grid.Cell;
import entente.sheet.Grid.Kind;
import entente.sheet.ReadingColumn.Meaning;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/**
 * The document that the cells of a scenario make up, and the cell of each of its values. A cell of another type than is meant
 * is a problem, never converted by guess.
 */
@RequiredArgsConstructor
final class SheetTree {

    static final String ROOT = "#";
    static final String HEADER = "field";
    static final String SOURCE = "source";
    static final String WITHOUT = "assumptions.without";

    private static final String ASSUMPTIONS = "assumptions.";
    private static final String CUT_POINTS = "assumptions.cutPoints.";
    private static final String READINGS = "readings";
    private static final Pattern ID = Pattern.compile("[a-z0-9_-]+");

    /** Such as {@code assumptions.weights.alliance.STRONG}. */
    private static final int MAX_STEPS = 4;

    private static final Map<String, Meaning> MEANINGS = Map.of(
            "asOf",
            Meaning.DATE,
            "horizonYears",
            Meaning.NUMBER,
            "observed.allianceInForce",
            Meaning.YES_NO,
            WITHOUT,
            Meaning.TEXT,
            "assumptions.referenceClass",
            Meaning.TEXT);

    private final ProblemCollector problems;

    /** Whether the indicator of an id may be shown in percent. */
    private final Predicate<String> percent;

    @Getter
    private final ObjectNode root = new ObjectNode(new LinkedHashMap<>(), SourceLocation.NONE);

    /** The cell of each value, by its pointer. */
    @Getter
    private final Map<String, SourceLocation> cells = new HashMap<>();

    private final Map<Integer, ReadingColumn> columns = new TreeMap<>();
    private final Set<String> ids = new HashSet<>();

    /** The cell of a value, or of the nearest value that contains it. */
    SourceLocation cell(String pointer) {
        for (String at = pointer; at.startsWith(ROOT + "/"); at = at.substring(0, at.lastIndexOf('/'))) {
            SourceLocation cell = cells.get(at);
            if (cell != null) {
                return cell;
            }
        }
        return SourceLocation.NONE;
    }

    /** Reads the table of readings: a header row, then one row for each indicator; a row without values is no reading. */
    void readings(Grid grid) {
        int header = grid.rows().isEmpty() ? 1 : grid.rows().firstKey();
        put(List.of(READINGS), new ObjectNode(new LinkedHashMap<>(), grid.location(header, 1)));
        SortedMap<Integer, Cell> titles = grid.rows().getOrDefault(header, new TreeMap<>());
        titles.values().forEach(this::title);
        if (!columns.containsValue(ReadingColumn.ID)) {
            at(grid.location(header, 1))
                    .reject("MISSING_COLUMN", "The first row of the readings needs a column \"id\".");
            return;
        }
        grid.rows().tailMap(header + 1).forEach((row, given) -> reading(grid, row, given.values(), titles.keySet()));
    }

    private void title(Cell cell) {
        Optional<String> title = text(cell);
        if (title.isEmpty()) {
            return;
        }
        Optional<ReadingColumn> column = ReadingColumn.of(title.get().strip());
        if (column.isEmpty()) {
            at(cell.location())
                    .reject(
                            "UNKNOWN_COLUMN",
                            "There is no column \"" + Text.excerpt(title.get()) + "\" in a scenario.",
                            ReadingColumn.TITLES,
                            new Suggestion(title.get(), ReadingColumn.TITLES));
        } else if (columns.containsValue(column.get())) {
            at(cell.location())
                    .reject("DUPLICATE_COLUMN", "The column \"" + column.get().title() + "\" appears twice.");
        } else {
            columns.put(cell.location().column(), column.get());
        }
    }

    private void reading(Grid grid, int row, Iterable<Cell> cellsOfRow, Set<Integer> titled) {
        SourceLocation idCell = grid.location(
                row,
                columns.keySet().stream()
                        .filter(number -> columns.get(number) == ReadingColumn.ID)
                        .findFirst()
                        .orElse(1));
        Optional<String> id = Optional.empty();
        Map<ReadingColumn, Cell> given = new TreeMap<>();
        for (Cell cell : cellsOfRow) {
            ReadingColumn column = columns.get(cell.location().column());
            if (column == null) {
                // Below a refused title the cells are not looked at, below none they are out of place.
                if (!titled.contains(cell.location().column())) {
                    at(cell.location())
                            .reject("UNKNOWN_COLUMN", "The cell stands beside the table: its column has no title.");
                }
            } else if (column == ReadingColumn.ID) {
                id = text(cell);
                if (id.isEmpty()) {
                    return;
                }
            } else if (column.field().isPresent()) {
                given.put(column, cell);
            } else {
                value(cell, Meaning.INFORMATION, ROOT);
            }
        }
        if (id.isEmpty()) {
            if (!given.isEmpty()) {
                at(idCell).reject("MISSING_FIELD", "This row has values, but no id of an indicator.");
            }
        } else if (!ids.add(id.get())) {
            twice(id.get(), idCell);
        } else if (!given.isEmpty()) {
            reading(grid, row, id.get(), idCell, given);
        } else if (!ID.matcher(id.get()).matches()) {
            // A whole row in one cell, as of a file with another separator, must not get lost.
            at(idCell).reject("UNKNOWN_INDICATOR", "There is no indicator \"" + Text.excerpt(id.get()) + "\".");
        }
    }

    private void reading(Grid grid, int row, String id, SourceLocation idCell, Map<ReadingColumn, Cell> given) {
        String pointer = pointer(List.of(READINGS, id));
        cells.putIfAbsent(pointer, idCell);
        columns.forEach((number, column) -> column.field()
                .ifPresent(field -> cells.putIfAbsent(Position.below(pointer, field), grid.location(row, number))));
        Map<String, Node> members = new LinkedHashMap<>();
        given.forEach((column, cell) -> {
            String field = column.field().orElseThrow();
            Position at = new Position(Position.below(pointer, field), cell.location(), problems);
            Optional<Node> value = isInAnotherFormat(cell, column, id, at)
                    ? Optional.empty()
                    : value(cell, column.meaning(), at.pointer());
            if (value.isPresent()) {
                members.put(field, value.get());
            } else if (column.meaning() == Meaning.NUMBER) {
                members.put(field, NumberNode.refused(cell.location()));
            }
        });
        put(List.of(READINGS, id), new ObjectNode(members, idCell));
    }

    /**
     * A percentage for an indicator in another unit is a problem, as 210 % may mean 2.1 or 210, and so is a date, as
     * which spreadsheet programs read a range.
     */
    private boolean isInAnotherFormat(Cell cell, ReadingColumn column, String id, Position at) {
        if (cell.kind() == Kind.PERCENTAGE && !percent.test(id)) {
            at.reject(
                    "WRONG_TYPE",
                    "The cell shows the percentage " + Text.excerpt(cell.text())
                            + " %, but the indicator is not in percent: give the cell the format of a number.");
            return true;
        }
        boolean date = cell.kind() == Kind.DATE || cell.kind() == Kind.UNCLEAR_DATE;
        if (date && column.meaning() == Meaning.NUMBER) {
            at.reject(
                    "WRONG_TYPE",
                    "Expected a number, found a date. If a range such as 3-4 was typed, write its ends"
                            + " into low and high, and the best single value into value.");
            return true;
        }
        return false;
    }

    /** Reads a row that describes the scenario: the name of a field, then its value or values. */
    void field(Grid grid, int row, SortedMap<Integer, Cell> cellsOfRow) {
        Cell first = cellsOfRow.get(1);
        if (first == null) {
            at(cellsOfRow.values().iterator().next().location())
                    .reject("MISSING_FIELD", "This row has a value, but its first cell does not name a field.");
            return;
        }
        Optional<String> field = text(first);
        List<Cell> given = List.copyOf(cellsOfRow.tailMap(2).values());
        if (field.equals(Optional.of(SOURCE))) {
            source(grid, row, first, given);
        } else if (field.isPresent() && !field.get().equals(HEADER)) {
            field(grid.location(row, 2), field.get(), given);
        }
    }

    private void field(SourceLocation location, String field, List<Cell> given) {
        List<String> path = List.of(field.split("\\.", MAX_STEPS));
        Meaning meaning = MEANINGS.getOrDefault(field, field.startsWith(ASSUMPTIONS) ? Meaning.NUMBER : Meaning.TEXT);
        boolean several = field.startsWith(CUT_POINTS);
        cells.putIfAbsent(pointer(path), location);
        for (Cell cell : given) {
            if (cell.location().column() > 2 && !several) {
                refuseColumn(cell, field);
                continue;
            }
            value(cell, meaning, pointer(path)).ifPresent(value -> {
                if (several || field.equals(WITHOUT)) {
                    add(path, value);
                } else {
                    put(path, value);
                }
            });
        }
    }

    private void source(Grid grid, int row, Cell first, List<Cell> given) {
        Map<String, Node> members = new LinkedHashMap<>();
        for (Cell cell : given) {
            if (cell.location().column() > 3) {
                refuseColumn(cell, SOURCE);
            } else {
                value(cell, Meaning.TEXT, "#/sources")
                        .ifPresent(text -> members.put(cell.location().column() == 2 ? "id" : "ref", text));
            }
        }
        if (!given.isEmpty()) {
            String pointer = add(List.of("sources"), new ObjectNode(members, first.location()));
            cells.putIfAbsent(Position.below(pointer, "id"), grid.location(row, 2));
            cells.putIfAbsent(Position.below(pointer, "ref"), grid.location(row, 3));
        }
    }

    private void refuseColumn(Cell cell, String field) {
        at(cell.location())
                .reject("UNKNOWN_COLUMN", "The field \"" + Text.excerpt(field) + "\" has no value in this column.");
    }

    private static String pointer(List<String> path) {
        return path.stream().reduce(ROOT, Position::below);
    }

    /** Adds a value; a second one with the same path is a problem. */
    private void put(List<String> path, Node value) {
        Optional<ObjectNode> parent = parent(path, value.location());
        String name = path.get(path.size() - 1);
        if (parent.isEmpty() || parent.get().members().putIfAbsent(name, value) != null) {
            twice(name, value.location());
        }
    }

    /** Adds an item to the list with this path, and returns its pointer. */
    private String add(List<String> path, Node item) {
        Optional<ObjectNode> parent = parent(path, item.location());
        String name = path.get(path.size() - 1);
        if (parent.isPresent()
                && parent.get().members().computeIfAbsent(name, key -> new ListNode(new ArrayList<>(), item.location()))
                        instanceof ListNode list) {
            String pointer =
                    Position.below(pointer(path), String.valueOf(list.items().size()));
            cells.putIfAbsent(pointer, item.location());
            list.items().add(item);
            return pointer;
        }
        twice(name, item.location());
        return pointer(path) + "/0";
    }

    /** The object that contains the last step of a path; empty if a value stands in its place. */
    private Optional<ObjectNode> parent(List<String> path, SourceLocation location) {
        ObjectNode parent = root;
        for (String step : path.subList(0, path.size() - 1)) {
            Node next = parent.members().computeIfAbsent(step, name -> new ObjectNode(new LinkedHashMap<>(), location));
            if (!(next instanceof ObjectNode object)) {
                return Optional.empty();
            }
            parent = object;
        }
        return Optional.of(parent);
    }

    private void twice(String name, SourceLocation location) {
        at(location).reject("DUPLICATE_KEY", "\"" + Text.excerpt(name) + "\" appears twice.");
    }

    private Position at(SourceLocation location) {
        return new Position(ROOT, location, problems);
    }

    private Optional<String> text(Cell cell) {
        return value(cell, Meaning.TEXT, ROOT).map(text -> ((TextNode) text).text());
    }

    /** The value; empty, with a problem, if the cell holds something else. */
    private Optional<Node> value(Cell cell, Meaning meaning, String pointer) {
        Optional<Node> value = typed(cell, meaning);
        Optional<String> forbidden = Text.forbiddenCharacter(cell.text());
        int limit = DocumentLimits.SCENARIO.text();
        Position at = new Position(pointer, cell.location(), problems);
        if (cell.kind() == Kind.FORMULA) {
            at.reject("FORMULA", "The cell holds a formula: paste its result as a value.");
        } else if (cell.kind() == Kind.ERROR) {
            at.reject("ERROR_CELL", "The cell holds the error " + Text.excerpt(cell.text()) + ".");
        } else if (forbidden.isPresent()) {
            at.reject("FORBIDDEN_CHARACTER", "The text holds " + forbidden.get() + ".");
        } else if (cell.text().length() > limit) {
            at.reject("TOO_LONG", "A text has more than " + limit + " characters.");
        } else if (meaning == Meaning.DATE && cell.kind() == Kind.UNCLEAR_DATE) {
            at.reject(
                    "BAD_DATE",
                    "The cell holds a time of day, a day before March 1900, or a date of a workbook that counts from 1904: write the date as text, such as 2018-12-31.");
        } else if (value.isEmpty()) {
            at.reject("WRONG_TYPE", "Expected " + meaning.expected() + ", found " + found(cell) + ".");
        } else {
            return value;
        }
        return Optional.empty();
    }

    private static Optional<Node> typed(Cell cell, Meaning meaning) {
        Kind kind = cell.kind();
        boolean text = kind == Kind.TEXT;
        boolean number = kind == Kind.NUMBER || kind == Kind.PERCENTAGE;
        Node asText = new TextNode(cell.text(), cell.location());
        return switch (meaning) {
            case INFORMATION -> Optional.of(asText);
            case TEXT -> text ? Optional.of(asText) : kind == Kind.NUMBER ? wholeNumber(cell) : Optional.empty();
            case NUMBER ->
                number
                        ? Optional.of(new NumberNode(cell.text(), cell.location()))
                        : Optional.of(asText).filter(given -> text);
            case DATE -> Optional.of(asText).filter(given -> text || kind == Kind.DATE);
            case YES_NO ->
                switch (cell.text().toLowerCase(Locale.ROOT)) {
                    case "yes", "true" -> Optional.of(new BooleanNode(true, cell.location()));
                    case "no", "false" -> Optional.of(new BooleanNode(false, cell.location()));
                    default -> Optional.empty();
                };
        };
    }

    /** A year or a number as a name, typed into a cell without the format of text. */
    private static Optional<Node> wholeNumber(Cell cell) {
        return Numbers.finite(cell.text())
                .map(Numbers::plain)
                .map(BigDecimal::new)
                .filter(number -> number.scale() <= 0)
                .map(number -> new TextNode(number.toPlainString(), cell.location()));
    }

    private static String found(Cell cell) {
        String text = Text.excerpt(cell.text());
        return switch (cell.kind()) {
            case BOOLEAN -> "the truth value " + cell.text();
            case DATE, UNCLEAR_DATE -> "a date";
            case NUMBER -> "the number " + text;
            case PERCENTAGE -> "the percentage " + text + " %";
            default -> "the text \"" + text + "\"";
        };
    }
}
