package entente.sheet;

import entente.document.Node;
import entente.document.Node.BooleanNode;
import entente.document.Node.ListNode;
import entente.document.Node.NumberNode;
import entente.document.Node.ObjectNode;
import entente.document.Node.TextNode;
import entente.model.Catalogue;
import entente.model.Indicator;
import entente.model.Numbers;
import entente.model.Reading;
import entente.model.ReadingStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The content of the sheets, cell by cell: texts and numbers; an empty text is an empty cell.
 *
 * @param scenario field and values, the first row being the header
 * @param readings in the columns of {@link ReadingColumn}, the first row being the header
 * @param instructions on a sheet that is not read, the first row being the header
 */
record SheetRows(List<List<Object>> scenario, List<List<Object>> readings, List<List<Object>> instructions) {

    private static final List<String> FIELDS =
            List.of("schemaVersion", "id", "title", "narrative", "asOf", "horizonYears", "extends");

    /** Rows to fill in where no source is listed. */
    private static final int EMPTY_SOURCES = 5;

    /**
     * @param inherited the readings of the scenario that this one extends; empty without one
     */
    static SheetRows of(Node scenario, Catalogue catalogue, Optional<Map<String, Reading>> inherited) {
        Map<String, Node> members = members(Optional.of(scenario));
        Map<String, Node> readings = members(get(members, "readings"));
        // A status left empty follows the value that is filled in; a parent's reading stays unknown only if it is said.
        boolean blank = !members.containsKey("extends")
                && readings.values().stream().allMatch(reading -> reading instanceof TextNode);
        return new SheetRows(
                scenarioRows(members),
                readingRows(blank ? Map.of() : readings, catalogue, inherited),
                instructions(catalogue.subject().sourceExample(), inherited.isPresent()));
    }

