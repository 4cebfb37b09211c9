package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Golden;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AssessSeriesTest {

    private static final Path GOLDEN = Golden.RESOURCES.resolve("golden").resolve("series");
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Map<List<String>, Invocation> WHOLE = new ConcurrentHashMap<>();
    private static final String UNDATED = "{\"id\": \"undated\", \"title\": \"Undated\", \"readings\": {}}";

    @TempDir
    private Path temp;

    private static Path shipped(String id) {
        return Shipped.SCENARIOS.resolve(id + ".json");
    }

    private static Invocation series(Object... args) {
        return Invocation.of(
                Stream.concat(Stream.of("assess", "--series"), Stream.of(args)).toArray());
    }

    /** All shipped scenarios; equal calls are run once, as each takes seconds. */
    private static Invocation wholeSeries(String... options) {
        return WHOLE.computeIfAbsent(
                List.of(options),
                same -> series(Stream.concat(Stream.of(Shipped.SCENARIOS), same.stream())
                        .toArray()));
    }

    private Path undated() throws IOException {
        return Files.writeString(temp.resolve("undated.json"), UNDATED);
    }

    @Test
    void shippedScenariosMatchTheGoldens() {
        Map<String, String> files = new TreeMap<>();
        for (String format : List.of("text", "csv", "md", "html")) {
            Invocation run = wholeSeries("--format", format);
            assertThat(run.code()).isZero();
            assertThat(run.err()).isEmpty();
            files.put("shipped." + format, run.out());
        }
        Golden.checkFolder(GOLDEN, files);
    }

    @Test
    void textFitsIntoEightyColumns() throws IOException {
        Path file = Files.writeString(
                temp.resolve("long.json"),
                "{\"id\": \"" + "long-".repeat(12) + "id\", \"title\": \"" + "A long title ".repeat(9)
                        + "\", \"extends\": \"crimea-2014\", \"asOf\": \"2015-01-01\", \"horizonYears\": 10,"
                        + " \"readings\": {\"bilateral_trade_usd_bn\": {\"value\": 90, \"low\": 20, \"high\": 200}}}");
        for (String level : List.of("summary", "full")) {
            Invocation run = series(shipped("status-quo-2025"), shipped("taiwan-war"), file, "--explain", level);
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
        }
    }

    @Test
    void scenarioWithoutADateIsRefusedByTheNameOfItsFile() throws IOException {
        Path file = undated();
        Invocation alone = series(file);
        assertThat(alone.code()).isEqualTo(65);
        assertThat(alone.out()).isEmpty();
        assertThat(alone.err())
                .startsWith(file + ": 1 problem, not assessed\n  #/asOf\n")
                .contains("[MISSING_DATE]");
        Invocation run = series(file, shipped("crimea-2014"), shipped("baseline-2018"));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualTo(alone.err());
        assertThat(run.out())
                .isEqualTo(
                        series(shipped("crimea-2014"), shipped("baseline-2018")).out());
    }

    @Test
    void invalidAndMissingFilesDoNotStopTheOthers() {
        Invocation run = series("nowhere.json", shipped("crimea-2014"));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("nowhere.json: there is no scenario here.\n");
        assertThat(run.out()).startsWith("Likelihood over time");
        assertThat(series("nowhere.json").code()).isEqualTo(66);
        assertThat(series().code()).isEqualTo(64);
    }

    @Test
    void duplicateCountsOnce() {
        Invocation run = series(shipped("crimea-2014"), shipped("crimea-2014"));
        assertThat(run.err()).contains("crimea-2014.json: duplicate, counted once.");
        assertThat(run.out()).isEqualTo(series(shipped("crimea-2014")).out());
    }

    @Test
    void formatsThatHoldNoSeriesAreRefused() {
        Invocation run = series(shipped("crimea-2014"), "--format", "ndjson");
        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err()).contains("--series is written as text, json, csv, md or html, not ndjson.");
    }

    @Test
    void thresholdCountsForAlternativesToo() {
        Object[] files = {shipped("status-quo-2025"), shipped("taiwan-war"), "--fail-on", "roughly_even"};
        Invocation run = series(files);
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out())
                .contains("One alternative branches at the last date: " + Shipped.percent(Shipped.assess("taiwan-war"))
                        + ", roughly even (45–55 %).");
        assertThat(series(files[0], files[2], files[3]).code()).isZero();
    }

    @Test
    void otherScaleHasOtherTerms() {
        String phia = series(shipped("status-quo-2025"), shipped("crimea-2014"), "--scale", "phia")
                .out();
        assertThat(phia.replaceAll("\\s+", " "))
                .contains("a remote chance (>0–5 %)")
                .doesNotContain("almost no chance", "exceptionally unlikely");
        assertThat(series(shipped("taiwan-war"), "--scale", "phia", "--format", "html")
                        .out())
                .contains("a realistic possibility");
    }

    @Test
    void changesApplyToEveryScenario() {
        JsonNode plain = json();
        JsonNode changed = json("--set", "rus_west_relations=1");
        for (int i = 0; i < 2; i++) {
            assertThat(changed.at("/steps/" + i + "/sha256")).isNotEqualTo(plain.at("/steps/" + i + "/sha256"));
        }
    }

    private static JsonNode json(Object... options) {
        return MAPPER.readTree(series(Stream.concat(
                                Stream.of(shipped("bandwagon-2001"), shipped("baseline-2018"), "--format", "json"),
                                Stream.of(options))
                        .toArray())
                .out());
    }
}
