package entente.report.text;

import entente.report.form.Table;
import entente.report.form.Table.Column;
import entente.report.form.Table.Kind;
import entente.report.form.Table.Row;
import entente.report.form.TextPage;
import entente.report.form.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table as lines of text: the text of a row on the left, its cells in columns on the right. */
final class TextTable {

    private static final int INDENT = 2;
    private static final int GAP = 2;

    private final TextPage page;
    private final Table table;
    private final List<Column> columns;
    private final int room;

    private TextTable(TextPage page, Table table) {
        this.page = page;
        this.table = table;
        this.columns = table.columns().stream()
                .filter(column -> column.kind() != Kind.BELOW)
                .toList();
        this.room = TextPage.WIDTH - columns.stream().mapToInt(Column::width).sum();
    }

    static void write(TextPage page, Table table) {
        if (!table.rows().isEmpty()) {
            new TextTable(page, table).write();
        }
    }

    private void write() {
        String heading = table.heading().isEmpty() ? table.label() : table.heading();
        String titles = columns.stream()
                .map(column -> aligned(column, column.title(), column.title()))
                .map(title -> title.startsWith(" ") ? title : " " + title)
                .collect(Collectors.joining());
        int space = TextPage.WIDTH - TextPage.width(heading) - TextPage.width(titles);
        page.blankLine();
        if (space > 0) {
            page.line(page.style().strong(heading) + page.style().faint((" ".repeat(space) + titles).stripTrailing()));
        } else {
            page.line(page.style().strong(heading));
            page.line(page.style().faint((" ".repeat(room) + titles).stripTrailing()));
        }
        table.rows().forEach(this::row);
    }

    private void row(Row row) {
        int indent = table.heading().isEmpty() ? INDENT * (row.depth() - 1) : INDENT * row.depth();
        if (row.isRemark()) {
            page.hanging(indent, indent + INDENT, row.text().text());
        } else if (row.cells().isEmpty()) {
            faint(indent, row.text().text());
        } else {
            cells(row, indent);
            String below = below(row);
            if (!below.isEmpty()) {
                faint(indent + 2 * INDENT, below);
            }
        }
    }

    private void faint(int indent, String text) {
        page.hanging(indent, indent, text, page.style()::faint);
    }

    private String below(Row row) {
        return IntStream.range(0, row.cells().size())
                .filter(i -> table.columns().get(i).kind() == Kind.BELOW)
                .mapToObj(i -> row.cells().get(i).text())
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private void cells(Row row, int indent) {
        List<String> left = left(row.text().text(), room - indent - 1);
        List<List<String>> cells = new ArrayList<>();
        List<Words> words = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            Column column = table.columns().get(i);
            if (column.kind() != Kind.BELOW) {
                String cell = row.cells().get(i).text();
                words.add(row.cells().get(i));
                cells.add(column.kind() == Kind.WORDS ? TextPage.wrapped(cell, column.width() - GAP) : List.of(cell));
            }
        }
        int from = table.hasFigures() || left.get(left.size() - 1).isEmpty() ? left.size() - 1 : 0;
        int height = cells.stream().mapToInt(List::size).max().orElse(1);
        for (int i = 0; i < Math.max(left.size(), from + height); i++) {
            String mark = i == 0 && !row.mark().isEmpty() ? row.mark() + " " : "";
            String text = i < left.size() ? " ".repeat(indent - TextPage.width(mark)) + mark + left.get(i) : "";
            StringBuilder line = new StringBuilder(styled(row.text(), text));
            line.append(" ".repeat(Math.max(0, room - TextPage.width(text))));
            int cell = 0;
            for (Column column : columns) {
                List<String> lines = cells.get(cell);
                String part = i >= from && i - from < lines.size() ? lines.get(i - from) : "";
                line.append(aligned(column, part, styled(words.get(cell), part)));
                cell++;
            }
            page.line(line.toString());
        }
    }

    /** One word, such as an id, is never cut: it takes a line of its own. */
    private static List<String> left(String text, int width) {
        return TextPage.width(text) > width && !text.contains(" ") ? List.of(text, "") : TextPage.wrapped(text, width);
    }

    private String styled(Words words, String part) {
        return switch (words.emphasis()) {
            case UP -> page.style().up(part);
            case DOWN -> page.style().down(part);
            case STRONG -> page.style().strong(part);
            case FAINT -> page.style().faint(part);
            case PLAIN -> part;
        };
    }

    /** Figures stand to the right of their column; words to the left, after a gap. */
    private static String aligned(Column column, String text, String styled) {
        int space = Math.max(0, column.width() - TextPage.width(text));
        return column.kind() == Kind.FIGURE
                ? " ".repeat(space) + styled
                : " ".repeat(Math.min(GAP, column.width())) + styled + " ".repeat(Math.max(0, space - GAP));
    }
}
