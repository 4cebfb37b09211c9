package entente.sheet;

import static entente.sheet.TestWorkbook.date;
import static entente.sheet.TestWorkbook.formula;
import static entente.sheet.TestWorkbook.number;
import static entente.sheet.TestWorkbook.percentage;
import static entente.sheet.TestWorkbook.text;
import static entente.sheet.TestWorkbook.typed;
import static org.assertj.core.api.Assertions.assertThat;

import entente.document.Node;
import entente.model.Catalogue;
import entente.model.Numbers;
import entente.model.Reading;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import entente.report.json.ScenarioTemplate;
import entente.scenario.CanonicalScenario;
import entente.scenario.ScenarioOverrides;
import entente.scenario.ScenarioResult;
import entente.sheet.BadSheets.BadSheet;
import entente.testkit.Rendered;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sheets that an analyst has filled in: what they mean, and spreadsheets with one fault each. Converting a scenario to a
 * spreadsheet and back to JSON gives the same bytes.
 */
class SheetReaderTest {

    private static final Catalogue CATALOGUE = Shipped.BOOK.book().catalogue();

    private static Scenario accepted(TestWorkbook book) {
        return Shipped.accepted(read(book.bytes()));
    }

    private static SheetRows blank() {
        String json = ScenarioTemplate.scenario("blank", Optional.empty(), Optional.empty(), CATALOGUE);
        return SheetRows.of(tree(json.getBytes(StandardCharsets.UTF_8)), CATALOGUE, Optional.empty());
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
        ScenarioResult.Accepted accepted =
                (ScenarioResult.Accepted) read(TestWorkbook.valid().bytes());
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
        assertThat(Shipped.problems(read(bad.bytes())))
                .allMatch(problem -> problem.line() == 0 && problem.column() == 0)
                .map(problem -> problem.code() + " " + problem.cell().orElse(problem.pointer()))
                .isEqualTo(bad.expected());
    }

    private static ScenarioResult read(byte[] bytes) {
        return SheetReader.read(bytes, Shipped.READER, Shipped.SHELF, ScenarioOverrides.NONE);
    }

    /** A scenario with all members, and with texts that spreadsheet programs would change. */
    private static final String EVERYTHING = """
            {
              "schemaVersion": "1",
              "id": "everything",
              "title": "'=1+1",
              "narrative": "Two\\r\\nlines\\tand a tab, \\"quoted\\" & <marked> 🙂; _x000D_ is no line end.\\n",
              "asOf": "2025-11-30",
              "horizonYears": 10,
              "extends": "status-quo-2025",
              "readings": {
                "prc_export_share_us_pct": 11.25,
                "western_sanctions_on_rus": { "value": 3, "low": 3, "high": 4, "status": "known", "source": "2023", "grade": "B2", "asOf": "2023-12-22", "note": "=SUM(A1)" },
                "rus_west_relations": "unknown",
                "bilateral_trade_usd_bn": { "value": "unknown", "note": "-10 % since 2020" },
                "treaty_commitment_level": { "value": 2, "note": "  007 " }
              },
              "assumptions": { "weights": { "alliance": { "STRONG": 4, "SLIGHT": 0.5 } }, "emphasis": { "us_reaction": 0.5 }, "without": ["us_reads_alliance_as_offence", "cooperation"], "cutPoints": { "prc_export_share_us_pct": [4, 8, 10.5, 18] }, "baseRatePercent": 5 },
              "sources": [
                { "id": "2023", "ref": "@home" },
                { "id": "S-1", "ref": "' apostrophe" }
              ],
              "observed": { "relationship": "MIXED", "allianceInForce": true, "source": "+1" }
            }
            """;

    @ParameterizedTest
    @Tag("thorough")
    @MethodSource("entente.testkit.Shipped#scenarioIds")
    void shippedScenarioRoundTripsByteForByte(String id) throws IOException {
        assertSame(Files.readAllBytes(Shipped.SCENARIOS.resolve(id + ".json")));
    }

