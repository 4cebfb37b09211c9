package entente.report.markdown;

import entente.report.form.Answer;
import entente.report.form.Medium;
import entente.report.form.Table;
import entente.report.form.Table.Column;
import entente.report.form.Table.Kind;
import entente.report.form.Table.Row;
import entente.report.form.Words;
import entente.report.form.Words.Emphasis;
import java.util.List;
import lombok.RequiredArgsConstructor;

/** Writes an answer, and the tables of others, as Markdown. */
@RequiredArgsConstructor
public final class MarkdownRenderer {

    private final MarkdownPage page;

    public static String render(Answer answer) {
        return MarkdownPage.of(answer, Medium.MD).toString();
    }

    private void division(String name, Runnable content) {
        page.writeContent("\n::: " + name + "\n");
        content.run();
        page.writeContent("\n:::\n");
    }

    private void line(String before, Words words) {
        page.writeContent(before);
        words(words, words.standsOut());
        page.writeContent("\n");
    }

    private void words(Words words, boolean strong) {
        String text = page.terminal() ? words.brief() : words.text();
        String sign = strong && !text.isEmpty() ? "**" : "";
        page.writeContent(sign);
        page.writeUserContent(text);
        page.writeContent(sign);
    }

    void table(Table table) {
        if (table.rows().isEmpty()) {
            return;
        }
        page.heading(table.heading());
        page.writeContent("\n");
        List<Column> columns = table.columns().stream()
                .filter(column -> column.kind() != Kind.MARGIN || page.terminal())
                .toList();
        head(table, columns);
        table.bodyRows().forEach(row -> row(table, row));
        if (!table.remarks().isEmpty()) {
            division("remark", () -> table.remarks().forEach(row -> line("\n", row.text())));
        }
    }

    private void head(Table table, List<Column> columns) {
        page.writeContent("| ");
        page.writeUserContent(table.label());
        for (Column column : columns) {
            page.writeContent(" | ");
            page.writeUserContent(column.title());
        }
        page.writeContent(" |\n" + MarkdownTree.underTitles(columns));
    }

    private void row(Table table, Row row) {
        boolean remark = row.cells().isEmpty();
        boolean faint = row.text().emphasis() == Emphasis.FAINT;
        boolean total =
                !remark && table.hasTotals() && row.depth() == 1 && !row.text().standsOut();
        String sign =
                (total && !(faint && page.isSource()) ? "**" : "") + (remark || (faint && page.terminal()) ? "*" : "");
        page.writeContent("| ");
        if (!row.mark().isEmpty()) {
            page.writeContent(page.isSource() ? sign + row.mark() + " " : "`" + row.mark() + "` " + sign);
        } else {
            page.writeContent(sign);
        }
        words(row.text(), row.text().standsOut());
        page.writeContent(sign);
        for (int i = 0; i < table.columns().size(); i++) {
            boolean margin = table.columns().get(i).kind() == Kind.MARGIN;
            if (!margin || page.terminal()) {
                Words cell = margin || i >= row.cells().size()
                        ? Words.of("")
                        : row.cells().get(i);
                page.writeContent(" | ");
                words(cell, cell.standsOut());
            }
        }
        page.writeContent(" |\n");
    }

    /** The first two lines of a table, for a medium that writes row by row. */
    public static String head(Table table) {
        MarkdownPage page = MarkdownPage.blank();
        new MarkdownRenderer(page).head(table, table.columns());
        return page.toString();
    }

    /** Further lines of it. */
    public static String rows(Table table) {
        MarkdownPage page = MarkdownPage.blank();
        table.rows().forEach(row -> new MarkdownRenderer(page).row(table, row));
        return page.toString();
    }
}
