package entente.service.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.admission.Caller;
import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.testkit.Await;
import entente.testkit.Concurrently;
import entente.testkit.Invocation;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The endpoint of assistants passes the same gates as every other; who may call it is in {@code EndpointPermissionsIT}. */
@Timeout(300)
class McpOverHttpIT {

    private static final String ASSESS = call("assess", "{\"scenario\":\"status-quo-2025\"}");
    private static final String FLIP = call("find_flips", "{\"scenario\":\"status-quo-2025\",\"up\":true}");

    @TempDir
    private static Path folder;

    private static RunningService served;
    private static String key;

    @BeforeAll
    static void start() {
        Path keys = folder.resolve("keys");
        key = Invocation.of("keys", "add", "ada", "--role", "analyst", "--keys", keys)
                .out()
                .strip();
        served = RunningService.start(Map.of(
                "entente.access.keys",
                keys.toString(),
                "entente.archive.url",
                folder.resolve("archive").toString()));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static String call(String tool, String arguments) {
        return asked("tools/call", "{\"name\":\"" + tool + "\",\"arguments\":" + arguments + "}");
    }

    private static String asked(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}";
    }

    private static HttpResponse<byte[]> post(String body, String... more) {
        List<String> headers = new ArrayList<>(List.of(more));
        headers.addAll(List.of("Authorization", "Bearer " + key, "Accept", "application/json, text/event-stream"));
        return served.post("/mcp", body.getBytes(StandardCharsets.UTF_8), headers.toArray(String[]::new));
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        return StdioSession.JSON.readTree(answer.body());
    }

