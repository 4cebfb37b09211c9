package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Answer;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
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

    private Answer put(String body, String... headers) {
        HttpRequest.Builder request = SERVICE.to(PATH + "/" + id)
                .PUT(BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        return SERVICE.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static String etag(Answer response) {
        return response.one("ETag");
    }

    @Test
    void changesRequireTheCurrentETag() {
        Answer first = put(scenario("One"), "If-None-Match", "*").expect(201);
        assertThat(first.one("Location")).isEqualTo(PATH + "/" + id);
        put(scenario("Two"), "If-None-Match", "*").expect(412);
        Answer second = put(scenario("Two"), "If-Match", etag(first)).expect(200);
        assertThat(second.at("/version").asInt()).isEqualTo(2);
        Answer now = SERVICE.get(PATH + "/" + id);
        assertThat(now.text()).isEqualTo(scenario("Two"));
        assertThat(etag(now)).isEqualTo(etag(second));
        HttpRequest.Builder delete = SERVICE.to(PATH + "/" + id).DELETE();
        SERVICE.send(delete.copy().header("If-Match", etag(first))).expect(412);
        Answer deleted = SERVICE.send(delete.header("If-Match", etag(second))).expect(204);
        assertThat(deleted.body()).isEmpty();
        SERVICE.get(PATH + "/" + id).expect(404);
    }

    @Test
    void invalidScenarioIsNotStored() {
        put(scenario("One").replace("political", "polical"), "If-None-Match", "*")
                .expect(422);
        Answer other = put(scenario("One").replace(id, "another"), "If-None-Match", "*")
                .expect(422);
        assertThat(other.text()).contains("\"#/id\"", "\"OTHER_ID\"");
        SERVICE.get(PATH + "/" + id).expect(404);
    }

    @Test
    void shippedScenariosAreReadOnly() {
        byte[] shipped = Shipped.bytes(Shipped.SCENARIOS.resolve("taiwan-war.json"));
        Answer got = SERVICE.get(PATH + "/taiwan-war");
        assertThat(got.body()).isEqualTo(shipped);
        HttpRequest.Builder put = SERVICE.to(PATH + "/taiwan-war")
                .PUT(BodyPublishers.ofByteArray(shipped))
                .header("Content-Type", "application/json")
                .header("If-Match", etag(got));
        SERVICE.send(put).expect(409);
        SERVICE.send(SERVICE.to(PATH + "/taiwan-war").DELETE().header("If-Match", etag(got)))
                .expect(409);
    }

    /** Ids are looked up and never used as file names. */
    @Test
    void idsAreNotUsedAsFileNames() {
        for (String other : List.of(
                "..%252Frules%252Findicators", "scenario.schema", "taiwan-war.json", "TAIWAN-WAR", "con", "-", ".")) {
            assertThat(SERVICE.get(PATH + "/" + other).status()).as(other).isIn(400, 404);
        }
    }

    @Test
    void listIsPaginated() {
        put(scenario("A title"), "If-None-Match", "*");
        List<String> ids = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = SERVICE.get(PATH + "?limit=5" + (next.isEmpty() ? "" : "&after=" + next))
                    .json();
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
