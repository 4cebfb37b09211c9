package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stored scenarios are listed beside the shipped ones, and concurrent changes are not lost. */
@Timeout(120)
class ScenarioControllerIT {

    private static final RunningService SERVICE = RunningService.shared();
    private static final String PATH = "/api/v1/scenarios";
    private static final JsonMapper MAPPER = new JsonMapper();

    private final String id = "put-" + UUID.randomUUID().toString().substring(0, 13);

    private String scenario(String title) {
        return "{\"id\": \"" + id + "\", \"title\": \"" + title
                + "\", \"extends\": \"baseline-2018\", \"readings\": {\"political_will_to_ally\": 3}}";
    }

    private HttpResponse<byte[]> put(String body, String... headers) {
        HttpRequest.Builder request = SERVICE.to(PATH + "/" + id)
                .PUT(BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        return SERVICE.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static String etag(HttpResponse<byte[]> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    @Test
    void changesRequireTheCurrentETag() {
        HttpResponse<byte[]> first = put(scenario("One"), "If-None-Match", "*");
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("Location")).contains(PATH + "/" + id);
        assertThat(put(scenario("Two"), "If-None-Match", "*").statusCode()).isEqualTo(412);
        HttpResponse<byte[]> second = put(scenario("Two"), "If-Match", etag(first));
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(MAPPER.readTree(second.body()).get("version").asInt()).isEqualTo(2);
        HttpResponse<byte[]> now = SERVICE.get(PATH + "/" + id);
        assertThat(text(now)).isEqualTo(scenario("Two"));
        assertThat(etag(now)).isEqualTo(etag(second));
        HttpRequest.Builder delete = SERVICE.to(PATH + "/" + id).DELETE();
        assertThat(SERVICE.send(delete.copy().header("If-Match", etag(first))).statusCode())
                .isEqualTo(412);
        HttpResponse<byte[]> deleted = SERVICE.send(delete.header("If-Match", etag(second)));
        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        assertThat(SERVICE.get(PATH + "/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void invalidScenarioIsNotStored() {
        assertThat(put(scenario("One").replace("political", "polical"), "If-None-Match", "*")
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<byte[]> other = put(scenario("One").replace(id, "another"), "If-None-Match", "*");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(text(other)).contains("\"#/id\"", "\"OTHER_ID\"");
        assertThat(SERVICE.get(PATH + "/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void shippedScenariosAreReadOnly() {
        byte[] shipped = Shipped.bytes(Shipped.SCENARIOS.resolve("taiwan-war.json"));
        HttpResponse<byte[]> got = SERVICE.get(PATH + "/taiwan-war");
        assertThat(got.body()).isEqualTo(shipped);
        HttpRequest.Builder put = SERVICE.to(PATH + "/taiwan-war")
                .PUT(BodyPublishers.ofByteArray(shipped))
                .header("Content-Type", "application/json")
                .header("If-Match", etag(got));
        assertThat(SERVICE.send(put).statusCode()).isEqualTo(409);
        assertThat(SERVICE.send(SERVICE.to(PATH + "/taiwan-war").DELETE().header("If-Match", etag(got)))
                        .statusCode())
                .isEqualTo(409);
    }

    /** Ids are looked up and never used as file names. */
    @Test
    void idsAreNotUsedAsFileNames() {
        for (String other : List.of(
                "..%252Frules%252Findicators", "scenario.schema", "taiwan-war.json", "TAIWAN-WAR", "con", "-", ".")) {
            assertThat(SERVICE.get(PATH + "/" + other).statusCode()).as(other).isIn(400, 404);
        }
    }

    @Test
    void listIsPaginated() {
        put(scenario("A title"), "If-None-Match", "*");
        List<String> ids = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = MAPPER.readTree(SERVICE.get(PATH + "?limit=5" + (next.isEmpty() ? "" : "&after=" + next))
                    .body());
            page.get("scenarios").forEach(entry -> {
                ids.add(entry.get("id").asString());
                if (entry.get("id").asString().equals(id)) {
                    assertThat(entry.get("title").asString()).isEqualTo("A title");
                    assertThat(entry.get("origin").asString()).isEqualTo("STORED");
                    assertThat(entry.get("asOf").asString()).isEqualTo("2018-12-31");
                }
            });
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        assertThat(ids)
                .contains(id)
                .containsAll(Shipped.scenarioIds())
                .isSorted()
                .doesNotHaveDuplicates();
    }
}
