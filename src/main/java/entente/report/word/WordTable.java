package entente.report.word;

import entente.report.form.Table;
import entente.report.form.Table.Column;
import entente.report.form.Table.Kind;
import entente.report.form.Table.Row;
import entente.report.form.Words;
import entente.report.form.Words.Emphasis;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** A table whose first row is repeated on each page; figures stand on the right of their columns. */
final class WordTable {

    /** Indentation for each depth, in twentieths of a point. */
    private static final int INDENT = 200;

    /** Characters of a row that is kept on one page. */
    private static final int KEPT_TOGETHER = 1_000;

    private final Table data;
    private final int[] widths;

    private WordTable(Table data) {
        this.data = data;
        widths = ColumnWidths.of(data, WordTemplate.TEXT_WIDTH);
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
        written.get(1).getTableCells().forEach(cell -> cell.getParagraphArray(0).setKeepNext(true));
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
        cell(row, 0, WordStyle.TABLE_HEADING, Words.of(data.label()));
        List<Column> columns = data.columns();
        for (int i = 0; i < columns.size(); i++) {
            cell(
                    row,
                    i + 1,
                    heading(columns.get(i).kind()),
                    Words.of(columns.get(i).title()));
        }
    }

    private void row(XWPFTableRow row, Row content) {
        row.setCantSplitRow(length(content) <= KEPT_TOGETHER);
        boolean total =
                data.hasTotals() && content.depth() == 1 && content.text().emphasis() == Emphasis.PLAIN;
        String text = (content.mark().isEmpty() ? "" : content.mark() + " ")
                + content.text().text();
        XWPFParagraph first = cell(
                row,
                0,
                WordStyle.TABLE_TEXT,
                total ? Words.strong(text) : new Words(text, content.text().emphasis()));
        if (content.depth() > 1) {
            first.setIndentationLeft(INDENT * (content.depth() - 1));
        }
        if (content.cells().isEmpty()) {
            spanned(row);
            return;
        }
        List<Column> columns = data.columns();
        for (int i = 0; i < columns.size(); i++) {
            boolean given = i < content.cells().size();
            cell(
                    row,
                    i + 1,
                    style(columns.get(i).kind()),
                    given ? content.cells().get(i) : Words.of(""));
        }
    }

    /** The first cell takes the whole row. */
    private void spanned(XWPFTableRow row) {
        for (int i = widths.length - 1; i > 0; i--) {
            row.removeCell(i);
        }
        XWPFTableCell cell = row.getCell(0);
        cell.setWidth(Integer.toString(Arrays.stream(widths).sum()));
        cell.getCTTc().getTcPr().addNewGridSpan().setVal(BigInteger.valueOf(widths.length));
    }

    private XWPFParagraph cell(XWPFTableRow row, int column, WordStyle style, Words words) {
        XWPFTableCell cell = row.getCell(column);
        cell.setWidth(Integer.toString(widths[column]));
        XWPFParagraph paragraph = cell.getParagraphArray(0);
        paragraph.setStyle(style.id());
        if (!words.text().isEmpty()) {
            WordRenderer.add(paragraph, words);
        }
        return paragraph;
    }

    private static WordStyle style(Kind kind) {
        return kind == Kind.FIGURE ? WordStyle.TABLE_FIGURE : WordStyle.TABLE_TEXT;
    }

    private static WordStyle heading(Kind kind) {
        return kind == Kind.FIGURE ? WordStyle.TABLE_FIGURE_HEADING : WordStyle.TABLE_HEADING;
    }

    private static int length(Row row) {
        return row.text().text().length()
                + row.cells().stream().mapToInt(cell -> cell.text().length()).sum();
    }
}
