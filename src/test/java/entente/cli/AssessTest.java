package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.LikelihoodScale;
import entente.model.Points;
import entente.report.AssessmentMediaTest;
import entente.report.media.AssessmentMedia;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import entente.rulebook.CorruptedRuleBook;
import entente.rulebook.RuleBookException;
import entente.testkit.Golden;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** The options of assess. */
class AssessTest {

    private static final Path BASELINE = Invocation.BASELINE;

    private static final Path WAR = Shipped.SCENARIOS.resolve("taiwan-war.json");

    @TempDir
    private Path folder;

    private static JsonNode json(Object... options) {
        return Invocation.json("assess", BASELINE, options);
    }

    @Test
    void setEqualsTheSameReadingInTheFile() {
        JsonNode set = json("--set", "western_sanctions_on_rus=4", "--set", "us_avg_tariff_on_prc_pct=unknown");
        JsonNode readings = set.at("/scenario/resolved/readings");
        assertThat(readings.at("/western_sanctions_on_rus/value").asInt()).isEqualTo(4);
        assertThat(readings.at("/us_avg_tariff_on_prc_pct/value").asString()).isEqualTo("unknown");
        assertThat(set.at("/gaps").values())
                .contains(StringNode.valueOf("us_avg_tariff_on_prc_pct"))
                .hasSize(json().at("/gaps").size() + 1);
        assertThat(set.at("/scenario/sha256")).isNotEqualTo(json().at("/scenario/sha256"));
    }

    @Test
    void claimsFireByDroolsWhateverTheTables() throws IOException, RuleBookException {
        CorruptedRuleBook.write(folder, "us_reads_alliance_as_offence");
        Home home = new Home(Shipped.RULES, Shipped.SCENARIOS, folder);
        assertThat(Invocation.with(home, "assess", BASELINE, "--inference", "drools", "--format", "ndjson")
                        .out())
                .containsPattern("\"us_reads_alliance_as_offence\"[^{}]*\"status\":\"FIRED\"");
        assertThat(Invocation.with(home, "assess", BASELINE, "--format", "ndjson")
                        .out())
                .containsPattern("\"us_reads_alliance_as_offence\"[^{}]*\"status\":\"NOT_FIRED\"");
    }

    @Test
    void ruleAndGroupAreDisabled() {
        JsonNode without = json("--without", "no_switch,us_reaction", "--without", "pressure_on_both");
        assertThat(without.at("/assumptions/changed").values())
                .extracting(c -> c.get("pointer").asString())
                .containsExactlyInAnyOrder(
                        "#/assumptions/without/no_switch",
                        "#/assumptions/without/us_reaction",
                        "#/assumptions/without/pressure_on_both");
        assertThat(without.at("/ledger").values())
                .filteredOn(r -> r.get("group").asString().equals("us_reaction")
                        || r.get("rule").asString().equals("no_switch"))
                .isNotEmpty()
                .allMatch(r -> r.get("status").asString().equals("DISABLED"));
    }

    @Test
    void assumptionsFileOverridesTheScenario() throws IOException {
        Path assumptions = Files.writeString(
                folder.resolve("assumptions.json"),
                "{\"baseRatePercent\": 2, \"emphasis\": {\"us_reaction\": 0}, \"weights\": {\"alliance\": {\"STRONG\": 4}}}");
        JsonNode assumed = json("--assumptions", assumptions);
        assertThat(assumed.at("/assumptions/changed")).hasSize(3);
        assertThat(assumed.at("/points/base").asDouble())
                .isEqualTo(Points.ofPercent(2).value())
                .isNotEqualTo(json().at("/points/base").asDouble());
        assertThat(assumed.at("/groups/0/alliancePoints").asDouble()).isZero();
    }

    @Test
    void invalidAssumptionsAreReportedWithLocation() throws IOException {
        Path assumptions = Files.writeString(folder.resolve("assumptions.json"), "{\n  \"emphasis\": {\"us\": 9}\n}");
        Invocation run =
                Invocation.of("assess", BASELINE, "--assumptions", assumptions).refused(65);
        assertThat(run.err())
                .startsWith(BASELINE + ": 1 problem, not assessed\n  --assumptions " + assumptions
                        + " #/emphasis/us (line 2, column 22)\n");
    }

    @Test
    void otherScaleHasOtherTermsAndTheSameNumbers() {
        JsonNode phia = json("--scale", "phia");
        JsonNode icd = json();
        assertThat(phia.at("/verdict/likelihood/scale").asString()).isEqualTo("PHIA");
        assertThat(phia.at("/verdict/likelihood/term")).isNotEqualTo(icd.at("/verdict/likelihood/term"));
        assertThat(phia.at("/points")).isEqualTo(icd.at("/points"));
        assertThat(phia.at("/verdict/likelihood/band")).isEqualTo(icd.at("/verdict/likelihood/band"));
    }

