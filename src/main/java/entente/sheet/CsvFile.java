package entente.sheet;

import entente.document.Utf8;
import entente.sheet.Grid.Kind;
import entente.sheet.Grid.RefusedFileException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;

/**
 * A scenario in one CSV file (RFC 4180, UTF-8): rows that begin with {@code #} describe the scenario, the others are the
 * table of readings. Its columns are separated by commas or, in a file that is read, by semicolons where the titles are.
 */
final class CsvFile {

    static final String FIELD = "#";

    /** A text that begins with one of these gets an apostrophe, so that no spreadsheet evaluates it. */
    private static final String EVALUATED = "=+-@\t\r'";

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvFile() {}

    /** The fields of the scenario and the readings, with the rows of the file. */
    static List<Grid> read(byte[] bytes) {
        Utf8 utf8 = Utf8.decode(bytes);
        String text = utf8.text().orElseThrow(() -> new RefusedFileException("NOT_UTF8", utf8.fault()));
        try {
            List<Grid> grids = read(text, ',');
            return hasIds(grids.get(0)) ? grids : withSemicolons(text).orElse(grids);
        } catch (RefusedFileException withCommas) {
            return withSemicolons(text).orElseThrow(() -> withCommas);
        }
    }

    /** The cells if semicolons separate the titles of the columns, one of which is {@code id}. */
    private static Optional<List<Grid>> withSemicolons(String text) {
        try {
            return Optional.of(read(text, ';')).filter(grids -> hasIds(grids.get(0)));
        } catch (RefusedFileException neither) {
            return Optional.empty();
        }
    }

    private static boolean hasIds(Grid readings) {
        return readings.rows().values().stream()
                .limit(1)
                .flatMap(titles -> titles.values().stream())
                .anyMatch(title -> title.text().strip().equals(ReadingColumn.ID.title()));
    }

    private static List<Grid> read(String text, char separator) {
        Grid fields = new Grid(Optional.empty(), 0);
        Grid readings = new Grid(Optional.empty(), 0);
        int row = 0;
        boolean several = false;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format(separator))) {
            for (CSVRecord line : parser) {
                row++;
                several |= line.size() > 1;
                boolean field = line.get(0).startsWith(FIELD);
                add(field ? fields : readings, row, line, field);
            }
        } catch (IOException | UncheckedIOException malformed) {
            throw new RefusedFileException(
                    "NOT_CSV", "The quotation marks do not match after row " + row + ": save the file as CSV again.");
        }
        if (!several && row > 0) {
            throw new RefusedFileException(
                    "NOT_CSV",
                    "The columns are separated neither by commas nor by semicolons: save the file as CSV, in UTF-8.");
        }
        return List.of(readings, fields);
    }

    private static CSVFormat format(char separator) {
        return CSVFormat.RFC4180.builder().setDelimiter(separator).get();
    }

    private static void add(Grid grid, int row, CSVRecord line, boolean field) {
        for (int i = 0; i < line.size(); i++) {
            String text = i == 0 && field ? line.get(0).substring(FIELD.length()) : line.get(i);
            if (text.isBlank()) {
                continue;
            }
            if (row > Grid.MAX_ROW || i >= Grid.MAX_COLUMN) {
                throw new RefusedFileException(
                        "TOO_LARGE",
                        "The file has more than " + Grid.MAX_ROW + " rows or " + Grid.MAX_COLUMN + " columns.");
            }
            grid.add(row, i + 1, text.startsWith("=") ? Kind.FORMULA : Kind.UNTYPED, unprotected(text));
        }
    }

    static String protectedText(String text) {
        return !text.isEmpty() && EVALUATED.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String unprotected(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && EVALUATED.indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }

    /** Both tables, with the mark by which spreadsheets recognise UTF-8. */
    static byte[] write(SheetRows rows) {
        StringWriter out = new StringWriter();
        out.append(BYTE_ORDER_MARK);
        try (CSVPrinter printer = new CSVPrinter(
                out,
                CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.NON_NUMERIC).get())) {
            for (List<Object> row : rows.scenario().subList(1, rows.scenario().size())) {
                List<Object> cells = new ArrayList<>(row);
                cells.set(0, FIELD + row.get(0));
                print(printer, cells);
            }
            for (List<Object> row : rows.readings()) {
                print(printer, row);
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void print(CSVPrinter printer, List<Object> row) throws IOException {
        printer.printRecord(row.stream()
                .map(cell -> cell instanceof String text ? protectedText(text) : cell)
                .toList());
    }
}
