package entente.service.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import entente.service.keys.Role;
import entente.testkit.ProgramRun;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/**
 * Clients that are not of this project list and call every tool over both transports: that of the SDK for TypeScript, and the
 * inspector. Skipped where npm cannot install them.
 */
@Timeout(900)
@Tag("thorough")
class AssistantClientsIT {

    private static final Path SOURCES = Path.of("src/test/mcp");
    private static final Path FOLDER = Path.of("target", "mcp-clients");
    private static final String LAUNCHER = Path.of("entente").toAbsolutePath().toString();
    private static final String NOW = "status-quo-2025";

    /** One call of each tool, whose arguments the inspector takes as text. */
    private static final Map<String, Map<String, Object>> CALLS = Map.ofEntries(
            Map.entry("list_scenarios", Map.of()),
            Map.entry("list_indicators", Map.of("group", "us_reaction")),
            Map.entry("explain_indicator", Map.of("indicator", "cultural_affinity")),
            Map.entry("explain_rule", Map.of("rule", "us_reads_alliance_as_offence", "scenario", NOW)),
            Map.entry("validate_scenario", Map.of("scenario", NOW)),
            Map.entry("assess", Map.of("scenario", NOW)),
            Map.entry("brief", Map.of("scenario", NOW)),
            Map.entry("find_flips", Map.of("scenario", NOW, "up", true)),
            Map.entry("compare", Map.of("scenarios", List.of("baseline-2018", NOW))),
            Map.entry("sensitivity", Map.of("scenario", NOW)),
            Map.entry("series", Map.of()));

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/npm")), "skipped: there is no npm on this machine");
        Files.createDirectories(FOLDER);
        for (String file : List.of("package.json", "sdk-client.mjs")) {
            Files.write(FOLDER.resolve(file), Files.readAllBytes(SOURCES.resolve(file)));
        }
        ProgramRun installed = run(
                "",
                "npm",
                "--silent",
                "--no-audit",
                "--no-fund",
                "install",
                "--no-package-lock",
                "--fetch-retries=1",
                "--fetch-timeout=30000");
        assumeTrue(installed.code() == 0, () -> "skipped: npm could not install the clients: " + installed.errors());
        // The launcher prepares itself at its first start, for longer than a client waits.
        assertThat(run("", LAUNCHER, "--version").code()).isZero();
    }

    private static ProgramRun run(String input, String... command) throws IOException, InterruptedException {
        Path in = Files.writeString(Files.createTempFile(FOLDER.toAbsolutePath(), "in", ""), input);
        ProgramRun run = ProgramRun.of(
                new ProcessBuilder(command).directory(FOLDER.toFile()).redirectInput(in.toFile()));
        Files.delete(in);
        return run;
    }

    private static void assertAnswered(JsonNode result, String tool) {
        assertThat(result.path("isError").asBoolean()).as(tool + ": " + result).isFalse();
        assertThat(result.get("structuredContent").isObject()).as(tool).isTrue();
        if (tool.equals("assess")) {
            assertThat(result.at("/structuredContent/verdict/likelihood/percent")
                            .asDouble())
                    .isEqualTo(Shipped.assess(NOW).verdict().likelihood().value());
        }
    }

    private static void assertSdk(String... target) throws IOException, InterruptedException {
        List<Map<String, Object>> calls = new ArrayList<>();
        CALLS.forEach((name, arguments) -> calls.add(Map.of("name", name, "arguments", arguments)));
        List<String> command = new ArrayList<>(List.of("node", "sdk-client.mjs"));
        command.addAll(List.of(target));
        ProgramRun run = run(StdioSession.JSON.writeValueAsString(calls), command.toArray(String[]::new));
        assertThat(run.code()).as(run.errors()).isZero();
        JsonNode answered = StdioSession.JSON.readTree(run.output());
        assertThat(answered.get("faults")).isEmpty();
        assertThat(answered.get("server").get("name").asString()).isEqualTo("entente");
        assertThat(answered.get("tools").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(CALLS.keySet());
        CALLS.keySet().forEach(tool -> assertAnswered(answered.get("results").get(tool), tool));
        assertThat(answered.get("read"))
                .hasSize(4)
                .allSatisfy(length -> assertThat(length.asInt()).isPositive());
        assertThat(answered.get("templates").asInt()).isEqualTo(3);
    }

    private static JsonNode inspect(List<String> target, String... method) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node_modules/.bin/mcp-inspector", "--cli"));
        command.addAll(target);
        command.addAll(List.of(method));
        // Long enough for a loaded machine.
        command.addAll(List.of("--connect-timeout", "120000"));
        ProgramRun run = run("", command.toArray(String[]::new));
        assertThat(run.code()).as(run.output() + run.errors()).isZero();
        return StdioSession.JSON.readTree(run.output());
    }

    /** Lists the tools by its strict schema, and calls these, whose arguments it makes of text. */
    private static void assertInspector(List<String> target, String... tools) throws IOException, InterruptedException {
        JsonNode listed = inspect(target, "--method", "tools/list", "--strict").get("tools");
        assertThat(listed.valueStream().map(tool -> tool.get("name").asString()))
                .containsExactlyInAnyOrderElementsOf(CALLS.keySet());
        for (String tool : tools) {
            List<String> call = new ArrayList<>(List.of("--method", "tools/call", "--tool-name", tool));
            CALLS.get(tool).forEach((name, value) -> {
                String text = value instanceof String plain ? plain : StdioSession.JSON.writeValueAsString(value);
                call.addAll(List.of("--tool-arg", name + "=" + text));
            });
            assertAnswered(inspect(target, call.toArray(String[]::new)), tool);
        }
    }

    @Test
    void theSdkForTypeScriptCallsEveryToolOverStandardInput() throws IOException, InterruptedException {
        assertSdk("stdio", LAUNCHER);
    }

    /** The SDK has called every tool in this way; the inspector makes the arguments, and not the way. */
    @Test
    void theInspectorCallsOverStandardInput() throws IOException, InterruptedException {
        assertInspector(List.of(LAUNCHER, "mcp"), "assess");
    }

    @Test
    void bothCallEveryToolOverHttp() throws IOException, InterruptedException {
        String key = RunningService.key(Role.ANALYST);
        String address = RunningService.withKeys().uri("/mcp").toString();
        assertSdk("http", address, key);
        assertThat(run("[]", "node", "sdk-client.mjs", "http", address).errors())
                .as("without a key")
                .contains("401");
        List<String> target = List.of(address, "--transport", "http", "--header", "Authorization: Bearer " + key);
        assertInspector(target, CALLS.keySet().toArray(String[]::new));
        assertThat(inspect(target, "--method", "resources/list").get("resources"))
                .hasSize(4);
        String rule = "entente://rules/us_reads_alliance_as_offence";
        assertThat(inspect(target, "--method", "resources/read", "--uri", rule).toString())
                .contains("rules/us_reaction.drl:");
    }
}
