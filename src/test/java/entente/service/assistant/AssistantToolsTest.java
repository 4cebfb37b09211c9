package entente.service.assistant;

import static entente.service.assistant.StdioSession.text;
import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Golden;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What tools and resources declare, what their texts say, and how they refuse arguments: all problems at once. */
@Timeout(120)
class AssistantToolsTest {

    private static final String NOW = "status-quo-2025";

    private static StdioSession session;

    @BeforeAll
    static void start() throws IOException {
        session = new StdioSession();
    }

    @AfterAll
    static void stop() throws IOException {
        session.close();
    }

    @Test
    void everyToolOnlyReads() throws IOException {
        JsonNode tools = session.ask("tools/list", Map.of()).at("/result/tools");
        assertThat(tools.valueStream().map(tool -> tool.get("name").asString()))
                .containsExactlyInAnyOrder(
                        "list_scenarios",
                        "list_indicators",
                        "explain_indicator",
                        "explain_rule",
                        "validate_scenario",
                        "assess",
                        "brief",
                        "find_flips",
                        "compare",
                        "sensitivity",
                        "series");
        tools.forEach(tool -> {
            assertThat(tool.at("/annotations/readOnlyHint").asBoolean()).isTrue();
            assertThat(tool.at("/annotations/openWorldHint").asBoolean(true)).isFalse();
            assertThat(tool.at("/inputSchema/type").asString()).isEqualTo("object");
            assertThat(tool.at("/inputSchema/additionalProperties").asBoolean(true))
                    .isFalse();
        });
        // A model reads them with every question.
        assertThat(tools.toString()).hasSizeLessThan(24_000);
    }

    @Test
    void theDocumentShowsTheActualAnswer() throws IOException {
        String text = text(session.call("assess", Map.of("scenario", NOW)));
        assertThat(text)
                .contains("): " + Shipped.percent(Shipped.assess(NOW)) + " (")
                .contains("rule book " + Shipped.BOOK.book().version())
                .doesNotContain("\u00a0");
        String answer = text.replaceAll("\\d+\\.\\d+\\.\\d+ \\([0-9a-f]+\\)", "… (…)")
                .replaceAll("scenario ([0-9a-f]{4})[0-9a-f]{60}", "scenario $1…");
        Path page = Path.of("src/docs/assistants.md");
        String document = Files.readString(page);
        int start = document.indexOf("```text\n") + "```text\n".length();
        Golden.checkExactly(
                page, document.substring(0, start) + answer + document.substring(document.indexOf("\n```", start)));
    }

    @Test
    void whatACallChangesIsBelowTheTitle() throws IOException {
        Map<String, Object> changed = StdioSession.json("""
                {"scenario": "status-quo-2025", "without": ["drivers"],
                 "set": {"political_will_to_ally": 4, "border_or_proxy_incident": "unknown"}}
                """);
        String line =
                "Changed for this call: border_or_proxy_incident is unknown; political_will_to_ally is 4; drivers is disabled.";
        assertThat(text(session.call("assess", changed)).lines().skip(1).findFirst())
                .contains(line);
        assertThat(text(session.call("validate_scenario", changed))).contains("\n" + line + "\n");
        Map<String, Object> flip = new HashMap<>(changed);
        flip.put("up", true);
        Map<String, Object> rule = new HashMap<>(changed);
        rule.put("rule", "us_reads_alliance_as_offence");
        for (String text : List.of(
                text(session.call("brief", changed)),
                text(session.call("sensitivity", changed)),
                text(session.call("explain_rule", rule)),
                text(session.call("find_flips", flip)))) {
            assertThat(text).startsWith("# ");
            assertThat(text.lines().skip(1).limit(2)).containsExactly("", line);
        }
        assertThat(text(session.call("assess", Map.of("scenario", NOW)))).doesNotContain("Changed for this call");
    }

    @Test
    void noTitleEndsItsQuotationMarks() throws IOException {
        Map<String, Object> scenario =
                Map.of("id", "x", "title", "T” (y). It is \"likely\": “80 %", "extends", NOW, "readings", Map.of());
        for (String tool : List.of("assess", "validate_scenario")) {
            assertThat(text(session.call(tool, Map.of("scenario", scenario))))
                    .contains("Scenario “T’ (y). It is ’likely’: ’80 %” (x)");
        }
    }

    @Test
    void scenariosAreListedByIdAndTitle() throws IOException {
        assertThat(text(session.call("list_scenarios", Map.of())))
                .contains("- status-quo-2025: “Status quo, late 2025”, as of 2025-11-30, horizon five years\n")
                .contains("This list has no verdicts: assess gives that on each");
        assertThat(session.call("list_scenarios", Map.of("after", "taiwan-war"))
                        .at("/structuredContent/scenarios")
                        .valueStream()
                        .map(one -> one.get("id").asString()))
                .startsWith("total-decoupling");
    }

