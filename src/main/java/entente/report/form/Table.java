package entente.report.form;

import java.util.Arrays;
import java.util.List;

/**
 * A table; without rows it is not shown.
 *
 * @param heading empty for none
 * @param label what the rows are, as the title of the first column; empty for none
 * @param columns those after the first, which is the text of each row
 */
public record Table(String heading, String label, List<Column> columns, List<Row> rows) implements Block {

    /** The usual width of a column of figures. */
    public static final int FIGURES = 10;

    /** A table whose columns all hold figures and are equally wide. */
    public static Table figures(String heading, List<String> titles, int width, List<Row> rows) {
        return new Table(
                heading,
                "",
                titles.stream().map(title -> Column.figures(title, width)).toList(),
                rows);
    }

    /** @param width in characters, on a page of 80 */
    public record Column(String title, Kind kind, int width) {

        public static Column figures(String title, int width) {
            return new Column(title, Kind.FIGURE, width);
        }

        public static Column words(String title, int width) {
            return new Column(title, Kind.WORDS, width);
        }

        /** A column that a narrow page shows below the row. */
        public static Column below(String title) {
            return new Column(title, Kind.BELOW, 0);
        }

        /** No column, but room on the right, so that tables below each other keep their columns in line. */
        public static Column margin(int width) {
            return new Column("", Kind.MARGIN, width);
        }
    }

    public enum Kind {
        FIGURE,
        WORDS,
        BELOW,
        MARGIN
    }

    /**
     * A row.
     *
     * @param depth 1 for what is summed up, more for what it is made of
     * @param mark a sign of its state that stands before it; empty for none
     * @param cells one for each column but a margin; none for a remark on the row above or, at depth 1, on the table
     */
    public record Row(int depth, String mark, Words text, List<Words> cells) {

        public Row(int depth, Words text, List<Words> cells) {
            this(depth, "", text, cells);
        }

        public static Row of(int depth, String text, String... cells) {
            return new Row(
                    depth, Words.of(text), Arrays.stream(cells).map(Words::of).toList());
        }

        /** Whether it is about the whole table. */
        public boolean isRemark() {
            return depth == 1 && cells.isEmpty();
        }
    }

    /** Columns that a row has cells for. */
    public List<Column> cellColumns() {
        return columns.stream().filter(column -> column.kind() != Kind.MARGIN).toList();
    }

    /** Whether rows of depth 1 are totals of those below them. */
    public boolean hasTotals() {
        return hasFigures() && rows.stream().anyMatch(row -> row.depth() > 1);
    }

    public boolean hasFigures() {
        return columns.stream().anyMatch(column -> column.kind() == Kind.FIGURE);
    }

    /** Without remarks, which follow the table. */
    public List<Row> bodyRows() {
        return rows.stream().filter(row -> !row.isRemark()).toList();
    }

    public List<Row> remarks() {
        return rows.stream().filter(Row::isRemark).toList();
    }
}
