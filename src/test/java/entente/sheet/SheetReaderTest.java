package entente.sheet;

import static entente.sheet.TestWorkbook.formula;
import static entente.sheet.TestWorkbook.number;
import static entente.sheet.TestWorkbook.percentage;
import static entente.sheet.TestWorkbook.text;
import static org.assertj.core.api.Assertions.assertThat;

import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Node;
import entente.model.Catalogue;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import entente.report.json.ScenarioTemplate;
import entente.scenario.ScenarioOverrides;
import entente.scenario.ScenarioResult;
import entente.sheet.BadSheets.BadSheet;
import entente.testkit.Shipped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Sheets that an analyst has filled in: what they mean, and spreadsheets with one fault each. */
class SheetReaderTest {

    private static final Catalogue CATALOGUE = Shipped.BOOK.book().catalogue();

    private static ScenarioResult read(TestWorkbook book) {
        return read(book.bytes());
    }

    private static Scenario accepted(TestWorkbook book) {
        assertThat(read(book)).isInstanceOf(ScenarioResult.Accepted.class);
        return ((ScenarioResult.Accepted) read(book)).scenario();
    }

    private static SheetRows blank() {
        String json = ScenarioTemplate.scenario("blank", Optional.empty(), Optional.empty(), CATALOGUE);
        Node tree = Documents.json(json.getBytes(StandardCharsets.UTF_8), DocumentLimits.SCENARIO)
                .root()
                .orElseThrow();
        return SheetRows.of(tree, CATALOGUE, Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"0.18, 18", "0.55000000000000004, 55", "7.0000000000000007E-2, 7", "0.155, 15.5", "0, 0"})
    void percentageIsReadAsDisplayed(String stored, double shown) {
        TestWorkbook book = TestWorkbook.valid()
                .readings("A3", text("prc_export_share_west5_pct"))
                .readings("B3", percentage(stored));
        assertThat(accepted(book)
                        .reading("prc_export_share_west5_pct")
                        .range()
                        .orElseThrow()
                        .value())
                .isEqualTo(shown);
    }

    @Test
    void otherSheetsAreIgnored() {
        TestWorkbook book = TestWorkbook.valid()
                .put("Notes", "C7", text("ask again"))
                .put("Notes", "C8", formula("n"))
                .put("Instructions", "A1", text("how"));
        assertThat(accepted(book).id()).isEqualTo("sheet-test");
    }

    @Test
    void statusFollowsTheValueWhereItIsLeftEmpty() {
        TestWorkbook book = TestWorkbook.valid()
                .readings("A3", text("shock_suddenness"))
                .readings("C2", number("1"))
                .readings("D2", number("2"));
        assertThat(accepted(book).reading("political_will_to_ally").status()).isEqualTo(ReadingStatus.KNOWN);
        assertThat(accepted(book).reading("shock_suddenness").status()).isEqualTo(ReadingStatus.UNKNOWN);
    }

    @Test
    void blankSheetHasNoStatusAndRowsForSources() {
        SheetRows rows = blank();
        int status = ReadingColumn.STATUS.ordinal();
        assertThat(rows.readings().subList(1, rows.readings().size()))
                .hasSize(CATALOGUE.indicators().size())
                .allMatch(row -> row.get(status).equals(""));
        assertThat(rows.scenario())
                .filteredOn(row -> row.get(0).equals(SheetTree.SOURCE))
                .hasSizeGreaterThan(2)
                .allMatch(row -> row.equals(List.of(SheetTree.SOURCE, "", "")));
    }

    @Test
    void workbookExplainsItself() {
        List<Grid> sheets = WorkbookReader.read(SheetWriter.workbook(blank()));
        assertThat(sheets).extracting(Grid::name).containsExactly("Readings", "Scenario", "Instructions");
        assertThat(sheets.get(2).rows().values())
                .flatExtracting(row -> row.values())
                .extracting(Grid.Cell::text)
                .contains("source_grade", "source | reuters-2026-11 | Reuters, exports fall, 20 November 2026");
    }

    @Test
    void acceptedSheetKnowsItsCells() {
        ScenarioResult.Accepted accepted = (ScenarioResult.Accepted) read(TestWorkbook.valid());
        assertThat(accepted.cells())
                .containsEntry("#/readings/political_will_to_ally/value", "Readings!B2")
                .containsEntry("#/title", "Scenario!B3");
    }

    @Test
    void faultsAreMany() {
        assertThat(BadSheets.all()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(BadSheets.all()).map(BadSheet::toString).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("entente.sheet.BadSheets#all")
    void everyProblemNamesItsCell(BadSheet bad) {
        ScenarioResult result = read(bad.bytes());
        assertThat(result).isInstanceOf(ScenarioResult.Refused.class);
        assertThat(((ScenarioResult.Refused) result).problems())
                .allMatch(problem -> problem.line() == 0 && problem.column() == 0)
                .map(problem -> problem.code() + " " + problem.cell().orElse(problem.pointer()))
                .isEqualTo(bad.expected());
    }

    private static ScenarioResult read(byte[] bytes) {
        return SheetReader.read(bytes, Shipped.READER, Shipped.SHELF, ScenarioOverrides.NONE);
    }
}