    @Test
    void severalScenariosAreListedInTheGivenOrder() {
        Invocation list = Invocation.of("assess", WAR, BASELINE, "--format", "json");
        assertThat(list.json().values())
                .extracting(a -> a.at("/scenario/id").asString())
                .containsExactly("taiwan-war", "baseline-2018");
        List<JsonNode> lines = Invocation.output("assess", WAR, BASELINE, "--format", "ndjson")
                .lines()
                .map(JsonMapper.shared()::readTree)
                .toList();
        assertThat(lines).isEqualTo(list.json().values().stream().toList());
    }

    private static Invocation assess(String format, String level, Object... options) {
        return Invocation.of("assess", BASELINE, "--format", format, "--explain", level, options);
    }

    @Test
    void standardInputExtendsShippedScenariosOnly() throws IOException {
        String child = "{\"id\": \"child\", \"title\": \"Child\", \"extends\": \"baseline-2018\", \"readings\": {}}";
        Invocation run =
                Invocation.fed(child, "assess", "-", "--format", "json").ok();
        assertThat(run.json().at("/points")).isEqualTo(json().at("/points"));
        Invocation orphan = Invocation.fed(child.replace("baseline-2018", "pom"), "validate", "-")
                .expect(65);
        assertThat(orphan.err()).startsWith("standard input: 1 problem").contains("UNKNOWN_PARENT");
    }

    @Test
    void standardInputHasTheSameSizeLimit() {
        assertThat(Invocation.fed("{\"id\": \"" + "a".repeat(1 << 20) + "\"}", "validate", "-")
                        .err())
                .contains("[TOO_LARGE]");
    }

    private static final Path GOLDEN = Golden.RESOURCES.resolve("golden").resolve("series");

    private static Path shipped(String id) {
        return Shipped.SCENARIOS.resolve(id + ".json");
    }

    private static Invocation series(Object... args) {
        return Invocation.of("assess", "--series", args);
    }

    @Test
    void shippedScenariosMatchTheGoldens() {
        Map<String, String> files = new TreeMap<>();
        for (String format : List.of("text", "csv", "md", "html")) {
            Invocation run = series(Shipped.SCENARIOS, "--format", format).quiet();
            files.put("shipped." + format, run.out());
        }
        Golden.checkFolder(GOLDEN, files);
    }

    @Test
    void textFitsIntoEightyColumns() throws IOException {
        Path file = Files.writeString(
                folder.resolve("long.json"),
                "{\"id\": \"" + "long-".repeat(12) + "id\", \"title\": \"" + "A long title ".repeat(9)
                        + "\", \"extends\": \"crimea-2014\", \"asOf\": \"2015-01-01\", \"horizonYears\": 10,"
                        + " \"readings\": {\"bilateral_trade_usd_bn\": {\"value\": 90, \"low\": 20, \"high\": 200}}}");
        for (String level : List.of("summary", "full")) {
            Invocation run = series(shipped("status-quo-2025"), shipped("taiwan-war"), file, "--explain", level)
                    .ok();
            assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
        }
    }

    @Test
    void scenarioWithoutADateIsRefusedByTheNameOfItsFile() throws IOException {
        Path file = Files.writeString(
                folder.resolve("undated.json"), "{\"id\": \"undated\", \"title\": \"Undated\", \"readings\": {}}");
        Invocation alone = series(file).refused(65);
        assertThat(alone.err())
                .startsWith(file + ": 1 problem, not assessed\n  #/asOf\n")
                .contains("[MISSING_DATE]");
        Invocation run =
                series(file, shipped("crimea-2014"), shipped("baseline-2018")).expect(1);
        assertThat(run.err()).isEqualTo(alone.err());
        assertThat(run.out())
                .isEqualTo(
                        series(shipped("crimea-2014"), shipped("baseline-2018")).out());
    }

    @Test
    void duplicateCountsOnce() {
        Invocation run = series(shipped("crimea-2014"), shipped("crimea-2014"));
        assertThat(run.err()).contains("crimea-2014.json: duplicate, counted once.");
        assertThat(run.out()).isEqualTo(series(shipped("crimea-2014")).out());
    }

    @Test
    void thresholdCountsForAlternativesToo() {
        Object[] files = {shipped("status-quo-2025"), shipped("taiwan-war"), "--fail-on", "roughly_even"};
        Invocation run = series(files).expect(3);
        assertThat(run.out())
                .contains("One alternative branches at the last date: "
                        + Wording.plain(
                                new VerdictSentences(Shipped.assess("taiwan-war"), LikelihoodScale.ICD203).figure())
                        + ", roughly even (45–55 %).");
        series(files[0], files[2], files[3]).ok();
    }

