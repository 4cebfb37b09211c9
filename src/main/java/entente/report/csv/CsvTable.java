package entente.report.csv;

import entente.model.Numbers;
import entente.model.Percent;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * The declaration of a CSV table (RFC 4180): text is quoted, numbers are not, and no cell is evaluated as a formula by a
 * spreadsheet.
 *
 * @param name of the command that writes it
 */
public record CsvTable<T>(String name, String rows, List<Column<T>> columns) {

    private static final String RUNS_AS_FORMULA = "=+-@\t\r";

    /**
     * @param cell text, number, enum constant, collection of enum constants (joined by blanks), or {@code Optional} of one
     */
    public record Column<T>(String name, String description, Function<T, Object> cell) {}

    static <T> CsvTable<T> of(String name, String rows) {
        return new CsvTable<>(name, rows, List.of());
    }

    CsvTable<T> column(String column, String description, Function<T, Object> cell) {
        List<Column<T>> all = new ArrayList<>(columns);
        all.add(new Column<>(column, description, cell));
        return new CsvTable<>(name, rows, all);
    }

    /** All columns of another table, about a part of each row. */
    <U> CsvTable<T> including(CsvTable<U> other, Function<T, U> part) {
        CsvTable<T> table = this;
        for (Column<U> column : other.columns) {
            table = table.column(
                    column.name(), column.description(), column.cell().compose(part));
        }
        return table;
    }

    public String header() {
        return line(columns.stream().<Object>map(Column::name).toList());
    }

    public String line(T row) {
        return line(
                columns.stream().map(column -> cell(column.cell().apply(row))).toList());
    }

    public String write(List<? extends T> items) {
        return header() + items.stream().map(this::line).collect(Collectors.joining());
    }

    private static String line(List<Object> cells) {
        StringWriter out = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(
                out,
                CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.NON_NUMERIC).get())) {
            printer.printRecord(cells);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toString();
    }

    private static Object cell(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(CsvTable::cell).orElse("");
        }
        if (value instanceof Percent percent) {
            return cell(percent.value());
        }
        if (value instanceof Double number) {
            return new BigDecimal(Numbers.plain(number));
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
        return value instanceof Integer ? value : text(value.toString());
    }

    /** Untrusted text as a cell that no spreadsheet evaluates. */
    private static String text(String cell) {
        return !cell.isEmpty() && RUNS_AS_FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
