package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.report.json.InputSchemas;
import entente.testkit.BookFolder;
import entente.testkit.Folders;
import entente.testkit.Golden;
import entente.testkit.Invocation;
import entente.testkit.JsonSchemas;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrateCommandTest {

    private static final Path PANEL = Shipped.RULES.resolve("panel.json");

    @TempDir
    private Path temp;

    @Test
    void sanityTableIsUpToDate() {
        Invocation run = Invocation.of("rules", "calibrate", PANEL, "--sanity", "--format", "md");
        assertThat(run.err()).isEmpty();
        String table = run.out().replaceAll("\\d+\\.\\d+\\.\\d+ \\([0-9a-f]+\\)", "… (…)");
        Golden.checkExactly(Path.of("src", "docs", "sanity.md"), table);
    }

    @Test
    void shippedPanelIsReadAndMeasuredInEachFormat() throws IOException {
        String schema = InputSchemas.named("panel", Shipped.BOOK.book()).orElseThrow();
        assertThat(JsonSchemas.of(schema).problems(Files.readString(PANEL))).isEmpty();
        assertThat(Invocation.output("scenario", "schema", "panel")).isEqualTo(schema);
        String text = Invocation.output("rules", "calibrate", PANEL);
        assertThat(text.lines()).allMatch(line -> line.length() <= 80);
        assertThat(text).contains("not human experts", "World by world", "Cross-validation");
        String json = Invocation.output("rules", "calibrate", PANEL, "--format", "json");
        assertThat(JsonSchemas.named("calibration").problems(json)).isEmpty();
        assertThat(Invocation.output("rules", "calibrate", PANEL, "--format", "csv")
                        .lines())
                .hasSize(62);
    }

    @Test
    void proposedBookHasTheProposedStrengthsAndNothingElseChanged() throws IOException {
        Path rules = BookFolder.copy(BookFolder.BASE, temp.resolve("rules"))
                .replace(
                        "claims.drl",
                        "MODERATELY_FOR",
                        "\"MODERATE: SLIGHTLY_FOR; HIGH: MODERATELY_FOR; VERY_HIGH: STRONGLY_FOR\"")
                .replace("claims.drl", "@group( trade )", "@group( trade ) // once @alliance( SLIGHTLY_AGAINST )")
                .folder();
        Files.createDirectories(rules.resolve("cases"));
        Files.writeString(rules.resolve("cases").resolve("a.json"), "{}");
        Path target = temp.resolve("new");
        Invocation run = Invocation.of("rules", "calibrate", panel(), "--rules", rules, "--propose", target)
                .ok();
        assertThat(run.err()).isEqualTo("entente: " + target + " holds the rule book with four changed strengths.\n");
        Map<String, String> before = files(rules);
        before.computeIfPresent(
                "claims.drl",
                (name, text) -> text.replace("STRONGLY_AGAINST", "DECISIVELY_AGAINST")
                        .replace(
                                "MODERATE: SLIGHTLY_FOR; HIGH: MODERATELY_FOR; VERY_HIGH: STRONGLY_FOR",
                                "MODERATE: MODERATELY_FOR; HIGH: STRONGLY_FOR; VERY_HIGH: DECISIVELY_FOR"));
        assertThat(files(target)).isEqualTo(before);
        assertThat(Invocation.output("rules", "show", "western_customers", "--rules", target))
                .contains("decisively against");
        // What was proposed is what now fits.
        assertThat(Invocation.output("rules", "calibrate", panel(), "--rules", target))
                .contains("each of the 5 claims");
    }

    @Test
    void proposalIsWrittenToNoFolderThatHoldsSomething() throws IOException {
        Files.writeString(temp.resolve("there"), "something");
        for (Path taken : List.of(temp, temp.resolve("there"))) {
            Invocation run = Invocation.of("rules", "calibrate", PANEL, "--propose", taken)
                    .expect(73);
            assertThat(run.err()).contains("is no empty folder; nothing was written");
            assertThat(run.out()).isEmpty();
        }
        assertThat(Files.readString(temp.resolve("there"))).isEqualTo("something");
    }

    @Test
    void faultyFilesAreNamedAndNothingIsMeasured() throws IOException {
        Path faulty = Files.writeString(temp.resolve("faulty.json"), "[{\"id\": \"a\"}]");
        Invocation run = Invocation.of("rules", "calibrate", PANEL, faulty, "--propose", temp.resolve("new"))
                .refused(65);
        assertThat(run.err()).contains(faulty + ": 4 problems, nothing was measured", "#/0/group (line 1, column 2)");
        assertThat(temp.resolve("new")).doesNotExist();
        assertThat(Invocation.of("rules", "calibrate", PANEL, PANEL).err())
                .contains("There is more than one world w01.");
        Invocation.of("rules", "calibrate", panel(), "--rules", BookFolder.BASE, "--sanity")
                .expect(65);
    }

    /** Judged as if the first claim had 8 points and the steps of the second 1.2, 4 and 8. */
    private Path panel() throws IOException {
        Files.writeString(
                temp.resolve("calm.json"),
                "{\"id\": \"calm\", \"title\": \"Calm\", \"readings\": {\"export_share_pct\": 0, \"shock_severity\": 0,"
                        + " \"border_incident\": 0, \"treaty_commitment_level\": 0}}");
        StringBuilder worlds = new StringBuilder();
        List<String> readings = Arrays.asList(
                "\"export_share_pct\": 20", "\"shock_severity\": 2", "\"shock_severity\": 3", "\"shock_severity\": 4");
        double[] added = {-8, 1.2, 4, 8};
        for (int n = 0; n < 160; n++) {
            double percent = 100 / (1 + Math.pow(10, (10.61 - added[n % 4]) / 10));
            worlds.append(n == 0 ? "[" : ",")
                    .append("{\"id\": \"w" + n + "\", \"group\": \"" + n % 4 + "\", \"base\": \"calm\", \"readings\": {"
                            + readings.get(n % 4) + "}, \"article\": [[" + percent + ", " + percent + ", " + percent
                            + "]], \"relationship\": [\"MIXED\"]}");
        }
        return Files.writeString(temp.resolve("judged.json"), worlds + "]");
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (Path file : Folders.allFiles(folder, "")) {
            files.put(folder.relativize(file).toString(), Files.readString(file));
        }
        return files;
    }
}
