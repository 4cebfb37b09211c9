package entente.report.word;

import entente.report.form.Table;
import entente.report.form.Table.Column;
import entente.report.form.Table.Kind;
import entente.report.form.Table.Row;
import entente.report.form.Words;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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
                + row.cells().stream().mapToInt(cell -> cell.text().length()).sum();
    }
}