    @Test
    @Tag("thorough")
    void everyPartOfAScenarioRoundTrips() {
        byte[] json = EVERYTHING.getBytes(StandardCharsets.UTF_8);
        assertThat(scenario(json).assumptions().without()).hasSize(2);
        assertSame(json);
    }

    private static void assertSame(byte[] json) {
        Node tree = tree(json);
        assertThat(CanonicalScenario.write(tree)).isEqualTo(new String(json, StandardCharsets.UTF_8));
        byte[] sheet = written(tree);
        assertThat(written(tree)).isEqualTo(sheet);
        assertThat(scenario(sheet)).isEqualTo(scenario(json));
        assertThat(CanonicalScenario.write(tree(sheet))).isEqualTo(new String(json, StandardCharsets.UTF_8));
    }

    private static Node tree(byte[] bytes) {
        return SheetReader.tree(bytes, SheetFormat.ofInput("", bytes)).orElseThrow();
    }

    private static byte[] written(Node tree) {
        return SheetWriter.write(tree, SheetFormat.XLSX, CATALOGUE, Shipped.READER, Shipped.SHELF)
                .orElseThrow();
    }

    private static Scenario scenario(byte[] bytes) {
        return Shipped.accepted(
                SheetFormat.ofInput("", bytes) == SheetFormat.JSON
                        ? Shipped.READER.read(bytes, Shipped.SHELF)
                        : read(bytes));
    }

    /** A blank row is inherited, and the grey column says what. */
    @ParameterizedTest
    @Tag("thorough")
    @MethodSource("entente.testkit.Shipped#scenarioIds")
    void sheetThatExtendsAScenarioShowsAndKeepsItsReadings(String parent) {
        byte[] json = ScenarioTemplate.scenario("mine", Optional.of(parent), Optional.empty(), CATALOGUE)
                .getBytes(StandardCharsets.UTF_8);
        Node tree = tree(json);
        byte[] sheet = written(tree);
        Map<String, Reading> expected = Shipped.scenario(parent).readings();
        Map<String, Reading> read = scenario(sheet).readings();
        assertThat(read.keySet()).isEqualTo(expected.keySet());
        read.forEach((id, reading) -> assertThat(reading.withInheritedFrom(Optional.empty()))
                .isEqualTo(expected.get(id).withInheritedFrom(Optional.empty())));
        SheetRows rows = SheetRows.of(tree, CATALOGUE, SheetWriter.inherited(tree, Shipped.READER, Shipped.SHELF));
        int column = rows.readings().get(0).indexOf("inherited");
        assertThat(rows.readings().get(0).subList(column, column + 2)).isEqualTo(List.of("inherited", "value"));
        rows.readings().stream().skip(1).forEach(row -> {
            Reading reading = expected.get(row.get(ReadingColumn.ID.ordinal()).toString());
            String status = reading.status().name().toLowerCase(Locale.ROOT);
            assertThat(row.get(column).toString().split(" \\(| to |\\)?, "))
                    .containsExactly(Stream.of(
                                    reading.range().stream()
                                            .flatMap(range -> range.wide()
                                                    ? Stream.of(range.value(), range.low(), range.high())
                                                    : Stream.of(range.value()))
                                            .map(Numbers::plain),
                                    Stream.of(status),
                                    reading.grade().stream().map(Object::toString))
                            .flatMap(part -> part)
                            .toArray(String[]::new));
            assertThat(row.subList(column + 1, row.size())).containsOnly("");
        });
    }

