package entente.service.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import entente.service.keys.Key;
import entente.service.keys.KeyFile;
import entente.service.keys.KeyFile.KeyEntry;
import entente.service.keys.KeyStore;
import entente.service.keys.Role;
import entente.testkit.Invocation;
import entente.testkit.ProgramRun;
import entente.testkit.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
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
    private static final Map<String, Map<String, Object>> CALLS = calls();

    private static Map<String, Map<String, Object>> calls() {
        Map<String, Map<String, Object>> calls = new LinkedHashMap<>();
        calls.put("list_scenarios", Map.of());
        calls.put("list_indicators", Map.of("group", "us_reaction"));
        calls.put("explain_indicator", Map.of("indicator", "cultural_affinity"));
        calls.put("explain_rule", Map.of("rule", "us_reads_alliance_as_offence", "scenario", NOW));
        calls.put("validate_scenario", Map.of("scenario", NOW));
        calls.put("assess", Map.of("scenario", NOW));
        calls.put("brief", Map.of("scenario", NOW));
        calls.put("find_flips", Map.of("scenario", NOW, "up", true));
        calls.put("compare", Map.of("scenarios", List.of("baseline-2018", NOW)));
        calls.put("sensitivity", Map.of("scenario", NOW));
        calls.put("series", Map.of());
        return calls;
    }

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

    private static RunningService served(Path folder, Key key) throws IOException {
        new KeyStore(folder.resolve("keys"))
                .write(KeyFile.EMPTY.with(new KeyEntry("assistant", Role.ANALYST, key.digest())));
        return RunningService.start(
                Map.of("entente.access.keys", folder.resolve("keys").toString()));
    }

    private static double percent() {
        return StdioSession.JSON
                .readTree(Invocation.of("assess", NOW, "--format", "json").out())
                .get("verdict")
                .get("likelihood")
                .get("percent")
                .asDouble();
    }

    private static void assertAnswered(JsonNode result, String tool) {
        assertThat(result.path("isError").asBoolean()).as(tool + ": " + result).isFalse();
        assertThat(result.get("structuredContent").isObject()).as(tool).isTrue();
        if (tool.equals("assess")) {
            JsonNode likelihood = result.get("structuredContent").get("verdict").get("likelihood");
            assertThat(likelihood.get("percent").asDouble()).isEqualTo(percent());
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
        assertThat(answered.get("prompts").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("assess_situation", "argue_against");
        assertThat(answered.get("prompt").asString()).contains(NOW);
    }

    private static JsonNode inspect(List<String> target, String... method) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node_modules/.bin/mcp-inspector", "--cli"));
        command.addAll(target);
        command.addAll(List.of(method));
        ProgramRun run = run("", command.toArray(String[]::new));
        assertThat(run.code()).as(run.output() + run.errors()).isZero();
        return StdioSession.JSON.readTree(run.output());
    }

    private static void assertInspector(List<String> target) throws IOException, InterruptedException {
        JsonNode tools = inspect(target, "--method", "tools/list", "--strict").get("tools");
        assertThat(tools.valueStream().map(tool -> tool.get("name").asString()))
                .containsExactlyInAnyOrderElementsOf(CALLS.keySet());
        for (String tool : CALLS.keySet()) {
            List<String> call = new ArrayList<>(List.of("--method", "tools/call", "--tool-name", tool));
            for (Map.Entry<String, Object> argument : CALLS.get(tool).entrySet()) {
                Object value = argument.getValue();
                String text = value instanceof String plain ? plain : StdioSession.JSON.writeValueAsString(value);
                call.addAll(List.of("--tool-arg", argument.getKey() + "=" + text));
            }
            assertAnswered(inspect(target, call.toArray(String[]::new)), tool);
        }
        assertThat(inspect(target, "--method", "resources/list").get("resources"))
                .hasSize(4);
        assertThat(inspect(target, "--method", "prompts/list").get("prompts")).hasSize(2);
        assertThat(inspect(
                                target,
                                "--method",
                                "resources/read",
                                "--uri",
                                "entente://rules/us_reads_alliance_as_offence")
                        .toString())
                .contains("rules/us_reaction.drl:");
    }

    @Test
    void theSdkForTypeScriptCallsEveryToolOverStandardInput() throws IOException, InterruptedException {
        assertSdk("stdio", LAUNCHER);
    }

    @Test
    void theSdkForTypeScriptCallsEveryToolOverHttp(@TempDir Path folder) throws IOException, InterruptedException {
        Key key = Key.generate(new SecureRandom());
        try (RunningService service = served(folder, key)) {
            assertSdk("http", service.uri("/mcp").toString(), key.reveal());
            assertThat(run(
                                    "[]",
                                    "node",
                                    "sdk-client.mjs",
                                    "http",
                                    service.uri("/mcp").toString())
                            .errors())
                    .as("without a key")
                    .contains("401");
        }
    }

    @Test
    void theInspectorCallsEveryToolOverStandardInput() throws IOException, InterruptedException {
        assertInspector(List.of(LAUNCHER, "mcp"));
    }

    @Test
    void theInspectorCallsEveryToolOverHttp(@TempDir Path folder) throws IOException, InterruptedException {
        Key key = Key.generate(new SecureRandom());
        try (RunningService service = served(folder, key)) {
            assertInspector(List.of(
                    service.uri("/mcp").toString(),
                    "--transport",
                    "http",
                    "--header",
                    "Authorization: Bearer " + key.reveal()));
        }
    }
}
