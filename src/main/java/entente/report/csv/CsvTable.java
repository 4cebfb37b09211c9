package entente.report.csv;

import entente.model.Numbers;
import entente.model.Percent;
import entente.model.Points;
import entente.report.json.JsonWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of a table, from which CSV (RFC 4180) and lines of JSON are written. In CSV, text is quoted, numbers and
 * truth values are not, a row is one line, and no cell is evaluated as a formula by a spreadsheet.
 *
 * @param name the command that writes it
 * @param rows what a row stands for
 */
public record CsvTable<T>(String name, String rows, List<Column<T>> columns) {

    private static final CSVFormat QUOTED =
            CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).get();

    private static final String LINE_END = "\r\n";

    private static final String RUNS_AS_FORMULA = "=+-@\t\r";

    /**
     * A column; a row without a value leaves it empty.
     *
     * @param type of its values, in words
     * @param cell text, number, truth value, enum constant, date, a collection of such values, or an Optional of one
     */
    public record Column<T>(String name, String type, String description, Function<T, Object> cell) {

        private @Nullable Object value(T row) {
            return plain(cell.apply(row));
        }
    }

    static <T> CsvTable<T> of(String name, String rows) {
        return new CsvTable<>(name, rows, List.of());
    }

    /** A part of other tables. */
    static <T> CsvTable<T> part() {
        return of("", "");
    }

    CsvTable<T> text(String column, String description, Function<T, Object> cell) {
        return column(column, "text", description, cell);
    }

    CsvTable<T> number(String column, String description, Function<T, Object> cell) {
        return column(column, "number", description, cell);
    }

    CsvTable<T> list(String column, String description, Function<T, Object> cell) {
        return column(column, "list", description, cell);
    }

    CsvTable<T> date(String column, String description, Function<T, Object> cell) {
        return column(column, "date", description, cell);
    }

    CsvTable<T> integer(String column, String description, Function<T, Object> cell) {
        return column(column, "whole number", description, cell);
    }

    CsvTable<T> truth(String column, String description, Function<T, Object> cell) {
        return column(column, "true or false", description, cell);
    }

    private CsvTable<T> column(String column, String type, String description, Function<T, Object> cell) {
        List<Column<T>> all = new ArrayList<>(columns);
        all.add(new Column<>(column, type, description, cell));
        return new CsvTable<>(name, rows, all);
    }

    /** All columns of another table, about a part of each row. */
    <U> CsvTable<T> including(CsvTable<U> other, Function<T, U> part) {
        CsvTable<T> table = this;
        for (Column<U> column : other.columns) {
            table = table.column(
                    column.name(),
                    column.type(),
                    column.description(),
                    column.cell().compose(part));
        }
        return table;
    }

    /** The columns, their types and what they mean, in Markdown. */
    public String dictionary() {
        return "## `entente " + name + " --format csv`\n\n" + rows + "\n\n| column | type | meaning |\n|---|---|---|\n"
                + columns.stream()
                        .map(column ->
                                "| `" + column.name() + "` | " + column.type() + " | " + column.description() + " |\n")
                        .collect(Collectors.joining());
    }

    public String header() {
        return line(columns.stream().map(column -> csv(column.name())).toList());
    }

    /** A row as a line of CSV with its end. */
    public String line(T row) {
        return line(columns.stream().map(column -> csv(column.value(row))).toList());
    }

    /** A row as a line of JSON with its end: an object with all columns. */
    public String json(T row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        columns.forEach(column -> values.put(column.name(), column.value(row)));
        return JsonWriter.line(values) + "\n";
    }

    public String write(List<? extends T> items) {
        return header() + items.stream().map(this::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return String.join(",", cells) + LINE_END;
    }

    private static String csv(@Nullable Object value) {
        if (value instanceof String text) {
            return QUOTED.format(safe(text));
        }
        return value == null ? "" : text(value);
    }

    private static String text(Object value) {
        return value instanceof Double number ? Numbers.plain(number) : value.toString();
    }

    /** A value as a String, Double, Integer or Boolean; null if there is none. */
    private static @Nullable Object plain(Object cell) {
        if (cell instanceof Optional<?> optional) {
            return optional.isPresent() ? plain(optional.get()) : null;
        }
        if (cell instanceof OptionalDouble number) {
            return number.isPresent() ? number.getAsDouble() : null;
        }
        if (cell instanceof Collection<?> values) {
            return values.isEmpty() ? null : values.stream().map(CsvTable::text).collect(Collectors.joining("; "));
        }
        if (cell instanceof Percent percent) {
            return percent.value();
        }
        if (cell instanceof Points points) {
            return points.value();
        }
        return cell instanceof Number || cell instanceof Boolean ? cell : cell.toString();
    }

    /** Untrusted text as a cell on one line that no spreadsheet evaluates. */
    private static String safe(String text) {
        String oneLine =
                text.replace("\r\n", " ").replace('\r', ' ').replace('\n', ' ').replace('\t', ' ');
        return !text.isEmpty() && RUNS_AS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + oneLine : oneLine;
    }
}