    @Test
    void anAnalystGetsTheVerdict() {
        HttpResponse<byte[]> answer = post(ASSESS);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer)
                        .at("/result/structuredContent/verdict/likelihood/percent")
                        .asDouble())
                .isEqualTo(
                        Shipped.assess("status-quo-2025").verdict().likelihood().value());
        assertThat(answer.headers().firstValue("X-Rules-Digest")).isPresent();
    }

    @Test
    void thereIsNoStreamAndNoSession() {
        assertThat(served.send(served.to("/mcp").GET().header("Authorization", "Bearer " + key))
                        .statusCode())
                .isEqualTo(405);
        HttpResponse<byte[]> first = post(
                asked(
                        "initialize",
                        "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"x\",\"version\":\"1\"}}"));
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Mcp-Session-Id")).isEmpty();
        assertThat(json(first).get("result").get("protocolVersion").asString()).isEqualTo("2025-11-25");
        HttpResponse<byte[]> notice = post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        assertThat(notice.statusCode()).isEqualTo(202);
        assertThat(notice.body()).isEmpty();
        assertThat(post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}")
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void pagesOfOtherSitesAndOtherHostsAreRefused() {
        assertThat(post(ASSESS, "Origin", "https://evil.example").statusCode()).isEqualTo(403);
        assertThat(served.ask("POST", "/mcp", ASSESS, "Host: evil.example", "Content-Type: application/json")
                        .status())
                .isEqualTo(421);
        assertThat(post(ASSESS, "Origin", "http://127.0.0.1:" + served.port()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatIsNoMessageIsRefused() {
        for (String body : List.of("{", "[" + ASSESS + "]", "null", "{\"jsonrpc\":\"2.0\"}")) {
            HttpResponse<byte[]> answer = post(body);
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(json(answer).get("error").get("code").asInt()).as(body).isIn(-32700, -32600);
            assertThat(json(answer).get("id").isNull()).as(body).isTrue();
        }
        assertThat(post(ASSESS, "MCP-Protocol-Version", "1999-01-01").statusCode())
                .isEqualTo(400);
        assertThat(post(ASSESS, "MCP-Protocol-Version", "2025-06-18").statusCode())
                .isEqualTo(200);
        assertThat(post(" ".repeat(2 << 20) + ASSESS).statusCode()).isEqualTo(413);
        assertThat(json(post(call("nothing", "{}"))).get("error").get("code").asInt())
                .isEqualTo(-32602);
    }

    @Test
    void evaluationsAreAdmittedByTheirCost() throws Exception {
        EvaluationExecutor evaluations = served.bean(EvaluationExecutor.class);
        int heavy = 0;
        while (!evaluations.isFull(Cost.HEAVY, Caller.SERVICE)) {
            evaluations.admit(Cost.HEAVY, Caller.SERVICE);
            heavy++;
        }
        try {
            HttpResponse<byte[]> answer = post(FLIP);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(post(ASSESS).statusCode()).isEqualTo(200);
            assertThat(post(asked("tools/list", "{}")).statusCode())
                    .as("lists need no capacity")
                    .isEqualTo(200);
        } finally {
            for (int i = 0; i < heavy; i++) {
                evaluations.release(Cost.HEAVY, Caller.SERVICE);
            }
        }
        assertThat(post(FLIP).statusCode()).isEqualTo(200);
        Await.holds("idle", () -> evaluations.admitted(Cost.HEAVY) + evaluations.admitted(Cost.LIGHT) == 0);
    }

    @Test
    void storedScenariosAreNamedByIdToo() {
        String own = "{\"id\":\"own-one\",\"title\":\"Own one\",\"extends\":\"status-quo-2025\",\"readings\":{}}";
        assertThat(served.send(served.to("/api/v1/scenarios/own-one")
                                .PUT(BodyPublishers.ofString(own))
                                .header("Content-Type", "application/json")
                                .header("If-None-Match", "*")
                                .header("Authorization", "Bearer " + key))
                        .statusCode())
                .isEqualTo(201);
        assertThat(post(call("list_scenarios", "{}")).body())
                .asString(StandardCharsets.UTF_8)
                .contains("own-one");
        JsonNode result =
                json(post(call("assess", "{\"scenario\":\"own-one\"}"))).get("result");
        assertThat(StdioSession.text(result))
                .startsWith("Scenario “Own one” (own-one)")
                .contains("./entente assess FILE");
        assertThat(post(asked("resources/read", "{\"uri\":\"entente://scenarios/own-one\"}"))
                        .body())
                .asString(StandardCharsets.UTF_8)
                .contains("Own one");
    }

    @Test
    void clientsAtTheSameTimeGetTheSame() throws Exception {
        String alone = new String(post(ASSESS).body(), StandardCharsets.UTF_8);
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String call = i % 2 == 0 ? ASSESS : FLIP;
            calls.add(() -> new String(post(call).body(), StandardCharsets.UTF_8));
        }
        assertThat(Concurrently.run(calls).stream().filter(body -> body.contains("Strongest findings")))
                .hasSize(4)
                .containsOnly(alone);
    }

    @Test
    void callsWriteNoFile() throws IOException {
        List<Path> folders = List.of(Path.of("rules"), Path.of("scenarios"), Path.of("src"), folder);
        Map<Path, Long> before = sizes(folders);
        for (String call : List.of(
                ASSESS,
                FLIP,
                call("brief", "{\"scenario\":\"status-quo-2025\"}"),
                call("validate_scenario", "{\"scenario\":{\"id\":\"written\",\"title\":\"x\",\"readings\":{}}}"),
                call("series", "{}"))) {
            assertThat(post(call).statusCode()).isEqualTo(200);
        }
        assertThat(sizes(folders)).isEqualTo(before);
    }

    /** Of all files but those of the database, which keeps its own. */
    private static Map<Path, Long> sizes(List<Path> folders) throws IOException {
        Map<Path, Long> sizes = new TreeMap<>();
        for (Path one : folders) {
            try (Stream<Path> files = Files.walk(one)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    sizes.put(file, file.toString().contains("archive") ? 0 : Files.size(file));
                }
            }
        }
        return sizes;
    }

    @Test
    void theLogNamesTheRequestAndNotItsContent() {
        post(call("assess", "{\"scenario\":{\"id\":\"secret-id\",\"title\":\"Secret title\",\"readings\":{}}}"));
        assertThat(served.logged()).doesNotContain("Secret title");
    }
}
