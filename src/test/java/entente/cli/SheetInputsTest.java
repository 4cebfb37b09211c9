package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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

    private byte[] sheet(String name) throws IOException {
        Path file = folder.resolve(name);
        assertThat(Invocation.of("scenario", "sheet", QUO, "-o", file).code()).isZero();
        return Files.readAllBytes(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"quo.xlsx", "quo.csv"})
    void standardInputIsRecognisedByItsContent(String name) throws IOException {
        byte[] sheet = sheet(name);
        for (String command : new String[] {"assess", "sensitivity"}) {
            assertThat(Invocation.fed(sheet, command, "-", "--format", "json"))
                    .isEqualTo(Invocation.of(command, QUO, "--format", "json"));
        }
        assertThat(Invocation.fed(sheet, "validate", "-").out()).startsWith("standard input: valid; ");
        Path json = folder.resolve("again.json");
        assertThat(Invocation.fed(sheet, "scenario", "sheet", "-", "-o", json).code())
                .isZero();
        assertThat(json).hasSameBinaryContentAs(QUO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"quo.xlsx", "quo.csv"})
    void nameWithoutEndingIsRecognisedByItsContent(String name) throws IOException {
        Path file = Files.write(folder.resolve("63"), sheet(name));
        assertThat(Invocation.of("assess", file, "--format", "json").out())
                .isEqualTo(Invocation.of("assess", QUO, "--format", "json").out());
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
        Files.writeString(sheets.resolve("b.csv"), "#id,b\n#title,B\nid,value\npolitical_will_to_ally,high\n");
        Invocation mixed = Invocation.of("assess", sheets, "--format", "ndjson");
        assertThat(mixed.code()).isEqualTo(1);
        assertThat(mixed.err())
                .contains(
                        sheets.resolve("b.csv") + ": 1 problem, ", "\n  B4 (#/readings/political_will_to_ally/value)");
    }

    @Test
    void misspeltSheetIsSuggested() throws IOException {
        sheet("quo.xlsx");
        assertThat(Invocation.of("assess", folder.resolve("qou.xlsx")).err()).contains("quo.xlsx?");
    }

    private Path written(String name) {
        Path file = folder.resolve(name);
        assertThat(Invocation.of("scenario", "sheet", QUO, "-o", file))
                .isEqualTo(new Invocation(0, "", "Wrote " + file + ". Next: ./entente assess " + file + "\n"));
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"quo.xlsx", "quo.csv", "QUO.XLSX"})
    void everyScenarioCommandReadsSheets(String name) throws IOException {
        Path written = written(name);
        for (String command : new String[] {"assess", "explain", "sensitivity"}) {
            assertThat(Invocation.of(command, written, "--format", "json").out())
                    .isEqualTo(Invocation.of(command, QUO, "--format", "json").out());
        }
        assertThat(Invocation.of("flip", written, "--to", "unlikely", "--format", "json")
                        .out())
                .isEqualTo(Invocation.of("flip", QUO, "--to", "unlikely", "--format", "json")
                        .out());
        assertThat(Invocation.of("validate", written).code()).isZero();
        assertThat(Invocation.of("compare", QUO, written, "--exit-code").code()).isZero();
        assertThat(Invocation.of("assess", written, "--set", "western_sanctions_on_rus=4", "--format", "json")
                        .out())
                .isEqualTo(Invocation.of("assess", QUO, "--set", "western_sanctions_on_rus=4", "--format", "json")
                        .out());
        Path json = folder.resolve("again.json");
        assertThat(Invocation.of("scenario", "sheet", written, "--out", json, "--quiet"))
                .isEqualTo(new Invocation(0, "", ""));
        assertThat(json).hasSameBinaryContentAs(QUO);
    }

    @Test
    void problemNamesItsCell() throws IOException {
        Path csv = written("quo.csv");
        String text = Files.readString(csv)
                .replaceFirst(
                        "(?m)(\"prc_export_share_us_pct\".*?),[\\d.]+,([\\d.]*,[\\d.]*,[^,]*,[^,]*),\"known\"",
                        "$1,\"high\",$2,\"known\"");
        Files.writeString(csv, text);
        Invocation run = Invocation.of("validate", csv);
        assertThat(run.code()).isEqualTo(65);
        int row = text.substring(0, text.indexOf("\"prc_export_share_us_pct\"")).split("\n", -1).length;
        assertThat(run.err())
                .contains("1 problem, ")
                .contains("G" + row + " (#/readings/prc_export_share_us_pct/value)\n    \"high\" is not a reading");
        String json = Invocation.of("validate", csv, "--format", "json").out();
        assertThat(json).containsPattern("\"cell\": \"G\\d+\"").doesNotContain("\"line\"");
        assertThat(Invocation.of("scenario", "sheet", csv, "-o", folder.resolve("x.json"))
                        .err())
                .contains("1 problem, not written");
        assertThat(folder.resolve("x.json")).doesNotExist();
    }

    @Test
    void suggestedCommandQuotesNames() {
        Path file = folder.resolve("my quo.csv");
        assertThat(Invocation.of("scenario", "sheet", QUO, "-o", file).err())
                .endsWith(" Next: ./entente assess '" + file + "'\n");
    }

    @Test
    void gradeOfASourceHasTheNameOfTheTables() throws IOException {
        Path csv = written("quo.csv");
        assertThat(Files.readString(csv)).contains("\"source\",\"source_grade\",\"date\"");
        Files.writeString(csv, Files.readString(csv).replace("\"source_grade\"", "\"grade\""));
        assertThat(Invocation.of("validate", csv).err()).contains("Did you mean source_grade?", "[UNKNOWN_COLUMN]");
    }

    @Test
    void existingFileIsReplacedOnlyWhenAsked() throws IOException {
        Path file = folder.resolve("mine.xlsx");
        Files.writeString(file, "mine");
        Invocation run = Invocation.of("scenario", "sheet", QUO, "-o", file);
        assertThat(run.code()).isEqualTo(73);
        assertThat(run.err()).contains(file + " already exists; --force replaces it. Nothing was written.");
        assertThat(file).hasContent("mine");
        assertThat(Invocation.of("scenario", "sheet", QUO, "-o", file, "--force")
                        .code())
                .isZero();
        assertThat(Invocation.of("validate", file).code()).isZero();
    }

    @Test
    void invalidUsageIsRejected() throws IOException {
        assertThat(Invocation.of("scenario", "sheet", QUO, "-o", folder.resolve("a.xlsm"))
                        .code())
                .isEqualTo(64);
        assertThat(Invocation.of("scenario", "sheet", QUO).code()).isEqualTo(64);
        assertThat(Invocation.of("scenario", "sheet", Shipped.SCENARIOS, "-o", folder.resolve("a.csv"))
                        .code())
                .isEqualTo(64);
        assertThat(Invocation.of("scenario", "sheet", folder.resolve("none.json"), "-o", folder.resolve("a.csv"))
                        .code())
                .isEqualTo(66);
        assertThat(Invocation.of("scenario", "sheet", QUO, "-o", folder.resolve("none/a.csv"))
                        .code())
                .isEqualTo(73);
        Path old = folder.resolve("old.xls");
        Files.writeString(old, "x");
        assertThat(Invocation.of("assess", old).err()).contains("NOT_XLSX");
    }

    @Test
    void textLongerThanACellIsRefusedForWorkbooksOnly() throws IOException {
        Path file = folder.resolve("long.json");
        Files.writeString(
                file,
                "{\"id\": \"long\", \"title\": \"L\", \"narrative\": \"" + "x".repeat(40_000) + "\", \"readings\": {}}",
                StandardCharsets.UTF_8);
        Invocation run = Invocation.of("scenario", "sheet", file, "-o", folder.resolve("long.xlsx"));
        assertThat(run.code()).isEqualTo(73);
        assertThat(run.err()).contains("a text is longer than a cell");
        assertThat(Invocation.of("scenario", "sheet", file, "-o", folder.resolve("long.csv"))
                        .code())
                .isZero();
        assertThat(Invocation.of("validate", folder.resolve("long.csv")).code()).isZero();
    }
}
