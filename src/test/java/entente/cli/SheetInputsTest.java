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
}
