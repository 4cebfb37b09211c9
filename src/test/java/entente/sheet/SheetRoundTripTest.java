package entente.sheet;

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

/** Converting a scenario to a spreadsheet and back to JSON gives the same bytes. */
@Tag("thorough")
class SheetRoundTripTest {

    private static final Catalogue CATALOGUE = Shipped.BOOK.book().catalogue();

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
    @MethodSource("entente.testkit.Shipped#scenarioIds")
    void shippedScenarioRoundTripsByteForByte(String id) throws IOException {
        assertSame(Files.readAllBytes(Shipped.SCENARIOS.resolve(id + ".json")));
    }

    @Test
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
        ScenarioResult result = SheetFormat.ofInput("", bytes) == SheetFormat.JSON
                ? Shipped.READER.read(bytes, Shipped.SHELF)
                : SheetReader.read(bytes, Shipped.READER, Shipped.SHELF, ScenarioOverrides.NONE);
        assertThat(result).isInstanceOf(ScenarioResult.Accepted.class);
        return ((ScenarioResult.Accepted) result).scenario();
    }

    /** A blank row is inherited, and the grey column says what. */
    @ParameterizedTest
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
    void dateCellAndNumberAsNameAreRead() {
        byte[] book = TestWorkbook.valid()
                .readings("H2", TestWorkbook.date("45282"))
                .readings("I2", TestWorkbook.number("2023"))
                .readings("F2", TestWorkbook.number("7"))
                .field(4, "source", TestWorkbook.number("7"), TestWorkbook.text("A book"))
                .bytes();
        var reading = scenario(book).readings().get("political_will_to_ally");
        assertThat(reading.asOf()).map(Object::toString).contains("2023-12-22");
        assertThat(reading.note()).contains("2023");
        assertThat(reading.source()).contains("7");
    }

    @Test
    void rowsWithoutValuesAndDescriptionsAreIgnored() {
        byte[] book = TestWorkbook.valid()
                .readings("A3", TestWorkbook.text("rus_west_relations"))
                .readings("J3", TestWorkbook.typed("b", "1"))
                .bytes();
        assertThat(SheetReader.tree(book, SheetFormat.XLSX))
                .map(CanonicalScenario::write)
                .hasValueSatisfying(json -> assertThat(json)
                        .contains("\"political_will_to_ally\": 2\n")
                        .doesNotContain("rus_west_relations"));
    }
}
