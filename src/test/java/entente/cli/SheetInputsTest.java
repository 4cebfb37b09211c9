package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spreadsheets from standard input, a pipe or a folder. */
class SheetInputsTest {

    private static final Path QUO = Shipped.SCENARIOS.resolve("status-quo-2025.json");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"quo.xlsx", "quo.csv"})
    void contentIsRecognisedWithoutAName(String name) throws IOException {
        byte[] sheet = sheet(name);
        assertThat(Invocation.fed(sheet, "assess", "-", "--format", "json").out())
                .isEqualTo(json("assess", QUO));
        assertThat(json("assess", Files.write(folder.resolve("63"), sheet))).isEqualTo(json("assess", QUO));
        assertThat(Invocation.fed(sheet, "validate", "-").out()).startsWith("standard input: valid; ");
        Path json = folder.resolve("again.json");
        assertThat(Invocation.fed(sheet, "scenario", "sheet", "-", "-o", json).code())
                .isZero();
        assertThat(json).hasSameBinaryContentAs(QUO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "#id,pipe\\n#title,A pipe\\nid,value\\npolitical_will_to_ally,2 | #",
                "id,value\\npolitical_will_to_ally,2\\n#id,pipe\\n#title,A pipe | i",
                "#id;pipe\\n#title;A pipe, for semicolons\\nid;value\\npolitical_will_to_ally;2 | semicolons",
                "\"#id\";\"pipe\"\\n\"#title\";\"A pipe\"\\n\"id\";\"value\"\\n | quoted",
                "\"value\",\"id\"\\n2,political_will_to_ally\\n#id,pipe\\n#title,A pipe | v",
                "\\n#id,pipe\\n#title,A pipe\\nid,value\\n | a blank line"
            })
    void csvBeginsWithAFieldOrTheTitles(String text, String start) {
        Invocation run = Invocation.fed(text.replace("\\n", "\n"), "validate", "-");
        assertThat(run.code()).as(start + ": " + run.err()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id\\tvalue\\npolitical_will_to_ally\\t2 | NOT_CSV",
                "#id;pipe | NOT_CSV",
                "hello | NOT_JSON",
                "id,colour | NOT_JSON"
            })
    void otherContentIsRejectedByFormat(String text, String code) {
        Invocation run = Invocation.fed(text.replace("\\n", "\n").replace("\\t", "\t"), "validate", "-");
        assertThat(run.code()).isEqualTo(65);
        assertThat(run.err()).startsWith("standard input: 1 problem, ").contains("[" + code + "]");
    }

    @Test
    void damagedWorkbookFromStandardInputIsRefused() throws IOException {
        byte[] sheet = sheet("quo.xlsx");
        assertThat(Invocation.fed(Arrays.copyOf(sheet, sheet.length / 2), "assess", "-")
                        .err())
                .contains("[NOT_XLSX]");
        byte[] encrypted = "\u00D0\u00CF\u0011\u00E0E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Invocation.fed(encrypted, "assess", "-").err()).contains("[ENCRYPTED]");
    }

    @Test
    void folderHasSpreadsheetsBesideJson() throws IOException {
        Path sheets = Files.createDirectory(folder.resolve("sheets"));
        Files.copy(Invocation.BASELINE, sheets.resolve("a.json"));
        Files.write(sheets.resolve("b.csv"), sheet("quo.csv"));
        Files.write(sheets.resolve("c.XLSX"), sheet("quo.xlsx"));
        for (String ignored : new String[] {"~$c.xlsx", ".~lock.b.csv#", "notes.txt", "x.schema.json", "old.xls"}) {
            Files.writeString(sheets.resolve(ignored), "locked by somebody");
        }
        Invocation run = Invocation.of("assess", sheets, "--format", "ndjson");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .isEqualTo(Invocation.of("assess", Invocation.BASELINE, QUO, QUO, "--format", "ndjson")
                        .out());
        assertThat(Invocation.of("validate", sheets).out().lines().toList())
                .filteredOn(line -> !line.startsWith("  "))
                .map(line -> line.substring(0, line.indexOf(": ")))
                .containsExactly(
                        sheets.resolve("a.json").toString(),
                        sheets.resolve("b.csv").toString(),
                        sheets.resolve("c.XLSX").toString());
        Files.writeString(sheets.resolve("b.csv"), "id,value\n");
        assertThat(Invocation.of("assess", sheets, "--format", "ndjson").code()).isEqualTo(1);
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
    @ValueSource(strings = {"quo.xlsx", "quo.csv", "QUO.XLSX"})
    void everyScenarioCommandReadsSheets(String name) {
        Path written = written(name);
        assertThat(json("flip", written, "--to", "unlikely")).isEqualTo(json("flip", QUO, "--to", "unlikely"));
        assertThat(json("assess", written, "--set", "western_sanctions_on_rus=4"))
                .isEqualTo(json("assess", QUO, "--set", "western_sanctions_on_rus=4"));
        assertThat(Invocation.of("compare", QUO, written, "--exit-code").code()).isZero();
        assertThat(Invocation.of("scenario", "sheet", written, "--out", folder.resolve("again.json"), "--quiet"))
                .isEqualTo(new Invocation(0, "", ""));
    }

    @Test
    void problemNamesItsCell() throws IOException {
        Path csv = Files.writeString(
                folder.resolve("slip.csv"), "#id,b\n#title,B\nid,value\npolitical_will_to_ally,high\n");
        Invocation run = Invocation.of("validate", csv);
        assertThat(run.code()).isEqualTo(65);
        assertThat(run.err())
                .contains("1 problem, ")
                .contains("B4 (#/readings/political_will_to_ally/value)\n    \"high\" is not a reading");
        assertThat(Invocation.of("validate", csv, "--format", "json").out())
                .contains("\"cell\": \"B4\"")
                .doesNotContain("\"line\"");
        assertThat(Invocation.of("scenario", "sheet", csv, "-o", folder.resolve("x.json"))
                        .err())
                .contains("1 problem, not written");
        assertThat(folder.resolve("x.json")).doesNotExist();
        assertThat(Invocation.of("assess", folder.resolve("slpi.csv")).err()).contains("slip.csv?");
    }

    @Test
    void suggestedCommandQuotesNames() {
        Path file = folder.resolve("my quo.csv");
        assertThat(Invocation.of("scenario", "sheet", QUO, "-o", file).err())
                .endsWith(" Next: ./entente assess '" + file + "'\n");
    }

    @Test
    void existingFileIsReplacedOnlyWhenAsked() throws IOException {
        Path file = folder.resolve("mine.xlsx");
        Files.writeString(file, "mine");
        Invocation run = Invocation.of("scenario", "sheet", QUO, "-o", file);
        assertThat(run.code()).isEqualTo(73);
        assertThat(run.err()).contains(file + " already exists; --force replaces it. Nothing was written.");
        assertThat(file).hasContent("mine");
        Invocation.output("scenario", "sheet", QUO, "-o", file, "--force");
        Invocation.output("validate", file);
    }

    @Test
    void textLongerThanACellIsRefusedForWorkbooksOnly() throws IOException {
        Path file = Files.writeString(
                folder.resolve("long.json"),
                "{\"id\": \"long\", \"title\": \"L\", \"narrative\": \"" + "x".repeat(40_000)
                        + "\", \"readings\": {}}");
        Invocation run = Invocation.of("scenario", "sheet", file, "-o", folder.resolve("long.xlsx"));
        assertThat(run.code()).isEqualTo(73);
        assertThat(run.err()).contains("a text is longer than a cell");
        Invocation.output("scenario", "sheet", file, "-o", folder.resolve("long.csv"));
        Invocation.output("validate", folder.resolve("long.csv"));
    }

    private static final String OWN = "#id,own\n#title,Own\n#asOf,2020-01-01\nid,value\n%s\n";

    private Path child;

    @BeforeEach
    void child() throws IOException {
        child = Files.writeString(
                folder.resolve("child.json"),
                "{\"id\": \"child\", \"title\": \"C\", \"extends\": \"own\", \"readings\": {}}");
    }

    private void own(String row) throws IOException {
        Files.writeString(folder.resolve("own.csv"), OWN.formatted(row));
    }

    private String inherited() {
        return Invocation.output("assess", child, "--format", "csv", "--table", "readings")
                .lines()
                .filter(row -> row.contains("\"political_will_to_ally\""))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void readingsAreInheritedFromAWorkbookOrACsvFile() throws IOException {
        own("political_will_to_ally,2");
        assertThat(inherited()).contains(",2,2,2,");
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.move(folder.resolve("own.csv"), other.resolve("own.csv"));
        Invocation.output("scenario", "sheet", other.resolve("own.csv"), "-o", folder.resolve("own.xlsx"));
        assertThat(inherited()).contains(",2,2,2,");
    }

    @Test
    void jsonPrecedesWorkbooksAndWorkbooksPrecedeCsv() throws IOException {
        own("political_will_to_ally,1");
        Invocation.output("scenario", "sheet", folder.resolve("own.csv"), "-o", folder.resolve("own.xlsx"));
        own("political_will_to_ally,2");
        assertThat(inherited()).contains(",1,1,1,");
        Files.writeString(
                folder.resolve("own.json"),
                "{\"id\": \"own\", \"title\": \"O\", \"readings\": {\"political_will_to_ally\": 3}}");
        assertThat(inherited()).contains(",3,3,3,");
    }

    @Test
    void sheetBesideTheFilePrecedesAShippedScenario() throws IOException {
        own("political_will_to_ally,4");
        Files.move(folder.resolve("own.csv"), folder.resolve("baseline-2018.csv"));
        Files.writeString(child, Files.readString(child).replace("\"own\"", "\"baseline-2018\""));
        assertThat(inherited()).contains(",4,4,4,");
        Files.delete(folder.resolve("baseline-2018.csv"));
        assertThat(Invocation.of("validate", child).out())
                .contains(Shipped.BOOK.book().catalogue().indicators().size() + " inherited");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "political_will_to_ally,=1+1 | The scenario own has 1 problem: B5: The cell holds a formula",
                "political_will_to_ally,9 | The scenario own has 1 problem: #/readings/political_will_to_ally/value: 9 lies",
                "unheard_of,1 | There is no indicator \"unheard_of\"."
            })
    void problemsOfTheSheetRefuseTheChild(String row, String message) throws IOException {
        own(row);
        Invocation run = Invocation.of("validate", child);
        assertThat(run.code()).isEqualTo(65);
        assertThat(run.err()).contains("#/extends", message, "[PARENT_INVALID]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"own.xlsx", "own.csv"})
    void fileThatIsRefusedAsAWholeRefusesTheChild(String name) throws IOException {
        Files.write(folder.resolve(name), new byte[(1 << 20) + 1]);
        Invocation run = Invocation.of("validate", child);
        assertThat(run.err()).contains("The document has more than 1048576 bytes.", "[PARENT_INVALID]");
    }

    @Test
    void sheetsBesideTheFileAreSuggestedAndCanBeExtendedByANewFile() throws IOException {
        own("political_will_to_ally,2");
        Files.writeString(child, Files.readString(child).replace("\"own\"", "\"owm\""));
        assertThat(Invocation.of("validate", child).err()).contains("Did you mean own?", "[UNKNOWN_PARENT]");
        Invocation.output("scenario", "init", "next", "--extends", "own", "--out", folder);
        assertThat(Invocation.of("validate", folder.resolve("next.json")).out()).contains("1 inherited");
    }
}