    @Test
    void otherScaleHasOtherTerms() {
        assertThat(series(shipped("status-quo-2025"), shipped("crimea-2014"), "--scale", "phia")
                        .flat())
                .contains("a remote chance (>0–5 %)")
                .doesNotContain("almost no chance", "exceptionally unlikely");
        assertThat(series(shipped("taiwan-war"), "--scale", "phia", "--format", "html")
                        .out())
                .contains("a realistic possibility");
    }

    @Test
    void changesApplyToEveryScenario() {
        JsonNode plain = seriesJson();
        JsonNode changed = seriesJson("--set", "rus_west_relations=1");
        for (int i = 0; i < 2; i++) {
            assertThat(changed.at("/steps/" + i + "/sha256")).isNotEqualTo(plain.at("/steps/" + i + "/sha256"));
        }
    }

    private static JsonNode seriesJson(Object... options) {
        return series(shipped("bandwagon-2001"), shipped("baseline-2018"), "--format", "json", options)
                .json();
    }

    static Stream<List<Object>> inputs() {
        return Stream.of(
                List.of(Invocation.BASELINE),
                List.of(Invocation.BASELINE, Invocation.BASELINE),
                List.of(Shipped.SCENARIOS),
                List.of("nowhere.json"),
                List.of(""),
                List.of(InputTest.BAD.resolve("several-faults.json")),
                List.of(InputTest.BAD.resolve("empty.json"), Invocation.BASELINE, "nowhere.json"));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void outputIsTheSameWithAndWithoutTheParser(List<Object> inputs) {
        assertThat(Invocation.of("assess", inputs)).isEqualTo(Invocation.of("assess", inputs, "--format=text"));
        for (String format : AssessmentMedia.STANDARD.names()) {
            assertThat(Invocation.of("assess", inputs, "--format", format))
                    .as(format)
                    .isEqualTo(Invocation.of("assess", inputs, "--format=" + format));
        }
    }

    @Test
    void otherFormatsAndPlacesAreLeftToTheParser() {
        for (List<Object> words : List.<List<Object>>of(
                List.of("assess", "--format"),
                List.of("assess", "--format", "json"),
                List.of("assess", Invocation.BASELINE, "--format"),
                List.of("assess", Invocation.BASELINE, "--format", "prose"),
                List.of("--format", "json", "assess", Invocation.BASELINE),
                List.of("assess", Invocation.BASELINE, "--format", "md", "--format", "json"))) {
            Invocation refused = Invocation.of(words.toArray());
            assertThat(refused.code()).as(words.toString()).isEqualTo(ExitCode.USAGE.number());
            assertThat(refused.err()).contains("--help");
        }
    }

    @Test
    void standardInputIsTheSameWithAndWithoutTheParser() {
        byte[] scenario = Shipped.bytes(Invocation.BASELINE);
        Invocation plain = Invocation.fed(scenario, "assess", "-");
        assertThat(plain).isEqualTo(Invocation.fed(scenario, "assess", "-", "--format=text"));
        assertThat(plain.out()).contains("Reproducible with:");
        assertThat(Invocation.of("assess", Invocation.BASELINE)).isEqualTo(plain);
    }

    @Test
    void proposedCommandsNameTheInput() {
        assertThat(Invocation.fed(Shipped.bytes(Invocation.BASELINE), "assess", "-", "--explain", "full")
                        .out())
                .contains("Next: ./entente explain FILE");
        assertThat(Invocation.output("assess", Invocation.BASELINE, "--explain", "full"))
                .contains("Next: ./entente explain " + Invocation.BASELINE);
    }

    @Test
    void colourIsTheSameWithAndWithoutTheParser() {
        Invocation plain = Invocation.onTerminal("assess", Invocation.BASELINE);
        assertThat(plain.out()).contains("\u001B[");
        assertThat(plain).isEqualTo(Invocation.onTerminal("assess", Invocation.BASELINE, "--format=text"));
    }

    @Test
    void commandLineOffersAddedMedium() {
        assertThat(assessExtended("--format", "percent", "scenarios/baseline-2018.json"))
                .isEqualTo(
                        Shipped.assess("baseline-2018").verdict().likelihood().value() + "\n");
        assertThat(assessExtended("--format", "PERCENT", "scenarios/baseline-2018.json", "scenarios/taiwan-war.json"))
                .startsWith(
                        Shipped.assess("baseline-2018").verdict().likelihood().value() + "\n");
    }

    private static String assessExtended(String... arguments) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(InputStream.nullInputStream(), out, out, false, false);
        AssessCommand command = new AssessCommand(AssessmentMediaTest.EXTENDED);
        command.connect(terminal, Home.of(Path.of("")));
        new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).execute(arguments);
        out.flush();
        return printed.toString(StandardCharsets.UTF_8);
    }
}
