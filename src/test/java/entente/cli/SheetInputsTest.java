package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.sheet.TestWorkbook;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spreadsheets from standard input, a pipe or a folder. */
class SheetInputsTest {

    private static final Path QUO = Shipped.SCENARIOS.resolve("status-quo-2025.json");

    @TempDir
    private Path folder;

    @Test
    void contentIsRecognisedWithoutAName() throws IOException {
        byte[] sheet = sheet("quo.xlsx");
        assertThat(Invocation.fed(sheet, "assess", "-", "--format", "json").out())
                .isEqualTo(json("assess", QUO));
        assertThat(json("assess", Files.write(folder.resolve("63"), sheet))).isEqualTo(json("assess", QUO));
        assertThat(Invocation.fed(sheet, "validate", "-").out()).startsWith("standard input: valid; ");
        Path json = folder.resolve("again.json");
        Invocation.fed(sheet, "scenario", "sheet", "-", "-o", json).ok();
        assertThat(json).hasSameBinaryContentAs(QUO);
    }

    @Test
    void damagedWorkbookFromStandardInputIsRefused() throws IOException {
        byte[] sheet = sheet("quo.xlsx");
        assertThat(Invocation.fed(Arrays.copyOf(sheet, sheet.length / 2), "assess", "-")
                        .err())
                .contains("[NOT_XLSX]");
        byte[] encrypted = "\u00D0\u00CF\u0011\u00E0".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Invocation.fed(encrypted, "assess", "-").err()).contains("protected by a password", "[NOT_XLSX]");
    }

    @Test
    void folderHasSpreadsheetsBesideJson() throws IOException {
        Path sheets = Files.createDirectory(folder.resolve("sheets"));
        Files.copy(Invocation.BASELINE, sheets.resolve("a.json"));
        Files.write(sheets.resolve("c.XLSX"), sheet("quo.xlsx"));
        for (String ignored :
                new String[] {"~$c.xlsx", ".~lock.c.xlsx#", "notes.txt", "b.csv", "x.schema.json", "old.xls"}) {
            Files.writeString(sheets.resolve(ignored), "locked by somebody");
        }
        Invocation run = Invocation.of("assess", sheets, "--format", "ndjson");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo(Invocation.output("assess", Invocation.BASELINE, QUO, "--format", "ndjson"));
        assertThat(Invocation.output("validate", sheets).lines().toList())
                .filteredOn(line -> !line.startsWith("  "))
                .map(line -> line.substring(0, line.indexOf(": ")))
                .containsExactly(
                        sheets.resolve("a.json").toString(),
                        sheets.resolve("c.XLSX").toString());
        Files.writeString(sheets.resolve("d.xlsx"), "id,value\n");
        Invocation.of("assess", sheets, "--format", "ndjson").expect(1);
    }

    private Path written(String name) {
        Path file = folder.resolve(name);
        assertThat(Invocation.of("scenario", "sheet", QUO, "-o", file))
                .isEqualTo(new Invocation(0, "", "Wrote " + file + ". Next: ./entente assess " + file + "\n"));
        return file;
    }

    private byte[] sheet(String name) throws IOException {
        return Files.readAllBytes(written(name));
    }

    private static String json(Object... command) {
        return Invocation.output(command, "--format", "json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quo.xlsx", "QUO.XLSX"})
    void everyScenarioCommandReadsSheets(String name) {
        Path written = written(name);
        assertThat(json("flip", written, "--to", "unlikely")).isEqualTo(json("flip", QUO, "--to", "unlikely"));
        assertThat(json("assess", written, "--set", "western_sanctions_on_rus=4"))
                .isEqualTo(json("assess", QUO, "--set", "western_sanctions_on_rus=4"));
        Invocation.of("compare", QUO, written, "--exit-code").ok();
        assertThat(Invocation.of("scenario", "sheet", written, "--out", folder.resolve("again.json"), "--quiet"))
                .isEqualTo(new Invocation(0, "", ""));
    }

    @Test
    void problemNamesItsCell() throws IOException {
        Path sheet = Files.write(
                folder.resolve("slip.xlsx"),
                TestWorkbook.valid().readings("B2", TestWorkbook.text("high")).bytes());
        Invocation run = Invocation.of("validate", sheet).expect(65);
        assertThat(run.err())
                .contains("1 problem, ")
                .contains("Readings!B2 (#/readings/political_will_to_ally/value)\n    \"high\" is not a reading");
        assertThat(Invocation.of("validate", sheet, "--format", "json").out())
                .contains("\"cell\": \"Readings!B2\"")
                .doesNotContain("\"line\"");
        assertThat(Invocation.of("scenario", "sheet", sheet, "-o", folder.resolve("x.json"))
                        .err())
                .contains("1 problem, not written");
        assertThat(folder.resolve("x.json")).doesNotExist();
        assertThat(Invocation.of("assess", folder.resolve("slpi.xlsx")).err()).contains("slip.xlsx?");
    }

    @Test
    void suggestedCommandQuotesNames() {
        Path file = folder.resolve("my quo.xlsx");
        assertThat(Invocation.of("scenario", "sheet", QUO, "-o", file).err())
                .endsWith(" Next: ./entente assess '" + file + "'\n");
    }

    @Test
    void existingFileIsNotReplaced() throws IOException {
        Path file = folder.resolve("mine.xlsx");
        Files.writeString(file, "mine");
        Invocation run = Invocation.of("scenario", "sheet", QUO, "-o", file).expect(73);
        assertThat(run.err()).contains(file + " already exists; nothing was written.");
        assertThat(file).hasContent("mine");
    }

    @Test
    void textLongerThanACellIsRefused() throws IOException {
        Path file = Files.writeString(
                folder.resolve("long.json"),
                "{\"id\": \"long\", \"title\": \"L\", \"narrative\": \"" + "x".repeat(40_000)
                        + "\", \"readings\": {}}");
        Invocation run = Invocation.of("scenario", "sheet", file, "-o", folder.resolve("long.xlsx"))
                .expect(73);
        assertThat(run.err()).contains("a text is longer than a cell");
    }

    private Path child;

    @BeforeEach
    void child() throws IOException {
        child = Files.writeString(
                folder.resolve("child.json"),
                "{\"id\": \"child\", \"title\": \"C\", \"extends\": \"own\", \"readings\": {}}");
    }

    /** A workbook that is named own, with this cell as the reading. */
    private void own(String indicator, String cell) throws IOException {
        TestWorkbook own = TestWorkbook.valid()
                .field(2, "id", TestWorkbook.text("own"))
                .field(4, "asOf", TestWorkbook.text("2020-01-01"))
                .readings("A2", TestWorkbook.text(indicator))
                .readings("B2", cell);
        Files.write(folder.resolve("own.xlsx"), own.bytes());
    }

    private void own(int value) throws IOException {
        own("political_will_to_ally", TestWorkbook.number(String.valueOf(value)));
    }

    private String inherited() {
        return Invocation.output("assess", child, "--format", "csv", "--table", "readings")
                .lines()
                .filter(row -> row.contains("\"political_will_to_ally\""))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void readingsAreInheritedFromAWorkbookUnlessThereIsJson() throws IOException {
        own(2);
        assertThat(inherited()).contains(",2,2,2,");
        Files.writeString(
                folder.resolve("own.json"),
                "{\"id\": \"own\", \"title\": \"O\", \"readings\": {\"political_will_to_ally\": 3}}");
        assertThat(inherited()).contains(",3,3,3,");
    }

    @Test
    void sheetBesideTheFilePrecedesAShippedScenario() throws IOException {
        own(4);
        Files.move(folder.resolve("own.xlsx"), folder.resolve("baseline-2018.xlsx"));
        Files.writeString(child, Files.readString(child).replace("\"own\"", "\"baseline-2018\""));
        assertThat(inherited()).contains(",4,4,4,");
        Files.delete(folder.resolve("baseline-2018.xlsx"));
        assertThat(Invocation.output("validate", child))
                .contains(Shipped.BOOK.book().catalogue().indicators().size() + " inherited");
    }

    static Stream<Arguments> badParents() {
        return Stream.of(
                Arguments.of(
                        "political_will_to_ally",
                        TestWorkbook.formula("n"),
                        "The scenario own has 1 problem: Readings!B2: The cell holds a formula"),
                Arguments.of(
                        "political_will_to_ally",
                        TestWorkbook.number("9"),
                        "The scenario own has 1 problem: #/readings/political_will_to_ally/value: 9 lies"),
                Arguments.of("unheard_of", TestWorkbook.number("1"), "There is no indicator \"unheard_of\"."));
    }

    @ParameterizedTest
    @MethodSource("badParents")
    void problemsOfTheSheetRefuseTheChild(String indicator, String cell, String message) throws IOException {
        own(indicator, cell);
        Invocation run = Invocation.of("validate", child).expect(65);
        assertThat(run.err()).contains("#/extends", message, "[PARENT_INVALID]");
    }

    @Test
    void fileThatIsRefusedAsAWholeRefusesTheChild() throws IOException {
        Files.write(folder.resolve("own.xlsx"), new byte[(1 << 20) + 1]);
        Invocation run = Invocation.of("validate", child);
        assertThat(run.err()).contains("The document has more than 1048576 bytes.", "[PARENT_INVALID]");
    }

    @Test
    void sheetsBesideTheFileAreSuggestedAndCanBeExtendedByANewFile() throws IOException {
        own(2);
        Files.writeString(child, Files.readString(child).replace("\"own\"", "\"owm\""));
        assertThat(Invocation.of("validate", child).err()).contains("Did you mean own?", "[UNKNOWN_PARENT]");
        Invocation.output("scenario", "init", "next", "--extends", "own", "--out", folder);
        assertThat(Invocation.output("validate", folder.resolve("next.json"))).contains("1 inherited");
    }
}
