package entente.report.word;

import static entente.report.word.WordFixture.read;
import static entente.report.word.WordFixture.report;
import static org.assertj.core.api.Assertions.assertThat;

import entente.report.form.EveryBlock;
import entente.report.form.Table;
import entente.report.form.Table.Column;
import entente.report.form.Table.Kind;
import entente.report.form.Table.Row;
import entente.report.form.Words;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.xwpf.usermodel.BodyElementType;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;

class WordTableTest {

    private static final int ROOM = 9_000;

    private static Table table(String first, String words) {
        return new Table(
                "the heading",
                "label",
                List.of(new Column("words", Kind.WORDS, 10), new Column("points", Kind.FIGURE, 10)),
                List.of(new Row(1, "", Words.of(first), List.of(Words.of(words), Words.of("+1.00")))));
    }

    private static String markdown(String words) {
        return "\n| label | words | points |\n|---|----------|---------:|\n| a | " + words + " | +1.00 |\n\n";
    }

    @Test
    void cellsAreAsInTheReport() {
        XWPFTable table = read(EveryBlock.ANSWER).getTables().get(0);
        assertThat(table.getRows().stream().map(WordTableTest::texts))
                .containsExactly(
                        List.of("the label", "points", "words", "below"),
                        List.of("the total", "+1.00", "x".repeat(30), "the cell below"),
                        List.of("the row", "−1.00", EveryBlock.HOSTILE, "·"),
                        List.of("the remark on a row"),
                        List.of("● the marked row", "−2.00", "", ""));
        assertThat(table.getStyleID()).isEqualTo("RuledTable");
    }

    private static List<String> texts(XWPFTableRow row) {
        return row.getTableCells().stream().map(XWPFTableCell::getText).toList();
    }

    @Test
    void firstRowIsRepeatedOnEachPage() {
        List<XWPFTableRow> rows = read(EveryBlock.ANSWER).getTables().get(0).getRows();
        assertThat(rows.get(0).isRepeatHeader()).isTrue();
        assertThat(rows.subList(1, rows.size())).noneMatch(XWPFTableRow::isRepeatHeader);
    }

    @Test
    void figuresStandOnTheRight() {
        List<XWPFTableRow> rows = read(EveryBlock.ANSWER).getTables().get(0).getRows();
        assertThat(rows.get(0).getTableCells().stream().map(WordTableTest::style))
                .containsExactly("TableHeading", "TableFigureHeading", "TableHeading", "TableHeading");
        assertThat(rows.get(1).getTableCells().stream().map(WordTableTest::style))
                .containsExactly("TableText", "TableFigure", "TableText", "TableText");
    }

    private static String style(XWPFTableCell cell) {
        return cell.getParagraphArray(0).getStyle();
    }

    /** Word would join tables that follow each other, and repairs a document that ends with one. */
    @Test
    void paragraphSeparatesTables() {
        XWPFDocument document = read(report(markdown("b") + "## the heading\n" + markdown("d")));
        assertThat(document.getTables()).hasSize(2);
        assertThat(document.getBodyElements().stream().map(IBodyElement::getElementType))
                .containsExactly(
                        BodyElementType.PARAGRAPH,
                        BodyElementType.TABLE,
                        BodyElementType.PARAGRAPH,
                        BodyElementType.TABLE,
                        BodyElementType.PARAGRAPH);
    }

    @Test
    void tableWithoutRowsIsNotShown() {
        assertThat(read(report("|  | words |\n|---|----------|\n\nx")).getBodyElements())
                .hasSize(2);
    }

    @Test
    void rowOfOrdinaryLengthStaysOnOnePage() {
        XWPFDocument document = read(report(markdown("b") + "## the heading\n" + markdown("b".repeat(1_000))));
        assertThat(document.getTables().get(0).getRow(1).isCantSplitRow()).isTrue();
        assertThat(document.getTables().get(1).getRow(1).isCantSplitRow()).isFalse();
    }

    @Test
    void columnsFillTheRoomUnlessTheirTextsAreShort() {
        assertThat(sum(table("a", "a long text ".repeat(20)))).isEqualTo(ROOM);
        assertThat(sum(table("a", "b"))).isLessThan(ROOM / 2);
        int[] widths = ColumnWidths.of(table("short", "a long text ".repeat(20)), ROOM);
        assertThat(widths[1]).isGreaterThan(3 * widths[0]);
    }

    private static int sum(Table table) {
        return Arrays.stream(ColumnWidths.of(table, ROOM)).sum();
    }

    /** More columns than there is room for words still give a width to each. */
    @Test
    void everyColumnHasAWidth() {
        Column[] columns = new Column[30];
        Arrays.fill(columns, new Column("a considerable title", Kind.WORDS, 10));
        Table wide =
                new Table("", "", List.of(columns), List.of(new Row(2, "", Words.of("x".repeat(100_000)), List.of())));
        assertThat(Arrays.stream(ColumnWidths.of(wide, ROOM)).boxed())
                .hasSize(31)
                .allMatch(width -> width > 100);
        assertThat(sum(wide)).isEqualTo(ROOM);
    }
}
