package entente.sheet;

import entente.document.SourceLocation;
import java.util.SortedMap;
import java.util.TreeMap;
import lombok.Getter;
import org.apache.poi.ss.util.CellReference;

/**
 * The cells of one sheet that are not empty. A location holds the number of its row plus the number of the sheet times
 * {@link #ROWS}, so that problems are sorted by sheet, row and column.
 *
 * @param name of the sheet
 * @param number of the sheet, from 0
 * @param rows by row and column, both from 1
 */
record Grid(String name, int number, SortedMap<Integer, SortedMap<Integer, Cell>> rows) {

    /** Cells beyond these are refused. */
    static final int MAX_ROW = 2_000;

    static final int MAX_COLUMN = 50;

    /** More than the rows of a sheet. */
    private static final int ROWS = 2_000_000;

    /**
     * A cell that is not empty.
     *
     * @param text as stored: the text, the digits of a number, the ISO form of a date, the name of an error
     * @param location of the row within all sheets, and of the column
     */
    record Cell(Kind kind, String text, SourceLocation location) {}

    enum Kind {
        TEXT,
        NUMBER,
        /** A number that its format shows as a percentage, with the figure that is shown: 18 for 18 %. */
        PERCENTAGE,
        DATE,
        /** A date of a workbook that counts days from 1904, or with a time of day. */
        UNCLEAR_DATE,
        BOOLEAN,
        ERROR,
        FORMULA
    }

    /** A file that is refused as a whole, before any cell is read. */
    @Getter
    static final class RefusedFileException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final String code;
        private final String detail;

        RefusedFileException(String code, String detail) {
            super(detail, null, false, false);
            this.code = code;
            this.detail = detail;
        }

        static RefusedFileException damaged() {
            return new RefusedFileException(
                    "NOT_XLSX", "This is not a workbook, or it is damaged: save it again as .xlsx.");
        }
    }

    Grid(String name, int number) {
        this(name, number, new TreeMap<>());
    }

    SourceLocation location(int row, int column) {
        return new SourceLocation(number * ROWS + row, column);
    }

    boolean contains(SourceLocation location) {
        return location.line() / ROWS == number;
    }

    /** Adds a cell; refuses the file if there is one already. */
    void add(int row, int column, Kind kind, String text) {
        Cell cell = new Cell(kind, text, location(row, column));
        if (rows.computeIfAbsent(row, key -> new TreeMap<>()).putIfAbsent(column, cell) != null) {
            throw RefusedFileException.damaged();
        }
    }

    /** Such as {@code Readings!G12}. */
    String cellName(SourceLocation location) {
        return name + "!" + CellReference.convertNumToColString(location.column() - 1) + location.line() % ROWS;
    }
}
