package entente.report.text;

import static entente.report.markdown.MarkdownTree.children;
import static entente.report.markdown.MarkdownTree.isDivision;
import static entente.report.markdown.MarkdownTree.text;
import static entente.report.markdown.MarkdownTree.words;

import entente.report.form.Answer;
import entente.report.form.Block;
import entente.report.form.LikelihoodFigure;
import entente.report.form.Medium;
import entente.report.form.Table;
import entente.report.form.Table.Column;
import entente.report.form.Table.Kind;
import entente.report.form.Table.Row;
import entente.report.form.TextPage;
import entente.report.form.TextStyle;
import entente.report.form.Words;
import entente.report.markdown.MarkdownPage;
import entente.report.markdown.MarkdownTree;
import entente.report.markdown.MarkdownTree.Division;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;

/** Renders an answer as text of 80 columns, as read at a terminal. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class TextRenderer {

    private static final int INDENT = 2;

    private final MarkdownPage markdown;
    private final TextPage page;

    public static String render(Answer answer, TextStyle style) {
        MarkdownPage markdown = MarkdownPage.of(answer, Medium.TEXT);
        TextRenderer renderer = new TextRenderer(markdown, new TextPage(style));
        Node title = MarkdownTree.parse(markdown).getFirstChild();
        boolean about = isDivision(title.getNext(), "about");
        renderer.page.title(text(title), about ? text(title.getNext()) : "");
        renderer.from(about ? title.getNext().getNext() : title.getNext());
        return renderer.page.toString();
    }

    /** Blocks up to the last of their parent. A heading is of the block that follows. */
    private void from(Node first) {
        String heading = "";
        for (Node node = first; node != null; node = node.getNext()) {
            if (node instanceof Heading part && part.getLevel() > 1) {
                heading = text(part);
            } else {
                block(node, heading);
                heading = "";
            }
        }
    }

    private void block(Node node, String heading) {
        if (node instanceof TableBlock table) {
            TextTable.write(page, MarkdownTree.table(table, heading));
            return;
        }
        if (!heading.isEmpty()) {
            page.blankLine();
            strong(0, heading);
        }
        int indent = heading.isEmpty() ? 0 : INDENT;
        if (node instanceof Heading part) {
            page.blankLine();
            strong(0, text(part));
        } else if (node instanceof Paragraph) {
            page.blankLine();
            paragraph(0, node);
        } else if (node instanceof BlockQuote quote) {
            page.blankLine();
            children(quote).forEach(paragraph -> paragraph(INDENT, paragraph));
        } else if (node instanceof ListBlock list) {
            if (heading.isEmpty()) {
                page.blankLine();
            }
            items(list, indent, 0);
        } else if (node instanceof FencedCodeBlock fence) {
            figure(markdown.figure(fence));
        } else if (node instanceof Division division) {
            division(division, indent, heading.isEmpty());
        }
    }

    private void division(Division division, int indent, boolean apart) {
        switch (division.name()) {
            case "lead" -> {
                page.blankLine();
                children(division).forEach(paragraph -> paragraph(INDENT, paragraph));
            }
            case "together", "footer" -> {
                page.blankLine();
                children(division).forEach(paragraph -> paragraph(0, paragraph));
            }
            case "continued" -> children(division).forEach(paragraph -> paragraph(0, paragraph));
            case "fields" -> {
                if (apart) {
                    page.blankLine();
                }
                fields(children(division.getFirstChild()), indent);
            }
            case "compact" -> {
                TextRenderer inner = new TextRenderer(markdown, new TextPage(page.style()));
                inner.from(division.getFirstChild());
                page.blankLine();
                inner.page.lines().stream().filter(line -> !line.isEmpty()).forEach(page::line);
            }
            case "remark" -> {
                // Its table has it.
            }
            default -> throw new IllegalArgumentException(division.name());
        }
    }

    /** Other figures are for media that draw. */
    private void figure(Block figure) {
        if (figure instanceof LikelihoodFigure likelihood) {
            page.blankLine();
            LikelihoodRuler.draw(page, likelihood);
        }
    }

    private void paragraph(int indent, Node paragraph) {
        if (words(paragraph).standsOut()) {
            strong(indent, text(paragraph));
        } else {
            page.paragraph(indent, text(paragraph));
        }
    }

    private void strong(int indent, String text) {
        TextPage.wrapped(text, TextPage.WIDTH - indent)
                .forEach(line -> page.line(" ".repeat(indent) + page.style().strong(line)));
    }

    private void items(ListBlock list, int indent, int depth) {
        int number = 0;
        for (Node item : children(list)) {
            String mark = list instanceof OrderedList ? ++number + ". " : "";
            for (Node part : children(item)) {
                if (part instanceof ListBlock inner) {
                    items(inner, indent + INDENT, depth + 1);
                } else {
                    page.hanging(
                            indent,
                            indent + INDENT,
                            mark + text(part),
                            line -> depth > 0 ? page.style().faint(line) : line);
                }
            }
        }
    }

    /** Each name with its paragraph in a column of its own. */
    private void fields(List<Node> items, int indent) {
        List<String[]> fields =
                items.stream().map(item -> text(item).split(": ", 2)).toList();
        int widest = fields.stream()
                .mapToInt(field -> TextPage.width(field[0]))
                .max()
                .orElse(0);
        fields.forEach(field -> page.labelled(indent, field[0], indent + INDENT + widest, field[1]));
    }

    /** A table as lines of text: the text of a row on the left, its cells in columns on the right. */
    private static final class TextTable {

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
            this.room =
                    TextPage.WIDTH - columns.stream().mapToInt(Column::width).sum();
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
                page.line(page.style().strong(heading)
                        + page.style().faint((" ".repeat(space) + titles).stripTrailing()));
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
                    cells.add(
                            column.kind() == Kind.WORDS ? TextPage.wrapped(cell, column.width() - GAP) : List.of(cell));
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
            return TextPage.width(text) > width && !text.contains(" ")
                    ? List.of(text, "")
                    : TextPage.wrapped(text, width);
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
}
