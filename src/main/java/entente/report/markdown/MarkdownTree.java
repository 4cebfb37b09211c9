package entente.report.markdown;

import entente.report.form.Table;
import entente.report.form.Table.Column;
import entente.report.form.Table.Kind;
import entente.report.form.Table.Row;
import entente.report.form.Words;
import entente.report.form.Words.Emphasis;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/** What media read in the Markdown of an answer. */
public final class MarkdownTree {

    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of(
                    Heading.class, BlockQuote.class, FencedCodeBlock.class, ListBlock.class, ThematicBreak.class))
            .extensions(List.of(TablesExtension.create()))
            .customBlockParserFactory(new Division.Factory())
            .build();

    private MarkdownTree() {}

    /** The paragraphs below a rule become the division "footer". */
    public static Node parse(MarkdownPage page) {
        Node document = PARSER.parse(page.toString());
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(ThematicBreak rule) {
                Division footer = new Division("footer");
                while (rule.getNext() instanceof Paragraph paragraph) {
                    footer.appendChild(paragraph);
                }
                rule.insertAfter(footer);
                rule.unlink();
            }
        });
        return document;
    }

    public static List<Node> children(@Nullable Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node node = parent == null ? null : parent.getFirstChild(); node != null; node = node.getNext()) {
            children.add(node);
        }
        return children;
    }

    public static boolean isDivision(@Nullable Node node, String name) {
        return node instanceof Division division && division.name().equals(name);
    }

    /** Without markup. */
    public static String text(@Nullable Node node) {
        if (node instanceof Text part) {
            return part.getLiteral();
        }
        if (node instanceof Code part) {
            return part.getLiteral();
        }
        if (node instanceof HtmlInline part) {
            return part.getLiteral();
        }
        return node instanceof SoftLineBreak || node instanceof HardLineBreak
                ? " "
                : children(node).stream().map(MarkdownTree::text).collect(Collectors.joining());
    }

    /** A paragraph or cell with the emphasis that all of it has. */
    public static Words words(Node node) {
        return new Words(text(node), isStrong(node) ? Emphasis.STRONG : Emphasis.PLAIN);
    }

    private static boolean isStrong(Node node) {
        return has(node, StrongEmphasis.class);
    }

    private static boolean isFaint(Node node) {
        return has(node, org.commonmark.node.Emphasis.class);
    }

    /** Whether all but a mark has this emphasis, alone or with another one. */
    private static boolean has(Node node, Class<? extends Node> emphasis) {
        List<Node> parts = children(node);
        parts.removeIf(part -> part instanceof Code || text(part).isBlank());
        return parts.size() == 1
                && (emphasis.isInstance(parts.get(0))
                        || emphasis.isInstance(parts.get(0).getFirstChild()));
    }

    /**
     * A table. The hyphens below a title are the width of its column, one where a narrow page shows it below the row. The
     * heads of totals are strong, the first of all as well; a remark is a head in italics without cells; a head in code is a
     * mark. Figures that are strong are for or against by their sign. The division "remark" that follows is of the table.
     *
     * @param heading empty for none
     */
    public static Table table(TableBlock block, String heading) {
        List<Node> titles = children(children(block).get(0).getFirstChild());
        List<Column> columns = titles.stream().skip(1).map(MarkdownTree::column).toList();
        List<Row> rows = new ArrayList<>();
        List<Node> body = children(block.getLastChild());
        boolean figures = columns.stream().anyMatch(column -> column.kind() == Kind.FIGURE);
        boolean totals =
                figures && !body.isEmpty() && isStrong(children(body.get(0)).get(0));
        int above = 1;
        for (Node line : block.getLastChild() == block.getFirstChild() ? List.<Node>of() : body) {
            List<Node> cells = children(line);
            Node head = cells.get(0);
            List<Words> rest = new ArrayList<>();
            for (int i = 1; i < cells.size(); i++) {
                rest.add(cell(cells.get(i), columns.get(i - 1)));
            }
            if (isFaint(head)
                    && !isStrong(head)
                    && rest.stream().allMatch(cell -> cell.text().isEmpty())) {
                rows.add(new Row(above + 1, "", words(head), List.of()));
                continue;
            }
            above = totals && !isStrong(head) ? 2 : 1;
            String mark = head.getFirstChild() instanceof Code code ? code.getLiteral() : "";
            String text = text(head).substring(mark.length()).strip();
            Emphasis emphasis =
                    isFaint(head) ? Emphasis.FAINT : isStrong(head) && !totals ? Emphasis.STRONG : Emphasis.PLAIN;
            rows.add(new Row(above, mark, new Words(text, emphasis), rest));
        }
        if (isDivision(block.getNext(), "remark")) {
            children(block.getNext()).forEach(remark -> rows.add(new Row(1, "", words(remark), List.of())));
        }
        return new Table(heading, text(titles.get(0)), columns, rows);
    }

    private static Column column(Node title) {
        TableCell cell = (TableCell) title;
        int width = cell.getWidth();
        boolean figures = cell.getAlignment() == TableCell.Alignment.RIGHT;
        return new Column(
                text(cell), figures ? Kind.FIGURE : width == 1 ? Kind.BELOW : Kind.WORDS, width == 1 ? 0 : width);
    }

    private static Words cell(Node cell, Column column) {
        Words words = words(cell);
        boolean signed = words.emphasis() == Emphasis.STRONG && column.kind() == Kind.FIGURE;
        Emphasis sign = words.text().startsWith("−") ? Emphasis.DOWN : Emphasis.UP;
        return signed ? new Words(words.text(), sign) : words;
    }

    /** Blocks between {@code ::: name} and a line of as many colons. */
    public static final class Division extends CustomBlock {

        private final String name;

        Division(String name) {
            this.name = name;
        }

        public String name() {
            return name;
        }

        static final class Factory extends AbstractBlockParserFactory {

            private static final Pattern OPENING = Pattern.compile("(:{3,}) (\\w+)");

            @Override
            public BlockStart tryStart(ParserState state, MatchedBlockParser before) {
                Matcher opening = OPENING.matcher(state.getLine().getContent());
                return opening.matches()
                        ? BlockStart.of(new Lines(opening.group(1), new Division(opening.group(2))))
                                .atIndex(opening.end())
                        : BlockStart.none();
            }
        }

        @RequiredArgsConstructor
        private static final class Lines extends AbstractBlockParser {

            private final String fence;
            private final Division division;

            @Override
            public Block getBlock() {
                return division;
            }

            @Override
            public boolean isContainer() {
                return true;
            }

            @Override
            public boolean canContain(Block block) {
                return true;
            }

            @Override
            public BlockContinue tryContinue(ParserState state) {
                return fence.contentEquals(state.getLine().getContent())
                        ? BlockContinue.finished()
                        : BlockContinue.atIndex(state.getIndex());
            }
        }
    }
}
