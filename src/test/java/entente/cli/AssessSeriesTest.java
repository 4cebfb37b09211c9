package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.LikelihoodScale;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import entente.testkit.Golden;
import entente.testkit.InOrder;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

    @ParameterizedTest
    @EnumSource(ReportFormat.TableFormat.class)
    @Tag("thorough")
    void orderOfTheFilesDoesNotMatter(ReportFormat.TableFormat format) {
        List<Object> files = new ArrayList<>(List.of(
                shipped("us-russia-reset"),
                shipped("baseline-2018"),
                shipped("taiwan-war"),
                shipped("crimea-2014"),
                shipped("status-quo-2025")));
        files.addAll(List.of("--format", format));
        Invocation run = series(files.toArray());
        Collections.reverse(files.subList(0, 5));
        assertThat(series(files.toArray())).isEqualTo(run);
        assertThat(run.code()).isZero();
        assertThat(run.out()).containsPattern(InOrder.of("2014", "2018", "2025"));
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
    void fullExplanationNamesEveryPart() {
        String summary = wholeSeries("--format", "text").out();
        String full = wholeSeries("--explain", "full").out();
        assertThat(summary).contains("others together", "--explain full");
        assertThat(full).doesNotContain("others together", "--explain full");
    }

    @Test
    void openFiguresAreQualifiedInWords() {
        String text = wholeSeries("--format", "text").out().replaceAll("\\s+", " ");
        assertThat(text)
                .contains(Wording.plain(
                        new VerdictSentences(Shipped.assess("status-conflict-1958"), LikelihoodScale.ICD203).figure()))
                .contains(
                        "from exceptionally unlikely (less than 1 %) to almost certain (95–99 %); observed: weakening")
                .contains("the best estimates differ by")
                .contains("rated on only one of the two dates.")
                .contains("rated in only one of the two scenarios.")
                .doesNotContain("of the two has");
        assertThat(series(shipped("baseline-2018")).out()).doesNotContain("best estimate");
    }

    @Test
    void partsGoOnUntilTheRestIsSmallerThanEach() {
        String text = wholeSeries("--format", "text").out().replaceAll("\\s+", " ");
        String rest = "others together";
        List<MatchResult> summed = Pattern.compile("Moved by: .*?(?= Moved by: |$)")
                .matcher(text)
                .results()
                .filter(step -> step.group().contains(rest))
                .toList();
        assertThat(summed).hasSizeGreaterThan(2).allSatisfy(step -> {
            List<Double> parts = Pattern.compile("[−+](\\d+\\.\\d)")
                    .matcher(step.group().substring(0, step.group().indexOf(rest) + rest.length() + 8))
                    .results()
                    .map(part -> Double.parseDouble(part.group(1)))
                    .toList();
            assertThat(parts.get(parts.size() - 1)).isLessThanOrEqualTo(parts.get(parts.size() - 2));
        });
    }

    @Test
    void changedAssumptionIsAPartOfTheStep() throws IOException {
        Path file = Files.writeString(
                temp.resolve("assumed.json"),
                "{\"id\": \"assumed\", \"title\": \"Assumed\", \"extends\": \"crimea-2014\", \"asOf\": \"2015-01-01\","
                        + " \"readings\": {}, \"assumptions\": {\"baseRatePercent\": 30}}");
        assertThat(series(shipped("crimea-2014"), file).out()).contains("Moved by: Base rate +");
        assertThat(series(shipped("crimea-2014"), file, "--format", "csv").out())
                .contains("\"crimea-2014\"", "\"baseRatePercent\"");
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

    @Test
    void partsOfARowOfCsvAddUpToItsChange() {
        List<String> rows = wholeSeries("--format", "csv").out().lines().toList();
        List<String> head = cells(rows.get(0));
        assertThat(rows).hasSize(1 + Shipped.scenarioIds().size());
        for (String row : rows.subList(2, rows.size())) {
            List<String> cells = cells(row);
            double sum = Stream.of("part_1_change", "part_2_change", "part_3_change", "others_change")
                    .map(name -> cells.get(head.indexOf(name)))
                    .mapToDouble(cell -> cell.isEmpty() ? 0 : Double.parseDouble(cell))
                    .sum();
            assertThat(Math.round(sum * 10))
                    .isEqualTo(Math.round(10 * Double.parseDouble(cells.get(head.indexOf("change")))));
        }
    }

    /** No cell of these has a quotation mark. */
    private static List<String> cells(String row) {
        return Pattern.compile("(?:^|,)(?:\"([^\"]*)\"|([^,\"]*))")
                .matcher(row)
                .results()
                .map(cell -> cell.group(1) == null ? cell.group(2) : cell.group(1))
                .toList();
    }
}
