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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
                instructions(inherited.isPresent()));
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

    /**
     * How a workbook is filled in, on a sheet that is not read. Lines that begin with + are for a scenario that extends another,
     * those with - for others.
     */
    static List<List<Object>> instructions(boolean inherits) {
        try (InputStream text = Objects.requireNonNull(SheetRows.class.getResourceAsStream("instructions.txt"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith(inherits ? "-" : "+"))
                    .map(line -> line.replaceFirst("^[+-]", ""))
                    .map(line -> List.<Object>of(line.split(": ", 2)[0], line.split(": ", 2)[1]))
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
