package entente.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** Tables with a head, all cells as text, numbers in one form: 6.0 as 6. */
final class PrintedTables {

    private static final Pattern TABLE = Pattern.compile("(?m)^(\\w+)\n((?:.*,.*\n)+)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE]-?\\d+)?");

    private PrintedTables() {}

    /** The tables in the output of the notebook: a line with the name, then CSV. */
    static Map<String, List<List<String>>> of(String output) {
        Map<String, List<List<String>>> tables = new TreeMap<>();
        TABLE.matcher(output).results().forEach(table -> tables.put(table.group(1), csv(table.group(2))));
        return tables;
    }

    static List<List<String>> csv(String text) {
        try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
            return parser.stream()
                    .map(row -> row.stream().map(PrintedTables::plain).toList())
                    .toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static List<List<String>> of(ResultSet result) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        int width = result.getMetaData().getColumnCount();
        List<String> head = new ArrayList<>();
        for (int column = 1; column <= width; column++) {
            head.add(result.getMetaData().getColumnName(column));
        }
        rows.add(head);
        while (result.next()) {
            List<String> row = new ArrayList<>();
            for (int column = 1; column <= width; column++) {
                row.add(plain(Objects.toString(result.getString(column), "")));
            }
            rows.add(row);
        }
        return rows;
    }

    /** These columns of a table. */
    static List<List<String>> columns(List<List<String>> table, String... names) {
        List<Integer> places =
                List.of(names).stream().map(table.get(0)::indexOf).toList();
        return table.stream().map(row -> places.stream().map(row::get).toList()).toList();
    }

    private static String plain(String cell) {
        return NUMBER.matcher(cell).matches()
                ? new BigDecimal(cell).stripTrailingZeros().toPlainString()
                : cell;
    }
}