    /** Each sentence of the instructions about blank cells. */
    @ParameterizedTest
    @Tag("thorough")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            false | {} | UNKNOWN | leave blank what you do not know
            false | {} | UNKNOWN | else unknown
            false | {"western_sanctions_on_rus": {"value": 1, "source": "s"}} | KNOWN | known where there is a value
            false | {"western_sanctions_on_rus": {"value": 1, "status": "assumed"}} | ASSUMED | assumed: you take it as given.
            false | {"western_sanctions_on_rus": "unknown"} | UNKNOWN | else unknown
            true | {} | KNOWN | a blank row is inherited
            true | {} | KNOWN | Leave the white cells of a row blank to keep it
            true | {"western_sanctions_on_rus": {"value": 1, "source": "s"}} | KNOWN | a value with a source is known
            true | {"western_sanctions_on_rus": {"value": 1, "status": "assumed"}} | ASSUMED | assumed: you take it as given.
            true | {"western_sanctions_on_rus": "unknown"} | UNKNOWN | It is unknown if its status says so.
            """)
    void instructionsAreTrueForBothKindsOfSheet(
            boolean inherits, String readings, ReadingStatus status, String sentence) {
        String parent = inherits ? "\"extends\": \"status-quo-2025\"," : "\"asOf\": \"2025-12-31\",";
        String json = "{\"id\": \"a\", \"title\": \"A\", \"horizonYears\": 5, " + parent
                + "\"sources\": [{\"id\": \"s\", \"ref\": \"r\"}], \"readings\": " + readings + "}";
        Node tree = tree(json.getBytes(StandardCharsets.UTF_8));
        byte[] sheet = written(tree);
        Reading read = scenario(sheet).reading("western_sanctions_on_rus");
        assertThat(SheetRows.instructions(inherits).toString()).contains(sentence);
        assertThat(SheetRows.instructions(!inherits).toString().contains(sentence))
                .isEqualTo(sentence.startsWith("assumed"));
        assertThat(read.status()).isEqualTo(status);
        assertThat(read.inheritedFrom())
                .isEqualTo(inherits && readings.equals("{}") ? Optional.of("status-quo-2025") : Optional.empty());
    }

    @Test
    @Tag("thorough")
    void workbookHasListsAndAFixedHeaderButNoFormulaAndNoTime() throws IOException {
        Node tree = tree(EVERYTHING.getBytes(StandardCharsets.UTF_8));
        Map<String, String> parts = Rendered.parts(written(tree));
        String readings = parts.get("xl/worksheets/sheet1.xml");
        int last = CATALOGUE.indicators().size() + 1;
        assertThat(readings)
                .contains("<formula1>\"known,assumed,unknown\"</formula1>", "sqref=\"M2:M" + last + "\"")
                .contains("<formula1>\"A1,A2,", ",F6\"</formula1>", "sqref=\"O2:O" + last + "\"")
                .contains("state=\"frozen\"", "ySplit=\"1.0\"", "<cols>")
                .doesNotContain("<f>");
        assertThat(parts.get("xl/worksheets/sheet2.xml"))
                .contains("state=\"frozen\"", "<formula1>\"yes,no\"</formula1>")
                .doesNotContain("<f>");
        assertThat(parts.get("docProps/core.xml")).doesNotContain("created");
        assertThat(readings).containsOnlyOnce("<dimension ref=\"A1:Q" + last + "\"/>");
        int fields = SheetRows.of(tree, CATALOGUE, Optional.empty()).scenario().size();
        // The row of four cut points is the widest.
        assertThat(parts.get("xl/worksheets/sheet2.xml")).containsOnlyOnce("<dimension ref=\"A1:E" + fields + "\"/>");
    }

    @Test
    @Tag("thorough")
    void dateCellAndNumberAsNameAreRead() {
        byte[] book = TestWorkbook.valid()
                .readings("H2", date("45282"))
                .readings("I2", number("2023"))
                .readings("F2", number("7"))
                .field(4, "source", number("7"), text("A book"))
                .bytes();
        var reading = scenario(book).readings().get("political_will_to_ally");
        assertThat(reading.asOf()).map(Object::toString).contains("2023-12-22");
        assertThat(reading.note()).contains("2023");
        assertThat(reading.source()).contains("7");
    }

    @Test
    @Tag("thorough")
    void rowsWithoutValuesAndDescriptionsAreIgnored() {
        byte[] book = TestWorkbook.valid()
                .readings("A3", text("rus_west_relations"))
                .readings("J3", typed("b", "1"))
                .bytes();
        assertThat(SheetReader.tree(book, SheetFormat.XLSX))
                .map(CanonicalScenario::write)
                .hasValueSatisfying(json -> assertThat(json)
                        .contains("\"political_will_to_ally\": 2\n")
                        .doesNotContain("rus_west_relations"));
    }
}
