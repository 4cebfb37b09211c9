package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Points;
import entente.model.rule.Rule;
import entente.report.media.AssessmentMedia;
import entente.rulebook.CorruptedRuleBook;
import entente.rulebook.RuleBookException;
import entente.testkit.InOrder;
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
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The options of assess. */
class AssessTest {

    private static final int COUNT =
            Shipped.BOOK.book().catalogue().indicators().size();
    private static final String OF_ALL = "of " + COUNT + " indicators ";

    @Test
    void setReadingsAreAssumedAndShownAsSuch() {
        Invocation run = Invocation.of("assess", Invocation.BASELINE, "--set", "prc_export_share_west5_pct=18.5");
        assertThat(run.out())
                .contains("Confidence is moderate: " + OF_ALL)
                .containsPattern("one\\s+assumed")
                .contains("Suppose that “China's exports to 5 Western markets” is 18.5 %.");
        assertThat(Invocation.of("assess", Invocation.BASELINE, "--set", "prc_export_share_west5_pct=unknown")
                        .out())
                .contains(OF_ALL)
                .containsPattern("one\\s+not\\s+rated");
    }

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Path BASELINE = Invocation.BASELINE;
    private static final String BAND =
            Shipped.assess("baseline-2018").verdict().likelihood().band().term();

    /** Factors that a summary does not list. */
    private static final Pattern OTHERS = Pattern.compile("(?m)^ *and [a-z]+ more  ");

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
    void droolsInfersTheSameBytes() {
        Invocation tables = Invocation.of("assess", Shipped.SCENARIOS, "--format", "ndjson");
        assertThat(Invocation.of("assess", Shipped.SCENARIOS, "--format", "ndjson", "--inference", "drools"))
                .isEqualTo(tables);
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

    static List<String> formats() {
        return AssessmentMedia.STANDARD.names();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyFormatIsReproducible(String format) {
        Invocation first = Invocation.of("assess", BASELINE, "--format", format);
        assertThat(first.code()).isZero();
        assertThat(first.err()).isEmpty();
        assertThat(first.out()).contains("baseline-2018").endsWith("\n");
        assertThat(first.out().replaceAll("\\s+", " ")).contains(BAND);
        assertThat(Invocation.of("assess", BASELINE, "--format", format)).isEqualTo(first);
        Invocation two = Invocation.of("assess", WAR, BASELINE, "--format", format);
        assertThat(two.code()).isZero();
        String first2 = List.of("md", "html").contains(format) ? "War over Taiwan" : "taiwan-war";
        String second2 = List.of("md", "html").contains(format) ? "The article's moment" : "baseline-2018";
        assertThat(two.out()).containsPattern(InOrder.of(first2, second2));
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

    @Test
    void fullExplanationShowsEveryEffectiveClaim() {
        String summary = Invocation.of("assess", BASELINE).out();
        String full = Invocation.of("assess", BASELINE, "--explain", "full").out();
        assertThat(summary).containsPattern(OTHERS).doesNotContain("Cooperation short of an alliance already");
        assertThat(full)
                .contains(
                        "Cooperation short of an alliance already", "How the points become a likelihood", "Near misses")
                .doesNotContainPattern(OTHERS);
        assertThat(full.lines().count()).isGreaterThan(summary.lines().count());
        assertThat(Invocation.of("assess", BASELINE, "--explain", "summary").out())
                .isEqualTo(summary);
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
