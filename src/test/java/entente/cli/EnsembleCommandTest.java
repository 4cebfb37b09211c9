package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EnsembleCommandTest {

    private static final String SCENARIO = "scenarios/total-decoupling.json";
    private static final String SHOCK = "shock_suddenness=any";

    @TempDir
    private Path folder;

    private static Invocation run(Object... more) {
        return Invocation.of(Stream.concat(Stream.of("ensemble", SCENARIO, "--set", SHOCK), Arrays.stream(more))
                .toArray());
    }

    private static String text(Object... more) {
        Invocation run = run(more);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return run.out();
    }

    private static String words(Object... more) {
        return text(more).replace('\u00A0', ' ').replaceAll("\\s+", " ");
    }

    @Test
    void answersInWordsHowProbableEachVerdictIs() {
        assertThat(words("--size", 5000))
                .contains("The verdict is unlikely (20–45 %) in 60.0 % of cases.")
                .contains("Verdicts probability std. error variants")
                .contains("unlikely (20–45 %) 60.0 % 0.69 % 3,001")
                .contains("Relationship: informal alliance 60.0 %, operational alliance 40.0 %.")
                .contains("5,000 variants of six uncertain readings by a scrambled Sobol sequence, seed 1.")
                .contains("The digest of the outcomes is");
        assertThat(words("--design", "grid"))
                .contains("All 160 combinations of grades of six uncertain readings, each with its probability: exact.")
                .doesNotContain("std. error", "seed");
    }

    @Test
    void oneScreenIsEnough() {
        assertThat(text("--unrated-any", "--size", 100_000, "--set", "prc_export_share_west5_pct=5..15..30")
                        .lines())
                .hasSizeLessThan(30)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void everyFormatTellsTheSameProbability() {
        JsonNode json = JsonMapper.shared().readTree(text("--size", 5000, "--format", "json"));
        assertThat(json.at("/bands/2/variants").asLong()).isEqualTo(3001);
        assertThat(json.get("seed").asLong()).isEqualTo(1);
        for (String format : new String[] {"md", "html"}) {
            assertThat(words("--size", 5000, "--format", format))
                    .contains("60.0 %", "Relationship and verdict together");
        }
        long variants = text("--size", 5000, "--format", "csv")
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[3].equals("\"UNLIKELY\""))
                .mapToLong(cells -> Long.parseLong(cells[5]))
                .sum();
        assertThat(variants).isEqualTo(3001);
    }

    @Test
    void sameInputGivesTheSameBytesForAnyThreads() {
        String one = text("--design", "random", "--seed", 9, "--threads", 1, "--format", "json");
        assertThat(text("--design", "random", "--seed", 9, "--threads", 3, "--format", "json"))
                .isEqualTo(one);
        assertThat(text("--design", "random", "--seed", 8, "--threads", 3, "--format", "json"))
                .isNotEqualTo(one);
    }

    @Test
    void variantsAreWrittenWithAManifest() throws IOException {
        Path out = folder.resolve("a/b");
        String printed = text("--size", 2500, "--out", out, "--chunk-size", 1000);
        assertThat(text("--size", 2500, "--out", out, "--chunk-size", 1000, "--resume"))
                .isEqualTo(printed)
                .isEqualTo(text("--size", 2500));
        JsonNode manifest = JsonMapper.shared().readTree(Files.readString(out.resolve("manifest.json")));
        assertThat(manifest.get("complete").asBoolean()).isTrue();
        assertThat(manifest.get("chunks")).hasSize(3);
        assertThat(Files.readAllLines(out.resolve("variants-000002.csv")))
                .hasSize(501)
                .first()
                .asString()
                .startsWith("\"variant\",\"");
        Invocation again = run("--size", 2500, "--out", out, "--chunk-size", 1000);
        assertThat(again.code()).isEqualTo(73);
        assertThat(again.err()).contains("b has a table already; --resume completes it.");
        Invocation seed = run("--size", 2500, "--out", out, "--chunk-size", 1000, "--resume", "--seed", 2);
        assertThat(seed.code()).isEqualTo(73);
        assertThat(seed.err()).contains("the table of another ensemble: seed 1 instead of 2.");
    }

    @Test
    void anotherScenarioIsNotResumed() {
        Path out = folder.resolve("out");
        text("--size", 100, "--out", out, "--table", "parquet");
        Invocation other = Invocation.of(
                "ensemble",
                SCENARIO,
                "--set",
                "shock_suddenness=LOW:0.5,HIGH:0.5",
                "--size",
                100,
                "--out",
                out,
                "--table",
                "parquet",
                "--resume");
        assertThat(other.code()).isEqualTo(73);
        assertThat(other.err()).contains("the table of another ensemble: scenarioSha256");
    }

    @Test
    void folderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Invocation run = run("--size", 100, "--out", file);
        assertThat(run.code()).isEqualTo(73);
        assertThat(run.err()).contains("file cannot be written.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--design sobel | there is no design sobel. Did you mean sobol?",
                "--design grid --size 5 | it takes no --size.",
                "--design grid --seed 5 | it takes no --seed.",
                "--size 0 | --size must be from 1 to 10,000,000,000, not 0.",
                "--size many | --size must be a whole number, not many.",
                "--design sobol --size 5000000000 | a Sobol sequence has at most 4294967296 variants",
                "--seed -1 | --seed must be from 0 to 9007199254740991, not -1.",
                "--threads 0 | --threads must be from 1 to 1024, not 0.",
                "--table csv | --table needs --out FOLDER.",
                "--resume | --resume needs --out FOLDER.",
                "--chunk-size 5 | --chunk-size needs --out FOLDER.",
                "--out x --chunk-size 0 | --chunk-size must be from 1 to 10,000,000, not 0.",
                "--out x --chunk-size 1 | these are 1048576 files, more than 10,000; set a larger --chunk-size.",
                "--out x --table orc | --table must be one of csv, parquet, not orc."
            })
    void faultyOptionIsExplained(String options, String message) {
        Invocation run = run((Object[])
                options.replace(" x ", " " + folder.resolve("x") + " ").split(" ", -1));
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(message);
        assertThat(run.code()).isEqualTo(64);
    }

    @Test
    void scenarioWithoutUncertainReadingsIsRefused() throws IOException {
        Path file = Files.writeString(
                folder.resolve("s.json"), "{\"id\": \"s\", \"title\": \"S\", \"readings\": {\"shock_suddenness\": 1}}");
        Invocation run = Invocation.of("ensemble", file);
        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err()).contains("no reading is uncertain");
    }

    @Test
    void gridThatIsTooLargeIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("s.json"), "{\"id\": \"s\", \"title\": \"S\", \"readings\": {}}");
        Invocation all = Invocation.of("ensemble", file, "--unrated-any", "--design", "grid");
        assertThat(all.code()).isEqualTo(64);
        assertThat(all.err()).contains("indicators is too large.");
        List<Object> some = new ArrayList<>(List.of("ensemble", file, "--design", "grid"));
        Shipped.BOOK.book().catalogue().indicators().stream()
                .limit(15)
                .forEach(indicator -> some.addAll(List.of("--set", indicator.id() + "=any")));
        Invocation fifteen = Invocation.of(some.toArray());
        assertThat(fifteen.code()).isEqualTo(64);
        assertThat(fifteen.err())
                .contains("a full grid of these readings has 30517578125 variants, more than 10,000,000,000");
    }
}
