package entente.report.word;

import static entente.report.markdown.MarkdownTree.children;
import static entente.report.markdown.MarkdownTree.isDivision;
import static entente.report.markdown.MarkdownTree.text;
import static entente.report.markdown.MarkdownTree.words;

import entente.document.PlainZip;
import entente.report.form.AllowedText;
import entente.report.form.Answer;
import entente.report.form.Block;
import entente.report.form.Medium;
import entente.report.form.Picture;
import entente.report.form.Table;
import entente.report.form.Table.Column;
import entente.report.form.Table.Kind;
import entente.report.form.Table.Row;
import entente.report.form.Words;
import entente.report.markdown.MarkdownPage;
import entente.report.markdown.MarkdownTree;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/**
 * Renders a briefing as a Word document (Office Open XML) that an analyst edits: text in named styles, tables whose first row
 * is repeated on each page, no macro, no link and no field but the numbers of pages. Equal briefings give equal bytes.
 */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class WordRenderer {

    private static final String LANGUAGE = "en-GB";

    /** Between a table and the paragraph after it, in twentieths of a point; a table has no distance of its own. */
    private static final int BELOW_TABLE = 80;

    /** Characters of a single item beyond which it is set small: sources run on. */
    private static final int RUN_ON = 400;

    /** Of the style of numbered lists in numbering.xml. */
    private static final BigInteger NUMBERED = BigInteger.ONE;

    private final XWPFDocument document;
    private final MarkdownPage markdown;

    public static byte[] render(Answer answer) {
        MarkdownPage markdown = MarkdownPage.of(answer, Medium.HTML);
        Node tree = MarkdownTree.parse(markdown);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            try (XWPFDocument document = WordTemplate.open()) {
                describe(document, text(tree.getFirstChild()));
                new WordRenderer(document, markdown).write(tree);
                document.write(bytes);
            }
            return PlainZip.of(bytes.toByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void describe(XWPFDocument document, String title) {
        var properties = document.getProperties().getCoreProperties().getUnderlyingProperties();
        properties.setTitleProperty(clean(title));
        properties.setLanguageProperty(LANGUAGE);
        // Otherwise the library names itself as the author.
        properties.setCreatorProperty("");
    }

    private void write(Node tree) {
        Node title = tree.getFirstChild();
        paragraph(WordStyle.TITLE, Words.of(text(title)));
        children(tree).stream().skip(1).forEach(this::block);
        separate();
    }

    private void block(Node node) {
        if (node instanceof Heading heading) {
            heading(text(heading));
        } else if (node instanceof Paragraph) {
            paragraph(WordStyle.NORMAL, words(node));
        } else if (node instanceof ListBlock list) {
            items(list);
        } else if (node instanceof TableBlock table) {
            table(MarkdownTree.table(table, ""));
        } else if (node instanceof FencedCodeBlock fence) {
            figure(markdown.figure(fence));
        } else if (isDivision(node, "about")) {
            paragraphs(WordStyle.SUBTITLE, node);
        } else if (isDivision(node, "lead")) {
            paragraphs(WordStyle.LEAD, node);
        } else if (isDivision(node, "footer")) {
            paragraphs(WordStyle.CAPTION, node);
        } else if (isDivision(node, "fields")) {
            children(node.getFirstChild()).forEach(field -> field(text(field).split(": ", 2)));
        } else if (!isDivision(node, "remark")) {
            children(node).forEach(this::block);
        }
    }

    /** Of figures a document has images only. */
    private void figure(Block figure) {
        if (figure instanceof Picture picture) {
            heading(picture.heading());
            image(start(WordStyle.PICTURE), picture);
            paragraph(WordStyle.CAPTION, Words.of(picture.caption()));
        }
    }

    /** An image in a paragraph of its own, with its text alternative. */
    private static void image(XWPFParagraph paragraph, Picture picture) {
        try {
            XWPFRun run = paragraph.createRun();
            XWPFPicture placed = run.addPicture(
                    new ByteArrayInputStream(Base64.getDecoder().decode(picture.png())),
                    PictureType.PNG,
                    "figure.png",
                    Units.toEMU(picture.width()),
                    Units.toEMU(picture.height()));
            String alternative = clean(picture.alternative());
            placed.getCTPicture().getNvPicPr().getCNvPr().setDescr(alternative);
            run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr().setDescr(alternative);
        } catch (InvalidFormatException | IOException failed) {
            throw new UncheckedIOException(new IOException(failed));
        }
    }

    private void heading(String heading) {
        paragraph(WordStyle.SECTION, Words.of(heading));
    }

    private void items(ListBlock list) {
        List<Words> items = paragraphs(list).map(MarkdownTree::words).toList();
        boolean numbered = list instanceof OrderedList;
        if (items.size() == 1 && !numbered) {
            Words only = items.get(0);
            paragraph(only.text().length() > RUN_ON ? WordStyle.CAPTION : WordStyle.NORMAL, only);
            return;
        }
        BigInteger number = numbered ? newNumbering() : null;
        for (int i = 0; i < items.size(); i++) {
            XWPFParagraph paragraph = start(numbered ? WordStyle.NUMBERED : WordStyle.ITEM);
            if (number != null) {
                paragraph.setNumID(number);
            }
            add(paragraph, items.get(i));
            // A heading with a single item at the end of a page would hide that there are more.
            paragraph.setKeepNext(i == 0 && items.size() > 1);
        }
    }

    /** Those of its items, and of lists in these. */
    private static Stream<Node> paragraphs(Node list) {
        return children(list).stream()
                .flatMap(item -> children(item).stream())
                .flatMap(part -> part instanceof ListBlock ? paragraphs(part) : Stream.of(part));
    }

    /** The id of a numbered list that begins with 1. */
    private BigInteger newNumbering() {
        XWPFNumbering numbering = document.getNumbering();
        BigInteger id = numbering.addNum(NUMBERED);
        CTNumLvl first = numbering.getNum(id).getCTNum().addNewLvlOverride();
        first.setIlvl(BigInteger.ZERO);
        first.addNewStartOverride().setVal(BigInteger.ONE);
        return id;
    }

    private void field(String... field) {
        XWPFParagraph paragraph = start(WordStyle.NORMAL);
        add(paragraph, Words.strong(field[0] + ": "));
        add(paragraph, Words.of(field[1]));
    }

    private void paragraphs(WordStyle style, Node parent) {
        children(parent).forEach(paragraph -> paragraph(style, words(paragraph)));
    }

    /** Nothing for no text: an empty paragraph would be a gap. */
    private void paragraph(WordStyle style, Words words) {
        if (!words.text().isEmpty()) {
            add(start(style), words);
        }
    }

    private XWPFParagraph start(WordStyle style) {
        boolean belowTable = followsTable();
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style.id());
        if (belowTable && style != WordStyle.SECTION) {
            paragraph.setSpacingBefore(BELOW_TABLE);
        }
        return paragraph;
    }

    private void table(Table table) {
        if (!table.bodyRows().isEmpty()) {
            separate();
            WordTable.add(document, table);
        }
        table.remarks().forEach(row -> paragraph(WordStyle.CAPTION, row.text()));
    }

    /** Tables that follow each other would become one, and a document does not end with a table. */
    private void separate() {
        if (followsTable()) {
            start(WordStyle.CAPTION);
        }
    }

    private boolean followsTable() {
        List<IBodyElement> elements = document.getBodyElements();
        return !elements.isEmpty() && elements.get(elements.size() - 1) instanceof XWPFTable;
    }

    /** Untrusted text in one line, without a character that its reader refuses. */
    static String clean(String text) {
        return AllowedText.of(text.replace("\r\n", " ").replace('\r', ' '))
                .replace('\n', ' ')
                .replace('\t', ' ');
    }

    /** Adds untrusted text as text: no field and no link. */
    static void add(XWPFParagraph paragraph, Words words) {
        XWPFRun run = paragraph.createRun();
        if (words.standsOut()) {
            run.setStyle(WordStyle.STRONG.id());
        }
        run.setText(clean(words.text()));
    }

    /** A table whose first row is repeated on each page; figures stand on the right of their columns. */
    private static final class WordTable {

        /** Of a usual character in a table, in twentieths of a point. */
        private static final int CHARACTER = 86;

        /** Characters of a row that is kept on one page. */
        private static final int KEPT_TOGETHER = 1_000;

        private final Table data;
        private final int[] widths;

        private WordTable(Table data) {
            this.data = data;
            widths = widths(data);
        }

        /** Those of the template, in characters; the first column has what remains. */
        private static int[] widths(Table data) {
            int[] widths = IntStream.concat(
                            IntStream.of(0), data.columns().stream().mapToInt(column -> CHARACTER * column.width()))
                    .toArray();
            widths[0] = WordTemplate.TEXT_WIDTH - Arrays.stream(widths).sum();
            return widths;
        }

        static void add(XWPFDocument document, Table data) {
            new WordTable(data).write(document);
        }

        private void write(XWPFDocument document) {
            List<Row> rows = data.bodyRows();
            XWPFTable table = document.createTable(rows.size() + 1, widths.length);
            layout(table);
            List<XWPFTableRow> written = table.getRows();
            head(written.get(0));
            for (int i = 0; i < rows.size(); i++) {
                row(written.get(i + 1), rows.get(i));
            }
            // A heading and a single row at the end of a page would look like a table that was cut off.
            written.get(1)
                    .getTableCells()
                    .forEach(cell -> cell.getParagraphArray(0).setKeepNext(true));
        }

        private void layout(XWPFTable table) {
            table.removeBorders();
            table.setStyleID(WordStyle.TABLE.id());
            CTTblPr properties = table.getCTTbl().getTblPr();
            properties.getTblW().setType(STTblWidth.DXA);
            properties.getTblW().setW(BigInteger.valueOf(Arrays.stream(widths).sum()));
            properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
            properties.addNewTblLook().setFirstRow(true);
            CTTblGrid grid = table.getCTTbl().addNewTblGrid();
            for (int width : widths) {
                grid.addNewGridCol().setW(BigInteger.valueOf(width));
            }
        }

        private void head(XWPFTableRow row) {
            row.setRepeatHeader(true);
            row.setCantSplitRow(true);
            cells(
                    row,
                    data.label(),
                    data.columns().stream().map(Column::title).map(Words::of).toList(),
                    WordStyle.TABLE_HEADING,
                    WordStyle.TABLE_FIGURE_HEADING);
        }

        private void row(XWPFTableRow row, Row content) {
            row.setCantSplitRow(length(content) <= KEPT_TOGETHER);
            cells(row, content.text().text(), content.cells(), WordStyle.TABLE_TEXT, WordStyle.TABLE_FIGURE);
        }

        private void cells(XWPFTableRow row, String first, List<Words> others, WordStyle text, WordStyle figure) {
            cell(row, 0, text, Words.of(first));
            for (int i = 0; i < others.size(); i++) {
                boolean right = data.columns().get(i).kind() == Kind.FIGURE;
                cell(row, i + 1, right ? figure : text, others.get(i));
            }
        }

        private void cell(XWPFTableRow row, int column, WordStyle style, Words words) {
            XWPFTableCell cell = row.getCell(column);
            cell.setWidth(Integer.toString(widths[column]));
            XWPFParagraph paragraph = cell.getParagraphArray(0);
            paragraph.setStyle(style.id());
            if (!words.text().isEmpty()) {
                WordRenderer.add(paragraph, words);
            }
        }

        private static int length(Row row) {
            return row.text().text().length()
                    + row.cells().stream()
                            .mapToInt(cell -> cell.text().length())
                            .sum();
        }
    }

    /** Styles of {@code styles.xml}, by their ids there. */
    @RequiredArgsConstructor
    enum WordStyle {
        TITLE("Title"),
        SUBTITLE("Subtitle"),
        SECTION("Heading1"),
        NORMAL("Normal"),
        LEAD("Lead"),
        ITEM("ListBullet"),
        NUMBERED("ListNumber"),
        PICTURE("Picture"),
        CAPTION("Caption"),
        STRONG("Strong"),
        TABLE("RuledTable"),
        TABLE_TEXT("TableText"),
        TABLE_FIGURE("TableFigure"),
        TABLE_HEADING("TableHeading"),
        TABLE_FIGURE_HEADING("TableFigureHeading");

        private final String id;

        String id() {
            return id;
        }
    }
}
