package entente.service.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.admission.Caller;
import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.keys.Key;
import entente.service.keys.KeyFile;
import entente.service.keys.KeyFile.KeyEntry;
import entente.service.keys.KeyStore;
import entente.service.keys.Role;
import entente.testkit.Concurrently;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumMap;
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

/** The endpoint of assistants passes the same gates as every other. */
@Timeout(300)
class McpOverHttpIT {

    private static final Map<Role, Key> KEYS = new EnumMap<>(Role.class);
    private static final String ASSESS = call("assess", "{\"scenario\":\"status-quo-2025\"}");
    private static final String FLIP = call("find_flips", "{\"scenario\":\"status-quo-2025\",\"up\":true}");

    @TempDir
    private static Path folder;

    private static RunningService served;

    @BeforeAll
    static void start() throws IOException {
        KeyFile file = KeyFile.EMPTY;
        for (Role role : Role.values()) {
            KEYS.put(role, Key.generate(new SecureRandom()));
            file = file.with(new KeyEntry(role.word(), role, KEYS.get(role).digest()));
        }
        new KeyStore(folder.resolve("keys")).write(file);
        served = RunningService.start(Map.of(
                "entente.access.keys",
                folder.resolve("keys").toString(),
                "entente.archive.url",
                folder.resolve("archive").toString()));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static String call(String tool, String arguments) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":" + arguments + "}}";
    }