    private static List<List<Object>> scenarioRows(Map<String, Node> members) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(SheetTree.HEADER, "value", "reference"));
        if (members.containsKey("$schema")) {
            rows.add(List.of("$schema", cell(get(members, "$schema"))));
        }
        FIELDS.forEach(field -> rows.add(List.of(field, cell(get(members, field)))));
        Map<String, Node> observed = members(get(members, "observed"));
        Stream.of("relationship", "allianceInForce", "source")
                .forEach(field -> rows.add(List.of("observed." + field, cell(get(observed, field)))));
        get(members, "assumptions").ifPresent(given -> assumptions("assumptions", given, rows));
        if (get(members, "sources").orElse(null) instanceof ListNode sources) {
            for (Node source : sources.items()) {
                Map<String, Node> parts = members(Optional.of(source));
                rows.add(List.of(SheetTree.SOURCE, cell(get(parts, "id")), cell(get(parts, "ref"))));
            }
        } else {
            IntStream.range(0, EMPTY_SOURCES).forEach(row -> rows.add(List.of(SheetTree.SOURCE, "", "")));
        }
        return rows;
    }

    private static void assumptions(String path, Node value, List<List<Object>> rows) {
        if (value instanceof ObjectNode object) {
            object.members().forEach((name, member) -> assumptions(path + "." + name, member, rows));
        } else if (value instanceof ListNode list && path.equals(SheetTree.WITHOUT)) {
            list.items().forEach(item -> rows.add(List.of(path, cell(Optional.of(item)))));
        } else if (value instanceof ListNode list) {
            rows.add(Stream.concat(
                            Stream.<Object>of(path), list.items().stream().map(item -> cell(Optional.of(item))))
                    .toList());
        } else {
            rows.add(List.of(path, cell(Optional.of(value))));
        }
    }

    private static List<List<Object>> readingRows(
            Map<String, Node> readings, Catalogue catalogue, Optional<Map<String, Reading>> inherited) {
        List<ReadingColumn> columns = Stream.of(ReadingColumn.values())
                .filter(column -> column != ReadingColumn.INHERITED || inherited.isPresent())
                .toList();
        List<List<Object>> rows = new ArrayList<>();
        rows.add(columns.stream().<Object>map(ReadingColumn::title).toList());
        for (Indicator indicator : catalogue.indicators()) {
            Optional<Node> reading = get(readings, indicator.id());
            Map<String, Node> parts = reading.isPresent() && !(reading.get() instanceof ObjectNode)
                    ? Map.of(reading.get() instanceof TextNode ? "status" : "value", reading.get())
                    : members(reading);
            rows.add(columns.stream()
                    .map(column -> column == ReadingColumn.INHERITED
                            ? text(inherited.orElseThrow().get(indicator.id()))
                            : column.field().isPresent()
                                    ? cell(get(parts, column.field().get()))
                                    : information(column, indicator, catalogue))
                    .toList());
        }
        return rows;
    }

    /** A reading in one cell: value, range, status and the grade of its source. */
    private static String text(@Nullable Reading reading) {
        String status = (reading == null ? ReadingStatus.UNKNOWN : reading.status()).name();
        Stream<String> range = Optional.ofNullable(reading).flatMap(Reading::range).stream()
                .map(span -> Numbers.plain(span.value())
                        + (span.wide()
                                ? " (" + Numbers.plain(span.low()) + " to " + Numbers.plain(span.high()) + ")"
                                : ""));
        Stream<String> grade =
                Optional.ofNullable(reading).flatMap(Reading::grade).stream().map(Reading.SourceGrade::toString);
        return Stream.of(range, Stream.of(status.toLowerCase(Locale.ROOT)), grade)
                .flatMap(part -> part)
                .collect(Collectors.joining(", "));
    }

    private static Object information(ReadingColumn column, Indicator indicator, Catalogue catalogue) {
        return switch (column) {
            case GROUP -> catalogue.group(indicator.group()).label();
            case ID -> indicator.id();
            case LABEL -> indicator.label();
            case UNIT -> indicator.unit();
            case RANGE -> Numbers.plain(indicator.low()) + " to " + Numbers.plain(indicator.high());
            case ANCHORS ->
                new TreeMap<>(indicator.anchors())
                        .entrySet().stream()
                                .map(anchor -> anchor.getKey() + " " + anchor.getValue())
                                .collect(Collectors.joining("; "));
            default -> "";
        };
    }

    private static Object cell(Optional<Node> node) {
        Node value = node.orElse(null);
        if (value instanceof NumberNode number) {
            return Numbers.finite(number.raw())
                    .map(Numbers::plain)
                    .map(BigDecimal::new)
                    .<Object>map(exact -> exact)
                    .orElse("");
        }
        if (value instanceof BooleanNode truth) {
            return truth.value() ? "yes" : "no";
        }
        if (value instanceof ObjectNode weights) {
            return weights.members().entrySet().stream()
                    .map(weight -> weight.getKey() + ":" + cell(Optional.of(weight.getValue())))
                    .collect(Collectors.joining(","));
        }
        return value instanceof TextNode text ? text.text() : "";
    }

    private static Optional<Node> get(Map<String, Node> members, String name) {
        return Optional.ofNullable(members.get(name));
    }

    private static Map<String, Node> members(Optional<Node> node) {
        return node.orElse(null) instanceof ObjectNode object ? object.members() : Map.of();
    }

    /** How a workbook is filled in, on a sheet that is not read. */
    static List<List<Object>> instructions(String sourceExample, boolean inherits) {
        return List.of(
                List.of("what", "how"),
                List.of("Scenario", "Give a title and asOf, the day of the assessment, such as 2026-11-27."),
                List.of(
                        "Readings",
                        inherits
                                ? "One row for each indicator. The grey column inherited shows the reading of the scenario"
                                        + " that this one extends. Leave the white cells of a row blank to keep it; fill"
                                        + " them in to change it, and give a source. It is unknown if its status says so."
                                : "One row for each indicator; fill in the white columns, leave blank what you do not know."),
                List.of("value", "A number in the unit of the row and within its range: 18 for 18 %. No formulas."),
                List.of(
                        "low, high",
                        "The range that you hold possible; the value, your best estimate, lies within it."),
                List.of(
                        "distribution",
                        "Blank: every value of the range alike. triangular: most probable at the value; normal likewise."),
                List.of(
                        "weights",
                        "Instead of a value and range: grades with their weights, such as LOW:0.3,MODERATE:0.7; value stays blank."),
                List.of(
                        "status",
                        (inherits
                                        ? "Blank: a value with a source is known, one without is assumed, a blank row is inherited."
                                        : "Blank: known where there is a value, else unknown.")
                                + " assumed: you take it as given."),
                List.of(
                        "source",
                        "The id of a source, such as reuters-2026-11, that a row of the sheet Scenario lists. In a scenario that"
                                + " extends another, what differs without a source is assumed."),
                List.of(
                        "source_grade",
                        "Reliability A (best) to E and F (unjudged), credibility 1 (best) to 5 and 6: B2."),
                List.of("date", "The day of the reading, such as 2026-11-20; not after asOf."),
                List.of("Sources", "In the sheet Scenario: source in column A, its id in B, its reference in C."),
                List.of("Example", "source | reuters-2026-11 | " + sourceExample),
                List.of("Notes", "A sheet named Notes is yours: like this one it is not read."));
    }
}
