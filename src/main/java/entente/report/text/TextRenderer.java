package entente.report.text;

import entente.report.form.Block;
import entente.report.form.LikelihoodFigure;
import entente.report.form.Picture;
import entente.report.form.ProbabilityFigure;
import entente.report.form.Report;
import entente.report.form.SwingFigure;
import entente.report.form.Table;
import entente.report.form.TextPage;
import entente.report.form.TextStyle;
import entente.report.form.Words;
import java.util.stream.IntStream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/** Renders a report as text of 80 columns, as read at a terminal. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class TextRenderer {

    private static final int LABEL_GAP = 2;

    private final TextPage page;

    public static String render(Report report, TextStyle style) {
        TextRenderer renderer = new TextRenderer(new TextPage(style));
        renderer.page.title(report.title(), report.subtitle());
        report.blocks().forEach(renderer::block);
        return renderer.page.toString();
    }

    private void block(Block block) {
        if (block instanceof Block.Heading heading) {
            page.blankLine();
            strong(0, heading.text());
        } else if (block instanceof Block.Prose prose) {
            prose(prose);
        } else if (block instanceof Block.Items items) {
            items(items);
        } else if (block instanceof Block.Fields fields) {
            fields(fields);
        } else if (block instanceof Table table) {
            TextTable.write(page, table);
        } else if (block instanceof LikelihoodFigure figure) {
            page.blankLine();
            LikelihoodRuler.draw(page, figure);
        } else if (block instanceof SwingFigure figure) {
            TextTornado.draw(page, figure);
        } else if (block instanceof ProbabilityFigure figure) {
            TextProbabilities.draw(page, figure);
        } else if (block instanceof Picture picture) {
            heading(picture.heading());
            page.paragraph(0, picture.caption());
        } else if (block instanceof Block.Compact compact) {
            TextRenderer inner = new TextRenderer(new TextPage(page.style()));
            compact.blocks().forEach(inner::block);
            page.blankLine();
            inner.page.lines().stream().filter(line -> !line.isEmpty()).forEach(page::line);
        } else if (block instanceof Block.Only only && only.setting() == Block.Setting.TERMINAL) {
            only.blocks().forEach(this::block);
        }
    }

    private void prose(Block.Prose prose) {
        if (prose.role() != Block.Role.CONTINUED) {
            page.blankLine();
        }
        int indent = prose.role() == Block.Role.LEAD || prose.role() == Block.Role.QUOTE ? 2 : 0;
        for (Words paragraph : prose.paragraphs()) {
            if (paragraph.standsOut()) {
                strong(indent, paragraph.brief());
            } else {
                page.paragraph(indent, paragraph.brief());
            }
        }
    }

    private void strong(int indent, String text) {
        TextPage.wrapped(text, TextPage.WIDTH - indent)
                .forEach(line -> page.line(" ".repeat(indent) + page.style().strong(line)));
    }

    private void heading(String heading) {
        page.blankLine();
        if (!heading.isEmpty()) {
            strong(0, heading);
        }
    }

    private void items(Block.Items items) {
        if (items.items().isEmpty()) {
            return;
        }
        heading(items.heading());
        int first = items.heading().isEmpty() ? 0 : 2;
        int number = 0;
        for (Block.Item item : items.items()) {
            String mark = items.numbered() ? ++number + ". " : "";
            int indent = first + 2 * (item.depth() - 1);
            page.hanging(
                    indent,
                    indent + 2,
                    mark + item.words().brief(),
                    line -> item.depth() > 1 ? page.style().faint(line) : line);
        }
    }

    /** Each name with its paragraph in a column of its own. */
    private void fields(Block.Fields fields) {
        if (fields.fields().isEmpty()) {
            return;
        }
        heading(fields.heading());
        int indent = fields.heading().isEmpty() ? 0 : 2;
        IntStream widths = fields.fields().stream().mapToInt(field -> TextPage.width(field.name()));
        int column = indent + LABEL_GAP + widths.max().orElse(0);
        fields.fields().forEach(field -> page.labelled(indent, field.name(), column, field.text()));
    }
}
