package entente.service.assistant;

import static entente.service.assistant.StdioSession.text;
import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A stub of a model asks one question after the other, and is told what the command line tells. */
@Timeout(300)
class AssistantConversationTest {

    private static final String NOW = "status-quo-2025";
    private static final String THEN = "baseline-2018";

    private final List<String> asked = new ArrayList<>();

    private static JsonNode commandLine(Object... arguments) {
        Invocation run = Invocation.of(arguments);
        assertThat(run.code()).as(run.err()).isZero();
        return StdioSession.JSON.readTree(run.out());
    }

    private JsonNode call(StdioSession session, String tool, Map<String, ?> arguments) throws IOException {
        asked.add(tool);
        JsonNode result = session.call(tool, arguments);
        assertThat(result.get("isError").asBoolean()).as(text(result)).isFalse();
        assertThat(StdioSession.JSON.writeValueAsBytes(result)).hasSizeLessThanOrEqualTo(AssistantTool.MAX_BYTES);
        assertThat(text(result))
                .endsWith(((ObjectNode) result.get("structuredContent"))
                        .remove("note")
                        .asString());
        return result;
    }

    /** The documents of all pages, their lists joined. */
    private JsonNode whole(StdioSession session, String tool, Map<String, ?> arguments, String list)
            throws IOException {
        ObjectNode whole = (ObjectNode) call(session, tool, arguments).get("structuredContent");
        int pages = whole.has("page") ? whole.get("page").get("of").asInt() : 1;
        for (int page = 2; page <= pages; page++) {
            Map<String, Object> next = new HashMap<>(arguments);
            next.put("page", page);
            JsonNode more = call(session, tool, next).get("structuredContent");
            more.get(list).forEach(item -> whole.withArray(list).add(item));
        }
        whole.remove("page");
        return whole;
    }

    @Test
    void givesTheNumbersOfTheCommandLine(@TempDir Path folder) throws IOException, InterruptedException {
        try (StdioSession session = new StdioSession()) {
            session.ask("initialize", StdioSession.json("""
                    {"protocolVersion": "2025-06-18", "capabilities": {},
                     "clientInfo": {"name": "stub", "version": "1"}}
                    """));
            session.line("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");

            JsonNode listed = call(session, "list_scenarios", Map.of()).get("structuredContent");
            assertThat(listed.get("scenarios")).hasSameSizeAs(Shipped.scenarioIds());
            assertThat(whole(session, "list_indicators", Map.of(), "indicators").get("indicators"))
                    .isEqualTo(commandLine("scenario", "indicators", "--format", "json"));
            assertThat(call(session, "explain_indicator", Map.of("indicator", "western_sanctions_on_rus"))
                            .get("structuredContent"))
                    .isEqualTo(commandLine("scenario", "indicators", "western_sanctions_on_rus", "--format", "json")
                            .get(0));

            // A scenario of the model's own, which is a file for the command line.
            Map<String, Object> own = StdioSession.json("""
                    {"id": "own", "title": "Own", "asOf": "2026-01-31", "extends": "status-quo-2025",
                     "readings": {"political_will_to_ally": 4, "western_sanctions_on_rus": 4}}
                    """);
            Path file = Files.writeString(folder.resolve("own.json"), StdioSession.JSON.writeValueAsString(own));
            assertThat(call(session, "validate_scenario", Map.of("scenario", own))
                            .at("/structuredContent/valid")
                            .asBoolean())
                    .isTrue();

            assertAssessment(session, Map.of("scenario", own), file);
            assertAssessment(session, Map.of("scenario", NOW), NOW);
            assertAssessment(
                    session,
                    StdioSession.json("""
                            {"scenario": "baseline-2018", "without": ["regional_counterbalancing"],
                             "set": {"political_will_to_ally": 3, "border_or_proxy_incident": "unknown"}}
                            """),
                    THEN,
                    "--set",
                    "political_will_to_ally=3",
                    "--set",
                    "border_or_proxy_incident=unknown",
                    "--without",
                    "regional_counterbalancing");

            assertThat(whole(session, "find_flips", Map.of("scenario", NOW, "to", "unlikely"), "flips"))
                    .isEqualTo(commandLine("flip", NOW, "--to", "unlikely", "--format", "json"));
            assertThat(whole(session, "find_flips", Map.of("scenario", own, "up", true, "maxSize", 2), "flips"))
                    .isEqualTo(commandLine("flip", file, "--up", "--max-size", 2, "--format", "json"));
            assertThat(whole(session, "sensitivity", Map.of("scenario", NOW), "readings"))
                    .isEqualTo(commandLine("sensitivity", NOW, "--format", "json"));
            assertThat(whole(session, "compare", Map.of("scenarios", List.of(THEN, NOW, own)), "comparisons"))
                    .isEqualTo(commandLine("compare", THEN, NOW, file, "--format", "json"));
            assertThat(whole(session, "series", Map.of(), "steps"))
                    .isEqualTo(commandLine("assess", "scenarios", "--series", "--format", "json"));
            assertThat(call(session, "explain_rule", Map.of("rule", "us_reads_alliance_as_offence", "scenario", NOW))
                            .get("structuredContent"))
                    .isEqualTo(
                            commandLine("explain", NOW, "--rule", "us_reads_alliance_as_offence", "--format", "json"));
            assertThat(whole(session, "brief", Map.of("scenario", NOW), "sources"))
                    .isEqualTo(commandLine("brief", NOW, "--format", "json"));
            String briefing = text(call(session, "brief", Map.of("scenario", NOW)));
            assertThat(briefing).startsWith(Invocation.of("brief", NOW).out().strip());
            assertThat(asked).hasSizeGreaterThanOrEqualTo(20);
            session.end();
            assertThat(session.logged()).isEmpty();
        }
    }

    /** The verdict, and all rows of the ledger from all pages. */
    private void assertAssessment(StdioSession session, Map<String, ?> arguments, Object... command)
            throws IOException {
        List<Object> words = new ArrayList<>(List.of("assess", "--format", "json"));
        words.addAll(List.of(command));
        ObjectNode expected = (ObjectNode) commandLine(words.toArray());
        ((ObjectNode) expected.get("scenario")).remove("resolved");
        Map<String, Object> all = new HashMap<>(arguments);
        all.put("ledger", "all");
        assertThat(whole(session, "assess", all, "ledger")).isEqualTo(expected);
    }
}
