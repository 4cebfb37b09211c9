package entente.service.assistant;

import static entente.service.assistant.StdioSession.text;
import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** What tools, resources and prompts declare, what their texts say, and how they refuse arguments. */
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

    private static JsonNode refused(String tool, Map<String, ?> arguments) throws IOException {
        JsonNode result = session.call(tool, arguments);
        assertThat(result.get("isError").asBoolean()).as(text(result)).isTrue();
        return result;
    }

    private static List<String> problems(JsonNode result) {
        return result.get("structuredContent")
                .get("errors")
                .valueStream()
                .map(error -> error.get("pointer").asString() + " "
                        + error.get("code").asString())
                .toList();
    }

    @Test
    void everyToolOnlyReads() throws IOException {
        JsonNode tools = session.ask("tools/list", Map.of()).get("result").get("tools");
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
            assertThat(tool.get("annotations").get("readOnlyHint").asBoolean()).isTrue();
            assertThat(tool.get("annotations").get("openWorldHint").asBoolean()).isFalse();
            assertThat(tool.get("inputSchema").get("type").asString()).isEqualTo("object");
            assertThat(tool.get("inputSchema").get("additionalProperties").asBoolean())
                    .isFalse();
        });
        // A model reads them with every question.
        assertThat(tools.toString()).hasSizeLessThan(24_000);
    }

    @Test
    void theVerdictCanBeQuotedLineByLine() throws IOException {
        String text = text(session.call("assess", Map.of("scenario", NOW)));
        assertThat(text)
                .containsPattern(
                        "(?m)^Likelihood in this scenario: An operational alliance by 2030 is very unlikely \\(5–20 %\\): 10\\.0 %\\.$")
                .containsPattern(
                        "(?m)^Interval: 8\\.0 % to 11\\.3 %, depending on two unrated indicators and 14 given ranges\\.$")
                .containsPattern("(?m)^Confidence is moderate: ")
                .containsPattern(
                        "(?m)^1\\. −3\\.00 points, lowers the likelihood: .* \\[rule us_reads_alliance_as_offence, article "
                                + "§3 ¶4, §5 ¶3, §6 ¶2, rules/us_reaction\\.drl:[0-9]+]$")
                .contains("a judgement by the rules of rule book "
                        + Shipped.BOOK.book().version())
                .contains("not a calibrated frequency")
                .contains("./entente assess status-quo-2025 (")
                .doesNotContain("\u00a0");
        assertThat(text.lines().filter(line -> line.matches("[123]\\. .*"))).hasSize(3);
    }

    @Test
    void theDocumentShowsTheActualAnswer() throws IOException {
        String answer = text(session.call("assess", Map.of("scenario", NOW)))
                .replaceAll("\\(([0-9a-f]{4})[0-9a-f]{4,60}\\)", "($1…)")
                .replaceAll("scenario ([0-9a-f]{4})[0-9a-f]{60}", "scenario $1…");
        assertThat(Files.readString(Path.of("src/docs/assistants.md"))).contains("```text\n" + answer + "\n```");
    }

    @Test
    void scenariosAreListedByIdAndTitle() throws IOException {
        assertThat(text(session.call("list_scenarios", Map.of())))
                .contains("- status-quo-2025: Status quo, late 2025, as of 2025-11-30");
        assertThat(session.call("list_scenarios", Map.of("after", "taiwan-war"))
                        .get("structuredContent")
                        .get("scenarios")
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
    void allProblemsOfTheArgumentsAreReportedAtOnceAsOverHttp() throws IOException {
        JsonNode result = refused(
                "find_flips",
                Map.of(
                        "scenario",
                        Map.of(
                                "id",
                                "x",
                                "title",
                                "x",
                                "readings",
                                Map.of("western_sanctions_on_rusia", 3, "political_will_to_ally", 99)),
                        "up",
                        true,
                        "down",
                        true,
                        "lock",
                        List.of("nothing"),
                        "colour",
                        "red",
                        "page",
                        0,
                        "set",
                        Map.of("cultural_affinitee", 1),
                        "without",
                        List.of("nobody")));
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

    @Test
    void unknownNamesAreQuestioned() throws IOException {
        assertThat(text(refused("assess", Map.of("scenario", "status-quo-2052"))))
                .contains("Did you mean status-quo-2025?");
        assertThat(text(refused("explain_rule", Map.of("rule", "us_reads_alliance_as_ofence"))))
                .contains("Did you mean us_reads_alliance_as_offence?");
        assertThat(text(refused("explain_indicator", Map.of("indicator", "cultural_afinity"))))
                .contains("Did you mean cultural_affinity?");
        assertThat(problems(refused("assess", Map.of()))).containsExactly("#/scenario MISSING_FIELD");
        assertThat(problems(refused("assess", Map.of("scenario", NOW, "page", 99))))
                .containsExactly("#/page OUT_OF_RANGE");
        assertThat(problems(refused("compare", Map.of("scenarios", List.of(NOW)))))
                .containsExactly("#/scenarios OUT_OF_RANGE");
        assertThat(problems(refused("compare", Map.of("scenarios", Collections.nCopies(33, NOW)))))
                .containsExactly("#/scenarios OUT_OF_RANGE");
        assertThat(problems(refused(
                        "series",
                        Map.of("scenarios", List.of(NOW, Map.of("id", "x", "title", "x", "readings", Map.of()))))))
                .containsExactly("#/scenarios/1/asOf MISSING_DATE");
        assertThat(problems(refused("brief", Map.of("scenario", NOW, "scale", "icd204"))))
                .containsExactly("#/scale UNKNOWN_WORD");
    }

    @Test
    void aPathIsNoScenario() throws IOException {
        for (String path : List.of("../rules/weights.yaml", "/etc/passwd", "scenario.schema", "..%2Fpom")) {
            assertThat(problems(refused("assess", Map.of("scenario", path))))
                    .containsExactly("#/scenario UNKNOWN_SCENARIO");
        }
    }

    @Test
    void anInvalidScenarioIsAnAnswerToItsValidation() throws IOException {
        JsonNode result = session.call(
                "validate_scenario",
                Map.of("scenario", Map.of("id", "x", "title", "x", "readings", Map.of("cultural_affinity", 9))));
        assertThat(result.get("isError").asBoolean()).isFalse();
        assertThat(result.get("structuredContent").get("valid").asBoolean()).isFalse();
        assertThat(problems(result)).containsExactly("#/scenario/readings/cultural_affinity OUT_OF_RANGE");
        assertThat(text(session.call("validate_scenario", Map.of("scenario", NOW))))
                .contains("is valid: 39 of 41")
                .contains("Unknown, and to stay so unless somebody rates them: ");
    }

    @Test
    void noResultIsLargerThanItsBound() throws IOException {
        List<Object> many = IntStream.range(0, 32)
                .<Object>mapToObj(i -> Map.of(
                        "id",
                        "s" + i,
                        "title",
                        "S " + i,
                        "extends",
                        NOW,
                        "readings",
                        Map.of("cultural_affinity", i % 5)))
                .toList();
        for (JsonNode result : List.of(
                session.call("compare", Map.of("scenarios", many)),
                session.call("sensitivity", Map.of("scenario", NOW, "all", true)),
                session.call("brief", Map.of("scenario", NOW, "long", true)),
                session.call("find_flips", Map.of("scenario", "baseline-2018", "up", true, "maxSize", 4)))) {
            assertThat(StdioSession.JSON.writeValueAsBytes(result)).hasSizeLessThanOrEqualTo(ResultPages.MAX_BYTES);
            assertThat(text(result)).contains("not a calibrated frequency");
            assertThat(result.get("structuredContent").has("page"))
                    .as(text(result))
                    .isEqualTo(text(result).contains("Page 1 of "));
        }
    }

    @Test
    void resourcesCanBeRead() throws IOException {
        Stream<String> listed = session.ask("resources/list", Map.of())
                .get("result")
                .get("resources")
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
            JsonNode contents = session.ask("resources/read", Map.of("uri", uri))
                    .get("result")
                    .get("contents")
                    .get(0);
            assertThat(contents.get("text").asString()).as(uri).hasSizeBetween(200, ResultPages.MAX_BYTES);
        }
        for (String uri : List.of("entente://rules/nothing", "entente://scenarios/..%2Frules", "file:///etc/passwd")) {
            assertThat(session.ask("resources/read", Map.of("uri", uri))
                            .get("error")
                            .get("code")
                            .asInt())
                    .as(uri)
                    .isIn(-32002, -32602);
        }
        assertThat(session.ask("resources/read", Map.of("uri", "entente://rulebook"))
                        .toString())
                .contains("us_reads_alliance_as_offence")
                .containsPattern("rules/us_reaction\\.drl:[0-9]+");
    }

    @Test
    void promptsUseTheWordsOfTheRuleBook() throws IOException {
        JsonNode prompt = session.ask(
                "prompts/get", Map.of("name", "assess_situation", "arguments", Map.of("situation", "A new treaty.")));
        String text = prompt.get("result")
                .get("messages")
                .get(0)
                .get("content")
                .get("text")
                .asString();
        assertThat(text).contains("one barrier or driver at a time", "Never guess", "\"unknown\"", "A new treaty.");
        Shipped.BOOK
                .book()
                .catalogue()
                .indicators()
                .forEach(indicator -> assertThat(text)
                        .contains(indicator.id() + ": " + indicator.label())
                        .contains(String.join(
                                " ",
                                indicator.anchors().values().stream().limit(1).toList())));
        assertThat(session.ask("prompts/get", Map.of("name", "argue_against", "arguments", Map.of("scenario", NOW)))
                        .toString())
                .contains(NOW, "find_flips", "did not fire", "rules/rival");
        assertThat(session.ask("prompts/get", Map.of("name", "argue_against", "arguments", Map.of()))
                        .get("error")
                        .get("code")
                        .asInt())
                .isEqualTo(-32602);
    }
}
