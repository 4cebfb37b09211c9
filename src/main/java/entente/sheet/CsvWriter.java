package entente.sheet;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/** Writes both tables into one CSV file, with the mark by which spreadsheets recognise UTF-8. */
final class CsvWriter {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvWriter() {}

    static byte[] write(SheetRows rows) {
        StringWriter out = new StringWriter();
        out.append(BYTE_ORDER_MARK);
        try (CSVPrinter printer = new CSVPrinter(
                out,
                CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.NON_NUMERIC).get())) {
            for (List<Object> row : rows.scenario().subList(1, rows.scenario().size())) {
                List<Object> cells = new ArrayList<>(row);
                cells.set(0, CsvReader.FIELD + row.get(0));
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
                .map(cell -> cell instanceof String text ? CsvReader.protectedText(text) : cell)
                .toList());
    }
}
