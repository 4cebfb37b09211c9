package entente.report.text;

import static entente.report.markdown.MarkdownTree.children;
import static entente.report.markdown.MarkdownTree.isDivision;
import static entente.report.markdown.MarkdownTree.text;
import static entente.report.markdown.MarkdownTree.words;

import entente.report.form.Answer;
import entente.report.form.Block;
import entente.report.form.LikelihoodFigure;
import entente.report.form.Medium;
import entente.report.form.TextPage;
import entente.report.form.TextStyle;
import entente.report.markdown.Division;
import entente.report.markdown.MarkdownPage;
import entente.report.markdown.MarkdownTree;
import java.util.List;
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
}
