package entente.report.form;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A heading with rows below it, each a text on the left and cells in columns on the right; as text and as Markdown.
 *
 * @param columns titles of the columns; none where the rows are text only
 * @param width of a column; narrow ones hold figures and stand to the right, wide ones hold words and run over lines
 */
public record Section(String heading, List<String> columns, int width, List<Row> rows) {

    public static final int FIGURES = 10;
    private static final int WORDS = 20;

    /**
     * One row.
     *
     * @param depth 1 for what is summed up, more for what it is made of
     * @param cells as many as there are columns, or none
     */
    public record Row(int depth, String text, List<String> cells) {

        public static Row of(int depth, String text, String... cells) {
            return new Row(depth, text, List.of(cells));
        }
    }

    public static Section text(String heading, List<String> lines) {
        return new Section(
                heading,
                List.of(),
                0,
                lines.stream().map(line -> Row.of(1, line)).toList());
    }

    private boolean wordy() {
        return width >= WORDS;
    }

    public void write(TextPage page) {
        if (rows.isEmpty()) {
            return;
        }
        int room = TextPage.WIDTH - columns.size() * width;
        StringBuilder titles = new StringBuilder();
        columns.forEach(title -> titles.append(cell(title)));
        String space = " ".repeat(Math.max(1, room - TextPage.width(heading)));
        page.blankLine().line(page.style().strong(heading) + page.style().faint(space + titles));
        rows.forEach(row -> write(page, row, room));
    }

    private String cell(String text) {
        String space = " ".repeat(Math.max(0, width - TextPage.width(text)));
        return wordy() ? text + space : space + text;
    }

    private void write(TextPage page, Row row, int room) {
        int indent = 2 * row.depth();
        if (row.cells().isEmpty()) {
            TextPage lines = new TextPage(page.style()).hanging(indent, indent + 2, row.text());
            lines.lines()
                    .forEach(line -> page.line(row.depth() > 1 ? page.style().faint(line) : line));
            return;
        }
        List<String> left = TextPage.wrapped(row.text(), room - indent - 1);
        List<List<String>> right = row.cells().stream()
                .map(cell -> wordy() ? TextPage.wrapped(cell, width - 2) : List.of(cell))
                .toList();
        int lines = right.stream().mapToInt(List::size).max().orElse(1);
        int from = wordy() ? 0 : left.size() - 1;
        for (int i = 0; i < Math.max(left.size(), from + lines); i++) {
            String text = i < left.size() ? " ".repeat(indent) + left.get(i) : "";
            StringBuilder line = new StringBuilder(text).append(" ".repeat(Math.max(0, room - TextPage.width(text))));
            for (List<String> cell : right) {
                line.append(cell(i >= from && i - from < cell.size() ? cell.get(i - from) : ""));
            }
            page.line(line.toString());
        }
    }

    public void write(StringBuilder md) {
        if (rows.isEmpty()) {
            return;
        }
        MarkdownText.heading(md, heading);
        if (columns.isEmpty()) {
            rows.forEach(row -> MarkdownText.item(md, row.depth() - 1, row.text()));
            return;
        }
        MarkdownText.row(md, with("", columns));
        MarkdownText.row(
                md,
                with(
                        "---",
                        IntStream.range(0, columns.size())
                                .mapToObj(i -> wordy() ? "---" : "---:")
                                .toList()));
        boolean sums = !wordy() && rows.stream().anyMatch(row -> row.depth() > 1);
        for (Row row : rows) {
            String text = MarkdownText.cell(row.text());
            List<String> cells = row.cells().isEmpty()
                    ? columns.stream().map(title -> "").toList()
                    : row.cells().stream().map(MarkdownText::cell).toList();
            if (!remark(row)) {
                MarkdownText.row(md, with(sums && row.depth() == 1 ? "**" + text + "**" : text, cells));
            }
        }
        rows.stream()
                .filter(Section::remark)
                .forEach(row ->
                        md.append('\n').append(MarkdownText.text(row.text())).append('\n'));
    }

    /** A row about the table and not in it. */
    private static boolean remark(Row row) {
        return row.depth() == 1 && row.cells().isEmpty();
    }

    private static String[] with(String first, List<String> rest) {
        List<String> cells = new ArrayList<>(List.of(first));
        cells.addAll(rest);
        return cells.toArray(String[]::new);
    }
}