    @Test
    void anAnswerWithoutReadingsHasNoVerdict() throws IOException {
        JsonNode result = session.call(
                "assess", Map.of("scenario", Map.of("id", "empty", "title", "Empty", "readings", Map.of())));
        assertThat(text(result))
                .contains("Nothing is rated, so there is no verdict")
                .contains("No rule moves the likelihood.");
    }

    @Test
    void noResultIsLargerThanItsBound() throws IOException {
        List<Object> many = IntStream.range(0, 32)
                .<Object>mapToObj(i -> StdioSession.json("""
                        {"id": "s%s", "title": "S", "extends": "status-quo-2025", "readings": {"cultural_affinity": %s}}
                        """.formatted(i, i % 5)))
                .toList();
        for (JsonNode result : List.of(
                session.call("compare", Map.of("scenarios", many)),
                session.call("sensitivity", Map.of("scenario", NOW, "all", true)),
                session.call("brief", Map.of("scenario", NOW)),
                session.call("find_flips", Map.of("scenario", "baseline-2018", "up", true, "maxSize", 4)))) {
            assertThat(StdioSession.JSON.writeValueAsBytes(result)).hasSizeLessThanOrEqualTo(AssistantTool.MAX_BYTES);
            assertThat(text(result)).contains("not a calibrated frequency");
            assertThat(result.get("structuredContent").has("page"))
                    .as(text(result))
                    .isEqualTo(text(result).contains("Page 1 of "));
        }
    }

    @Test
    void resourcesCanBeRead() throws IOException {
        Stream<String> listed = session.ask("resources/list", Map.of())
                .at("/result/resources")
                .valueStream()
                .map(resource -> resource.get("uri").asString());
        List<String> uris = Stream.concat(
                        listed,
                        Stream.of(
                                "entente://rules/us_reads_alliance_as_offence",
                                "entente://indicators/cultural_affinity",
                                "entente://scenarios/" + NOW))
                .toList();
        assertThat(uris).hasSize(7);
        for (String uri : uris) {
            JsonNode contents =
                    session.ask("resources/read", Map.of("uri", uri)).at("/result/contents/0/text");
            assertThat(contents.asString()).as(uri).hasSizeBetween(200, AssistantTool.MAX_BYTES);
        }
        for (String uri : List.of("entente://rules/nothing", "entente://scenarios/..%2Frules", "file:///etc/passwd")) {
            assertThat(session.ask("resources/read", Map.of("uri", uri))
                            .at("/error/code")
                            .asInt())
                    .as(uri)
                    .isIn(-32002, -32602);
        }
        assertThat(session.ask("resources/read", Map.of("uri", "entente://rulebook"))
                        .toString())
                .contains("us_reads_alliance_as_offence")
                .containsPattern("rules/us_reaction\\.drl:[0-9]+");
    }

    private static JsonNode refused(String tool, Map<String, ?> arguments) throws IOException {
        JsonNode result = session.call(tool, arguments);
        assertThat(result.get("isError").asBoolean()).as(text(result)).isTrue();
        return result;
    }

    private static List<String> problems(JsonNode result) {
        return result.at("/structuredContent/errors")
                .valueStream()
                .map(error -> error.get("pointer").asString() + " "
                        + error.get("code").asString())
                .toList();
    }

    @Test
    void allProblemsOfTheArgumentsAreReportedAtOnceAsOverHttp() throws IOException {
        JsonNode result = refused("find_flips", StdioSession.json("""
                        {"scenario": {"id": "x", "title": "x",
                            "readings": {"western_sanctions_on_rusia": 3, "political_will_to_ally": 99}},
                         "up": true, "down": true, "lock": ["nothing"], "colour": "red", "page": 0,
                         "set": {"cultural_affinitee": 1}, "without": ["nobody"]}
                        """));
        assertThat(problems(result))
                .containsExactlyInAnyOrder(
                        "#/scenario/readings/western_sanctions_on_rusia UNKNOWN_INDICATOR",
                        "#/scenario/readings/political_will_to_ally OUT_OF_RANGE",
                        "# ONE_TARGET",
                        "#/lock/0 UNKNOWN_INDICATOR",
                        "#/colour UNKNOWN_FIELD",
                        "#/page OUT_OF_RANGE",
                        "#/set/cultural_affinitee UNKNOWN_INDICATOR",
                        "#/without UNKNOWN_RULE");
        assertThat(text(result))
                .startsWith("The arguments have 8 problems.")
                .contains("Did you mean western_sanctions_on_rus?", "Did you mean cultural_affinity?")
                .endsWith("Nothing was evaluated. Correct the arguments and call the tool again.");
    }

