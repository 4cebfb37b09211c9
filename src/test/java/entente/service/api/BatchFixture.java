package entente.service.api;

import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Service, scenarios and conversions of the batch tests. */
abstract class BatchFixture {

    static final RunningService SERVICE = RunningService.shared();
    static final String PATH = "/api/v1/assessments:batch";
    static final JsonMapper MAPPER = new JsonMapper();
    static final List<String> IDS = List.of("baseline-2018", "taiwan-war", "status-quo-2025");

    /** In one line. */
    static String scenario(String id) {
        return new String(Shipped.bytes(Shipped.SCENARIOS.resolve(id + ".json")), StandardCharsets.UTF_8)
                .replace("\n", " ");
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static JsonNode tree(HttpResponse<byte[]> response) {
        return MAPPER.readTree(response.body());
    }
}
