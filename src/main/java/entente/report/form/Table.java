package entente.report.form;

import java.util.List;

/**
 * A table of an answer; without rows it is not shown.
 *
 * @param heading empty for none
 * @param label what the rows are, as the title of the first column; empty for none
 * @param columns those after the first, which is the text of each row
 */
public record Table(String heading, String label, List<Column> columns, List<Row> rows) {

    /** @param width in characters, on a page of 80 */
    public record Column(String title, Kind kind, int width) {}

    public enum Kind {
        FIGURE,
        WORDS,
        /** A narrow page shows it below the row. */
        BELOW
    }

    /**
     * A row.
     *
     * @param depth 1 for what is summed up, more for what it is made of
     * @param mark a sign of its state that stands before it; empty for none
     * @param cells one for each column; none for a remark on the row above or, at depth 1, on the table
     */
    public record Row(int depth, String mark, Words text, List<Words> cells) {

        /** Whether it is about the whole table. */
        public boolean isRemark() {
            return depth == 1 && cells.isEmpty();
        }
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