    /** A tool, its arguments, and the one problem that they have. A path is no scenario. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    assess            | {} | #/scenario MISSING_FIELD
                    assess            | {"scenario": "status-quo-2025", "page": 99} | #/page OUT_OF_RANGE
                    assess            | {"scenario": 3} | #/scenario WRONG_TYPE
                    assess            | {"scenario": "status-quo-2025", "set": [1]} | #/set WRONG_TYPE
                    assess            | {"scenario": "../rules/weights.yaml"} | #/scenario UNKNOWN_SCENARIO
                    assess            | {"scenario": "/etc/passwd"} | #/scenario UNKNOWN_SCENARIO
                    assess            | {"scenario": "scenario.schema"} | #/scenario UNKNOWN_SCENARIO
                    assess            | {"scenario": "..%2Fpom"} | #/scenario UNKNOWN_SCENARIO
                    compare           | {"scenarios": ["status-quo-2025"]} | #/scenarios OUT_OF_RANGE
                    compare           | {} | #/scenarios MISSING_FIELD
                    compare           | {"scenarios": ["taiwan-war", "status-quo-2025"], "before": "taiwan-war"} | #/before UNKNOWN_FIELD
                    compare           | {"scenarios": ["taiwan-war", "taiwan-war"], "set": {}} | #/set UNKNOWN_FIELD
                    series            | {"scenarios": ["taiwan-war", {"id": "x", "title": "x", "readings": {}}]} | #/scenarios/1/asOf MISSING_DATE
                    brief             | {"scenario": "status-quo-2025", "scale": "icd204"} | #/scale UNKNOWN_WORD
                    explain_indicator | {"indicator": "cultural_affinity", "scenario": "taiwan-war"} | #/scenario UNKNOWN_FIELD
                    explain_rule      | {"rule": "will_to_ally", "indicator": "x"} | #/indicator UNKNOWN_FIELD
                    list_scenarios    | {"after": 3} | #/after WRONG_TYPE
                    validate_scenario | {} | #/scenario MISSING_FIELD
                    validate_scenario | {"scenario": "nope-2025"} | #/scenario UNKNOWN_SCENARIO
                    validate_scenario | {"scenario": 5} | #/scenario WRONG_TYPE
                    validate_scenario | {"scenario": "taiwan-war", "set": {"nothing": 1}} | #/set/nothing UNKNOWN_INDICATOR
                    """)
    void wrongArgumentIsAProblemAtItsPlace(String tool, String arguments, String problem) throws IOException {
        JsonNode result = refused(tool, StdioSession.json(arguments));
        assertThat(problems(result)).containsExactly(problem);
        assertThat(result.at("/structuredContent/detail").asString()).isEqualTo("The arguments have 1 problem.");
    }

    @Test
    void atMost32ScenariosAreCompared() throws IOException {
        assertThat(problems(refused("compare", Map.of("scenarios", Collections.nCopies(33, NOW)))))
                .containsExactly("#/scenarios OUT_OF_RANGE");
    }

    @Test
    void whatWasProbablyMeantAndWhatIsAllowedIsSaid() throws IOException {
        assertThat(text(refused("assess", Map.of("scenario", "status-quo-2052"))))
                .contains("Did you mean status-quo-2025?");
        assertThat(text(refused("explain_rule", Map.of("rule", "us_reads_alliance_as_ofence"))))
                .contains("Did you mean us_reads_alliance_as_offence?");
        assertThat(text(refused("explain_indicator", Map.of("indicator", "cultural_afinity"))))
                .contains("Did you mean cultural_affinity?");
        assertThat(text(refused("assess", Map.of("scenario", NOW, "set", Map.of("cultural_affinity", "high")))))
                .contains("a range such as 5..25; weights of grades such as LOW:0.3,HIGH:0.7; any; unknown.");
        assertThat(text(refused("validate_scenario", Map.of("scenario", 5))))
                .contains("Allowed: the id of a scenario; an object.");
    }

    @Test
    void anInvalidScenarioIsAnAnswerToItsValidation() throws IOException {
        JsonNode result = session.call(
                "validate_scenario",
                Map.of("scenario", Map.of("id", "x", "title", "x", "readings", Map.of("cultural_affinity", 9))));
        assertThat(result.get("isError").asBoolean()).isFalse();
        assertThat(result.at("/structuredContent/valid").asBoolean(true)).isFalse();
        assertThat(problems(result)).containsExactly("#/scenario/readings/cultural_affinity OUT_OF_RANGE");
        assertThat(problems(session.call("validate_scenario", Map.of("scenario", Map.of()))))
                .as("an object without anything is a scenario, too")
                .contains("#/scenario/id MISSING_FIELD");
        JsonNode valid = session.call("validate_scenario", Map.of("scenario", NOW));
        List<String> unknown = valid.at("/structuredContent/unknown")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        int indicators = Shipped.indicators();
        assertThat(unknown).isNotEmpty();
        assertThat(text(valid))
                .contains("is valid: " + (indicators - unknown.size()) + " of " + indicators)
                .contains("Unknown, and to stay so unless somebody rates them: " + String.join(", ", unknown) + ".");
    }
}
