package entente.report.csv;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A table with several rows for each item.
 *
 * @param rows the rows of an item
 */
public record LongTable<A, R>(CsvTable<R> table, Function<A, List<R>> rows) {

    public String header() {
        return table.header();
    }

    /** The rows of an item as lines of CSV, without header. */
    public String csv(A item) {
        return lines(item, table::line);
    }

    /** The rows of an item as lines of JSON. */
    public String json(A item) {
        return lines(item, table::json);
    }

    /** A document of CSV about one item. */
    public String write(A item) {
        return header() + csv(item);
    }

    private String lines(A item, Function<R, String> line) {
        return rows.apply(item).stream().map(line).collect(Collectors.joining());
    }
}
