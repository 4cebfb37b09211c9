package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Points;
import entente.model.rule.Rule;
import entente.rulebook.CorruptedRuleBook;
import entente.rulebook.RuleBookException;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The options of assess. */
class AssessTest {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Path BASELINE = Invocation.BASELINE;

    private static final Path WAR = Shipped.SCENARIOS.resolve("taiwan-war.json");

    @TempDir
    private Path folder;

    private static JsonNode json(Object... options) {
        Object[] args = Stream.concat(Stream.of("assess", BASELINE, "--format", "json"), Stream.of(options))
                .toArray();
        Invocation run = Invocation.of(args);
        assertThat(run.code()).as(run.err()).isZero();
        return MAPPER.readTree(run.out());
    }

    @Test
    void setEqualsTheSameReadingInTheFile() {
        JsonNode set = json("--set", "western_sanctions_on_rus=4", "--set", "us_avg_tariff_on_prc_pct=unknown");
        JsonNode readings = set.at("/scenario/resolved/readings");
        assertThat(readings.at("/western_sanctions_on_rus/value").asInt()).isEqualTo(4);
        assertThat(readings.at("/us_avg_tariff_on_prc_pct/value").asString()).isEqualTo("unknown");
        assertThat(set.at("/gaps").values()).extracting(JsonNode::asString).containsExactly("us_avg_tariff_on_prc_pct");
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
        Invocation run = Invocation.of("assess", BASELINE, "--assumptions", assumptions);
        assertThat(run.code()).isEqualTo(65);
        assertThat(run.out()).isEmpty();
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
        assertThat(Invocation.of("assess", BASELINE, "--scale", "phia").out().replaceAll("\\s+", " "))
                .contains("a remote chance");
    }

    @Test
    void severalScenariosAreListedInTheGivenOrder() {
        Invocation list = Invocation.of("assess", WAR, BASELINE, "--format", "json");
        assertThat(MAPPER.readTree(list.out()).values())
                .extracting(a -> a.at("/scenario/id").asString())
                .containsExactly("taiwan-war", "baseline-2018");
        List<JsonNode> lines = Invocation.of("assess", WAR, BASELINE, "--format", "ndjson")
                .out()
                .lines()
                .map(MAPPER::readTree)
                .toList();
        assertThat(lines)
                .isEqualTo(MAPPER.readTree(list.out()).values().stream().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "md"})
    void idsAreAddedToClaimsAndNothingElseChanges(String format) {
        for (String level : List.of("summary", "full")) {
            String plain = assess(format, level).out();
            String ids = assess(format, level, "--ids").out();
            List<String> shown = Pattern.compile(" \\\\?\\[([a-z0-9_\\\\]+)\\\\?\\]")
                    .matcher(ids.replaceAll("\\s+", " "))
                    .results()
                    .map(id -> id.group(1).replace("\\", ""))
                    .toList();
            assertThat(Shipped.BOOK.book().rules().stream().map(Rule::id)).containsAll(shown);
            if (level.equals("full")) {
                assertThat(shown).contains("us_reads_alliance_as_offence", "no_switch");
            }
            String without = ids.replaceAll("\\s+", " ");
            for (String id : shown) {
                without = without.replace(" [" + id + "]", "").replace(" \\[" + id + "\\]", "");
            }
            assertThat(without).isEqualTo(plain.replaceAll("\\s+", " "));
        }
        assertThat(assess("json", "full", "--ids")).isEqualTo(assess("json", "full"));
    }

    private static Invocation assess(String format, String level, Object... options) {
        return Invocation.of(
                Stream.concat(Stream.of("assess", BASELINE, "--format", format, "--explain", level), Stream.of(options))
                        .toArray());
    }

    @Test
    void standardInputExtendsShippedScenariosOnly() throws IOException {
        String child = "{\"id\": \"child\", \"title\": \"Child\", \"extends\": \"baseline-2018\", \"readings\": {}}";
        Invocation run = Invocation.fed(child, "assess", "-", "--format", "json");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(MAPPER.readTree(run.out()).at("/points")).isEqualTo(json().at("/points"));
        Invocation orphan = Invocation.fed(child.replace("baseline-2018", "pom"), "validate", "-");
        assertThat(orphan.code()).isEqualTo(65);
        assertThat(orphan.err()).startsWith("standard input: 1 problem").contains("UNKNOWN_PARENT");
    }

    @Test
    void standardInputHasTheSameSizeLimit() {
        String large = "{\"id\": \"" + "a".repeat(1 << 20) + "\"}";
        assertThat(Invocation.with(
                                new java.io.ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)),
                                "validate",
                                "-")
                        .err())
                .contains("[TOO_LARGE]");
    }
}
