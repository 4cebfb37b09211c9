package entente.report.csv;

import entente.model.Numbers;
import entente.model.Percent;
import entente.model.Points;
import entente.report.json.JsonWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
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

    /** @param cell a value of the type, see {@link ColumnType#value} */
    public record Column<T>(String name, ColumnType type, String description, Function<T, Object> cell) {

        private @Nullable Object value(T row) {
            return type.value(cell.apply(row));
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
        return column(column, ColumnType.TEXT, description, cell);
    }

    CsvTable<T> number(String column, String description, Function<T, Object> cell) {
        return column(column, ColumnType.NUMBER, description, cell);
    }

    CsvTable<T> list(String column, String description, Function<T, Object> cell) {
        return column(column, ColumnType.LIST, description, cell);
    }

    CsvTable<T> date(String column, String description, Function<T, Object> cell) {
        return column(column, ColumnType.DATE, description, cell);
    }

    CsvTable<T> integer(String column, String description, Function<T, Object> cell) {
        return column(column, ColumnType.INTEGER, description, cell);
    }

    CsvTable<T> truth(String column, String description, Function<T, Object> cell) {
        return column(column, ColumnType.BOOLEAN, description, cell);
    }

    private CsvTable<T> column(String column, ColumnType type, String description, Function<T, Object> cell) {
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
                        .map(column -> "| `" + column.name() + "` | "
                                + column.type().label() + " | " + column.description() + " |\n")
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
        if (value instanceof Double number) {
            return Numbers.plain(number);
        }
        return value == null ? "" : value.toString();
    }

    /** Untrusted text as a cell on one line that no spreadsheet evaluates. */
    private static String safe(String text) {
        String oneLine =
                text.replace("\r\n", " ").replace('\r', ' ').replace('\n', ' ').replace('\t', ' ');
        return !text.isEmpty() && RUNS_AS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + oneLine : oneLine;
    }

    /** The type of the values of a column; a row without a value leaves it empty. */
    @Getter
    @RequiredArgsConstructor
    enum ColumnType {
        TEXT("text"),
        LIST("list"),
        DATE("date"),
        NUMBER("number"),
        INTEGER("whole number"),
        BOOLEAN("true or false");

        private static final String SEPARATOR = "; ";

        private final String label;

        /**
         * The value as a String, Double, Integer or Boolean; null if there is none.
         *
         * @param cell text, enum constant, collection, date, number, truth value, or an Optional of one
         */
        @Nullable Object value(Object cell) {
            if (cell instanceof Optional<?> optional) {
                return optional.isPresent() ? value(optional.get()) : null;
            }
            if (cell instanceof OptionalDouble number) {
                return number.isPresent() ? number.getAsDouble() : null;
            }
            return switch (this) {
                case TEXT -> cell.toString();
                case LIST -> list((Collection<?>) cell);
                case DATE -> ((LocalDate) cell).toString();
                case NUMBER -> number(cell);
                case INTEGER -> (Integer) cell;
                case BOOLEAN -> (Boolean) cell;
            };
        }

        private static @Nullable String list(Collection<?> values) {
            return values.isEmpty()
                    ? null
                    : values.stream().map(String::valueOf).collect(Collectors.joining(SEPARATOR));
        }

        private static Double number(Object cell) {
            return cell instanceof Percent percent
                    ? Double.valueOf(percent.value())
                    : cell instanceof Points points ? Double.valueOf(points.value()) : (Double) cell;
        }
    }
}
