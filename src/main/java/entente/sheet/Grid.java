package entente.sheet;

import entente.document.SourceLocation;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The cells of one sheet that are not empty. A location holds the number of its row plus the number of the sheet times
 * {@link #ROWS}, so that problems are sorted by sheet, row and column.
 *
 * @param name of the sheet; empty in a CSV file
 * @param number of the sheet, from 0
 * @param rows by row and column, both from 1
 */
record Grid(Optional<String> name, int number, SortedMap<Integer, SortedMap<Integer, Cell>> rows) {

    /** Cells beyond these are refused. */
    static final int MAX_ROW = 2_000;

    static final int MAX_COLUMN = 50;

    /** More than the rows of a sheet. */
    private static final int ROWS = 2_000_000;

    private static final int LETTERS = 26;

    Grid(Optional<String> name, int number) {
        this(name, number, new TreeMap<>());
    }

    SourceLocation location(int row, int column) {
        return new SourceLocation(number * ROWS + row, column);
    }

    boolean contains(SourceLocation location) {
        return location.line() / ROWS == number;
    }

    /** Adds a cell; refuses the file if there is one already. */
    void add(int row, int column, Cell.Kind kind, String text) {
        Cell cell = new Cell(kind, text, location(row, column));
        if (rows.computeIfAbsent(row, key -> new TreeMap<>()).putIfAbsent(column, cell) != null) {
            throw RefusedFileException.damaged();
        }
    }

    /** Such as {@code Readings!G12}. */
    String cellName(SourceLocation location) {
        return name.map(sheet -> sheet + "!").orElse("") + letters(location.column()) + location.line() % ROWS;
    }

    private static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.toString();
    }
}
