package entente.service.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.keys.Role;
import entente.testkit.Answer;
import entente.testkit.Await;
import entente.testkit.Occupied;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The endpoint of assistants passes the same gates as every other; who may call it is in {@code EndpointPermissionsIT}. */
@Timeout(300)
class McpOverHttpIT {

    private static final String ASSESS = call("assess", "{\"scenario\":\"status-quo-2025\"}");
    private static final String FLIP = call("find_flips", "{\"scenario\":\"status-quo-2025\",\"up\":true}");

    /** Of its own: the start of another service ends the log of those before. */
    @RegisterExtension
    static final RunningService SERVICE = RunningService.startWithKeys();

    private static final String KEY = RunningService.key(Role.ANALYST);

    private static String call(String tool, String arguments) {
        return asked("tools/call", "{\"name\":\"" + tool + "\",\"arguments\":" + arguments + "}");
    }

    private static String asked(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}";
    }

    private static Answer post(String body, String... more) {
        List<String> headers = new ArrayList<>(List.of(more));
        headers.addAll(List.of("Authorization", "Bearer " + KEY, "Accept", "application/json, text/event-stream"));
        return SERVICE.post("/mcp", body, headers.toArray(String[]::new));
    }

    private static JsonNode json(Answer answer) {
        assertThat(answer.one("Content-Type")).isEqualTo("application/json");
        return answer.json();
    }

    @Test
    void anAnalystGetsTheVerdict() {
        Answer answer = post(ASSESS).expect(200);
        assertThat(json(answer)
                        .at("/result/structuredContent/verdict/likelihood/percent")
                        .asDouble())
                .isEqualTo(
                        Shipped.assess("status-quo-2025").verdict().likelihood().value());
        assertThat(answer.all("X-Rules-Digest")).isNotEmpty();
    }

    @Test
    void thereIsNoStreamAndNoSession() {
        SERVICE.send(SERVICE.to("/mcp").GET().header("Authorization", "Bearer " + KEY))
                .expect(405);
        Answer first = post(asked(
                        "initialize",
                        "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"x\",\"version\":\"1\"}}"))
                .expect(200);
        assertThat(first.all("Mcp-Session-Id")).isEmpty();
        assertThat(json(first).get("result").get("protocolVersion").asString()).isEqualTo("2025-11-25");
        Answer notice = post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}")
                .expect(202);
        assertThat(notice.body()).isEmpty();
        post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}")
                .expect(202);
    }

    @Test
    void pagesOfOtherSitesAndOtherHostsAreRefused() {
        post(ASSESS, "Origin", "https://evil.example").expect(403);
        SERVICE.ask("POST", "/mcp", ASSESS, "Host: evil.example", "Content-Type: application/json")
                .expect(421);
        post(ASSESS, "Origin", "http://127.0.0.1:" + SERVICE.port()).expect(200);
    }

    @Test
    void whatIsNoMessageIsRefused() {
        for (String body : List.of("{", "[" + ASSESS + "]", "null", "{\"jsonrpc\":\"2.0\"}")) {
            Answer answer = post(body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(json(answer).get("error").get("code").asInt()).as(body).isIn(-32700, -32600);
            assertThat(json(answer).get("id").isNull()).as(body).isTrue();
        }
        post(ASSESS, "MCP-Protocol-Version", "1999-01-01").expect(400);
        post(ASSESS, "MCP-Protocol-Version", "2025-06-18").expect(200);
        post(" ".repeat(2 << 20) + ASSESS).expect(413);
        assertThat(json(post(call("nothing", "{}"))).get("error").get("code").asInt())
                .isEqualTo(-32602);
    }

    @Test
    void evaluationsAreAdmittedByTheirCost() throws Exception {
        EvaluationExecutor evaluations = SERVICE.bean(EvaluationExecutor.class);
        try (Occupied heavy = new Occupied(SERVICE, Cost.HEAVY)) {
            assertThat(heavy.admitted()).isPositive();
            Answer answer = post(FLIP).expect(503);
            assertThat(answer.all("Retry-After")).isNotEmpty();
            assertThat(answer.one("Content-Type")).isEqualTo("application/problem+json");
            post(ASSESS).expect(200);
            assertThat(post(asked("tools/list", "{}")).status())
                    .as("lists need no capacity")
                    .isEqualTo(200);
        }
        post(FLIP).expect(200);
        Await.holds("idle", () -> evaluations.admitted(Cost.HEAVY) + evaluations.admitted(Cost.LIGHT) == 0);
    }

    @Test
    void storedScenariosAreNamedByIdToo() {
        String own = "{\"id\":\"own-one\",\"title\":\"Own one\",\"extends\":\"status-quo-2025\",\"readings\":{}}";
        String json = "Content-Type: application/json";
        String bearer = "Authorization: Bearer " + KEY;
        SERVICE.ask("PUT", "/api/v1/scenarios/own-one", own, json, bearer, "If-None-Match: *")
                .expect(201);
        assertThat(post(call("list_scenarios", "{}")).text()).contains("own-one");
        JsonNode result =
                json(post(call("assess", "{\"scenario\":\"own-one\"}"))).get("result");
        assertThat(StdioSession.text(result))
                .startsWith("Scenario “Own one” (own-one)")
                .contains("./entente assess FILE");
        assertThat(post(asked("resources/read", "{\"uri\":\"entente://scenarios/own-one\"}"))
                        .text())
                .contains("Own one");
    }

    @Test
    void callsWriteNoFile() throws IOException {
        List<Path> folders = List.of(Path.of("rules"), Path.of("scenarios"), Path.of("src"));
        Map<Path, Long> before = sizes(folders);
        for (String call : List.of(
                ASSESS,
                FLIP,
                call("brief", "{\"scenario\":\"status-quo-2025\"}"),
                call("validate_scenario", "{\"scenario\":{\"id\":\"written\",\"title\":\"x\",\"readings\":{}}}"),
                call("series", "{}"))) {
            post(call).expect(200);
        }
        assertThat(sizes(folders)).isEqualTo(before);
    }

    private static Map<Path, Long> sizes(List<Path> folders) throws IOException {
        Map<Path, Long> sizes = new TreeMap<>();
        for (Path one : folders) {
            try (Stream<Path> files = Files.walk(one)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    sizes.put(file, Files.size(file));
                }
            }
        }
        return sizes;
    }

    @Test
    void theLogNamesTheRequestAndNotItsContent() {
        post(call("assess", "{\"scenario\":{\"id\":\"secret-id\",\"title\":\"Secret title\",\"readings\":{}}}"));
        assertThat(SERVICE.logged()).doesNotContain("Secret title");
    }
}