    private static HttpResponse<byte[]> post(Role role, String body, String... more) {
        String[] headers = Stream.concat(
                        Stream.of(
                                "Authorization",
                                "Bearer " + KEYS.get(role).reveal(),
                                "Accept",
                                "application/json, text/event-stream"),
                        Stream.of(more))
                .toArray(String[]::new);
        return served.post("/mcp", body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        return StdioSession.JSON.readTree(answer.body());
    }

    @Test
    void aKeyIsRequired() {
        HttpResponse<byte[]> answer = served.post("/mcp", ASSESS.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(served.post("/mcp", ASSESS.getBytes(StandardCharsets.UTF_8), "Authorization", "Bearer ent_wrong")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void whatEvaluatesIsForAnalysts() {
        assertThat(post(Role.READER, ASSESS).statusCode()).isEqualTo(403);
        HttpResponse<byte[]> answer = post(Role.ANALYST, ASSESS);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer)
                        .get("result")
                        .get("structuredContent")
                        .get("verdict")
                        .get("likelihood")
                        .get("percent")
                        .asDouble())
                .isEqualTo(
                        Shipped.assess("status-quo-2025").verdict().likelihood().value());
        assertThat(answer.headers().firstValue("X-Rules-Digest")).isPresent();
        assertThat(post(Role.OPERATOR, ASSESS).statusCode()).isEqualTo(200);
    }

    @Test
    void thereIsNoStreamAndNoSession() {
        assertThat(served.send(served.to("/mcp")
                                .GET()
                                .header(
                                        "Authorization",
                                        "Bearer " + KEYS.get(Role.ANALYST).reveal()))
                        .statusCode())
                .isEqualTo(405);
        HttpResponse<byte[]> first = post(
                Role.ANALYST,
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-11-25\","
                        + "\"capabilities\":{},\"clientInfo\":{\"name\":\"x\",\"version\":\"1\"}}}");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Mcp-Session-Id")).isEmpty();
        assertThat(json(first).get("result").get("protocolVersion").asString()).isEqualTo("2025-11-25");
        HttpResponse<byte[]> notice =
                post(Role.ANALYST, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        assertThat(notice.statusCode()).isEqualTo(202);
        assertThat(notice.body()).isEmpty();
        assertThat(post(
                                Role.ANALYST,
                                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}")
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void pagesOfOtherSitesAndOtherHostsAreRefused() {
        assertThat(post(Role.ANALYST, ASSESS, "Origin", "https://evil.example").statusCode())
                .isEqualTo(403);
        assertThat(served.ask("POST", "/mcp", ASSESS, "Host: evil.example", "Content-Type: application/json")
                        .status())
                .isEqualTo(421);
        assertThat(post(Role.ANALYST, ASSESS, "Origin", "http://127.0.0.1:" + served.port())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatIsNoMessageIsRefused() {
        for (String body : List.of("{", "[" + ASSESS + "]", "null", "{\"jsonrpc\":\"2.0\"}")) {
            HttpResponse<byte[]> answer = post(Role.ANALYST, body);
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(json(answer).get("error").get("code").asInt()).as(body).isIn(-32700, -32600);
            assertThat(json(answer).get("id").isNull()).as(body).isTrue();
        }
        assertThat(post(Role.ANALYST, ASSESS, "MCP-Protocol-Version", "1999-01-01")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(Role.ANALYST, ASSESS, "MCP-Protocol-Version", "2025-06-18")
                        .statusCode())
                .isEqualTo(200);
        assertThat(post(Role.ANALYST, " ".repeat(2 << 20) + ASSESS).statusCode())
                .isEqualTo(413);
        assertThat(json(post(Role.ANALYST, call("nothing", "{}")))
                        .get("error")
                        .get("code")
                        .asInt())
                .isEqualTo(-32602);
    }

    @Test
    void evaluationsAreAdmittedByTheirCost() throws InterruptedException {
        EvaluationExecutor evaluations = served.bean(EvaluationExecutor.class);
        int heavy = 0;
        while (!evaluations.isFull(Cost.HEAVY, Caller.SERVICE)) {
            evaluations.admit(Cost.HEAVY, Caller.SERVICE);
            heavy++;
        }
        try {
            HttpResponse<byte[]> answer = post(Role.ANALYST, FLIP);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(post(Role.ANALYST, ASSESS).statusCode()).isEqualTo(200);
            assertThat(post(Role.ANALYST, "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}")
                            .statusCode())
                    .as("lists need no capacity")
                    .isEqualTo(200);
        } finally {
            for (int i = 0; i < heavy; i++) {
                evaluations.release(Cost.HEAVY, Caller.SERVICE);
            }
        }
        assertThat(post(Role.ANALYST, FLIP).statusCode()).isEqualTo(200);
        while (evaluations.admitted(Cost.HEAVY) + evaluations.admitted(Cost.LIGHT) > 0) {
            Thread.sleep(5);
        }
    }

    @Test
    void storedScenariosAreNamedByIdToo() {
        String own = "{\"id\":\"own-one\",\"title\":\"Own one\",\"extends\":\"status-quo-2025\",\"readings\":{}}";
        assertThat(served.send(served.to("/api/v1/scenarios/own-one")
                                .PUT(BodyPublishers.ofString(own))
                                .header("Content-Type", "application/json")
                                .header("If-None-Match", "*")
                                .header(
                                        "Authorization",
                                        "Bearer " + KEYS.get(Role.ANALYST).reveal()))
                        .statusCode())
                .isEqualTo(201);
        assertThat(post(Role.ANALYST, call("list_scenarios", "{}")).body())
                .asString(StandardCharsets.UTF_8)
                .contains("own-one");
        JsonNode result = json(post(Role.ANALYST, call("assess", "{\"scenario\":\"own-one\"}")))
                .get("result");
        assertThat(StdioSession.text(result))
                .startsWith("Scenario “Own one” (own-one)")
                .contains("./entente assess FILE");
        assertThat(post(
                                Role.ANALYST,
                                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/read\",\"params\":{\"uri\":\"entente://scenarios/own-one\"}}")
                        .body())
                .asString(StandardCharsets.UTF_8)
                .contains("Own one");
    }

    @Test
    void clientsAtTheSameTimeGetTheSame() throws Exception {
        String alone = new String(post(Role.ANALYST, ASSESS).body(), StandardCharsets.UTF_8);
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String call = i % 2 == 0 ? ASSESS : FLIP;
            calls.add(() -> new String(post(Role.ANALYST, call).body(), StandardCharsets.UTF_8));
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
            assertThat(post(Role.ANALYST, call).statusCode()).isEqualTo(200);
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
        post(
                Role.ANALYST,
                call("assess", "{\"scenario\":{\"id\":\"secret-id\",\"title\":\"Secret title\",\"readings\":{}}}"));
        assertThat(served.logged()).doesNotContain("Secret title");
    }
}
