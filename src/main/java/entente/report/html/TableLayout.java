package entente.report.html;

import entente.report.form.Table;
import entente.report.form.Table.Column;
import entente.report.form.Table.Kind;
import java.util.List;

/** Widths of columns, the same in all tables of a page, so that their figures are in line. Public for the template only. */
public final class TableLayout {

    private static final int FIGURE = 12;
    private static final int MAX_COLUMNS = 4;

    private TableLayout() {}

    /** Whether the widths are fixed: not in wide tables, nor in those whose words need all the room. */
    public static boolean isFixed(Table table) {
        List<Column> columns = table.columns();
        return columns.size() <= MAX_COLUMNS
                && columns.stream().allMatch(column -> column.kind() == Kind.FIGURE || column.width() > 0);
    }

    /** The style of a column; the first one, which has none, takes the rest. */
    public static String width(Column column) {
        return "width: " + (column.kind() == Kind.FIGURE ? FIGURE : column.width()) + "ch";
    }
}
