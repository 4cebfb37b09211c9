package entente.report.markdown;

import entente.report.form.Axis;
import entente.report.form.Block;
import entente.report.form.CharacterBar;
import entente.report.form.Picture;
import entente.report.form.ProbabilityFigure;
import entente.report.form.ProbabilityTable;
import entente.report.form.Report;
import entente.report.form.SwingFigure;
import entente.report.form.Table;
import entente.report.form.Table.Column;
import entente.report.form.Table.Kind;
import entente.report.form.Table.Row;
import entente.report.form.Words;
import entente.report.form.Words.Emphasis;
import entente.report.wording.Wording;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders a report as Markdown with tables, as GitHub reads it. All text is escaped. */
public final class MarkdownRenderer {

    private static final int BAR = 30;

    private final StringBuilder md = new StringBuilder();

    private MarkdownRenderer() {}

    public static String render(Report report) {
        MarkdownRenderer renderer = new MarkdownRenderer();
        renderer.md.append("# ").append(MarkdownText.text(report.title())).append('\n');
        renderer.paragraph(MarkdownText.text(report.subtitle()));
        report.blocks().forEach(renderer::block);
        return renderer.md.toString().replace(Wording.GLUE, ' ');
    }

    private void block(Block block) {
        if (block instanceof Block.Heading heading) {
            md.append("\n# ").append(MarkdownText.text(heading.text())).append('\n');
        } else if (block instanceof Block.Prose prose) {
            prose(prose);
        } else if (block instanceof Block.Items items) {
            items(items);
        } else if (block instanceof Block.Fields fields) {
            items(new Block.Items(
                    fields.heading(),
                    fields.fields().stream()
                            .map(field -> new Block.Item(1, field.name() + ": " + field.text()))
                            .toList()));
        } else if (block instanceof Table table) {
            table(table);
        } else if (block instanceof SwingFigure figure) {
            swings(figure);
        } else if (block instanceof ProbabilityFigure figure) {
            table(ProbabilityTable.of(figure));
        } else if (block instanceof Picture picture) {
            heading(picture.heading());
            paragraph(MarkdownText.text(picture.caption()));
        } else if (block instanceof Block.Compact compact) {
            compact.blocks().forEach(this::block);
        } else if (block instanceof Block.Only only && only.setting() == Block.Setting.DOCUMENT) {
            only.blocks().forEach(this::block);
        }
    }

    private void heading(String heading) {
        if (!heading.isEmpty()) {
            md.append("\n## ").append(MarkdownText.text(heading)).append("\n\n");
        }
    }

    private void paragraph(String markdown) {
        if (!markdown.isEmpty()) {
            md.append('\n').append(markdown).append('\n');
        }
    }

    private void prose(Block.Prose prose) {
        if (prose.role() == Block.Role.FOOTER && !prose.paragraphs().isEmpty()) {
            md.append("\n---\n");
        }
        String before = prose.role() == Block.Role.QUOTE ? "> " : "";
        prose.paragraphs().forEach(paragraph -> paragraph(before + words(paragraph, MarkdownText::text)));
    }

    private static String words(Words words, UnaryOperator<String> escape) {
        String text = escape.apply(words.text());
        return words.standsOut() ? "**" + text + "**" : text;
    }

    private void items(Block.Items items) {
        if (items.items().isEmpty()) {
            return;
        }
        heading(items.heading());
        md.append(items.heading().isEmpty() ? "\n" : "");
        int number = 0;
        for (Block.Item item : items.items()) {
            String mark = items.numbered() ? ++number + ". " : "- ";
            md.append("  ".repeat(item.depth() - 1) + mark
                    + MarkdownText.text(item.words().text()) + "\n");
        }
    }

    private void table(Table table) {
        if (table.rows().isEmpty()) {
            return;
        }
        heading(table.heading());
        md.append(table.heading().isEmpty() ? "\n" : "").append(head(table.label(), table.columns()));
        table.bodyRows().forEach(row -> md.append(row(table, row)));
        table.remarks().forEach(row -> paragraph(words(row.text(), MarkdownText::text)));
    }

    /** The first two lines of a table. */
    public static String head(String label, List<Column> columns) {
        List<Column> shown =
                columns.stream().filter(column -> column.kind() != Kind.MARGIN).toList();
        return line(Stream.concat(Stream.of(label), shown.stream().map(column -> MarkdownText.cell(column.title()))))
                + "|---"
                + shown.stream()
                        .map(column -> column.kind() == Kind.FIGURE ? "|---:" : "|---")
                        .collect(Collectors.joining())
                + "|\n";
    }

    /** One line of a table. */
    public static String row(Table table, Row row) {
        boolean total = table.hasTotals() && row.depth() == 1;
        String text = (row.mark().isEmpty() ? "" : row.mark() + " ") + words(row.text(), MarkdownText::cell);
        if (row.cells().isEmpty()) {
            return line(Stream.concat(
                    Stream.of("*" + text + "*"), table.cellColumns().stream().map(column -> "")));
        }
        return line(Stream.concat(
                Stream.of(total && row.text().emphasis() == Emphasis.PLAIN ? "**" + text + "**" : text),
                row.cells().stream().map(cell -> words(cell, MarkdownText::cell))));
    }

    private static String line(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |\n")).replace(Wording.GLUE, ' ');
    }

    private void swings(SwingFigure figure) {
        Axis axis = Axis.over(figure);
        // Dots instead of blanks, which a browser would collapse.
        CharacterBar bars = new CharacterBar(axis, figure.now(), BAR, '·');
        heading(figure.heading());
        md.append(
                line(Stream.of("", "value", "lowest", axis.from() + "–" + axis.to() + Wording.GLUE + "%", "highest")));
        md.append("|---|---:|---:|:---:|---:|\n");
        figure.bars()
                .forEach(bar -> md.append(line(Stream.of(
                        MarkdownText.cell(bar.label()),
                        MarkdownText.cell(bar.reading()),
                        end(bar.low()),
                        "`" + bars.of(bar) + "`",
                        end(bar.high())))));
        paragraph("`│` and `┼` mark the likelihood now, "
                + Wording.percent(figure.now())
                + ". A bar runs from the lowest to the highest that the reading alone gives.");
    }

    private static String end(SwingFigure.End end) {
        return MarkdownText.cell(Wording.percent(end.likelihood()) + ", " + end.where());
    }
}
