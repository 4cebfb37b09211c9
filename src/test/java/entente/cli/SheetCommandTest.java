package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spreadsheets on the command line. */
class SheetCommandTest {

    private static final Path QUO = Shipped.SCENARIOS.resolve("status-quo-2025.json");

    @TempDir
    private Path folder;

    private Path sheet(String name) {
        Path file = folder.resolve(name);
        assertThat(Invocation.of("scenario", "sheet", QUO, "-o", file))
                .isEqualTo(new Invocation(0, "", "Wrote " + file + ". Next: ./entente assess " + file + "\n"));
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"quo.xlsx", "quo.csv", "QUO.XLSX"})
    void everyScenarioCommandReadsSheets(String name) throws IOException {
        Path sheet = sheet(name);
        for (String command : new String[] {"assess", "explain", "sensitivity"}) {
            assertThat(Invocation.of(command, sheet, "--format", "json").out())
                    .isEqualTo(Invocation.of(command, QUO, "--format", "json").out());
        }
        assertThat(Invocation.of("flip", sheet, "--to", "unlikely", "--format", "json")
                        .out())
                .isEqualTo(Invocation.of("flip", QUO, "--to", "unlikely", "--format", "json")
                        .out());
        assertThat(Invocation.of("validate", sheet).code()).isZero();
        assertThat(Invocation.of("compare", QUO, sheet, "--exit-code").code()).isZero();
        assertThat(Invocation.of("assess", sheet, "--set", "western_sanctions_on_rus=4", "--format", "json")
                        .out())
                .isEqualTo(Invocation.of("assess", QUO, "--set", "western_sanctions_on_rus=4", "--format", "json")
                        .out());
        Path json = folder.resolve("again.json");
        assertThat(Invocation.of("scenario", "sheet", sheet, "--out", json, "--quiet"))
                .isEqualTo(new Invocation(0, "", ""));
        assertThat(json).hasSameBinaryContentAs(QUO);
    }

    @Test
    void problemNamesItsCell() throws IOException {
        Path csv = sheet("quo.csv");
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
        Path csv = sheet("quo.csv");
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
