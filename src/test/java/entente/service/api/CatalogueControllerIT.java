package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import entente.report.json.ResultDocuments;
import entente.testkit.Invocation;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Indicators, rules and schemas over HTTP equal the command line's output. */
@Timeout(120)
class CatalogueControllerIT {

    private static final RunningService SERVICE = RunningService.shared();
    private static final JsonMapper MAPPER = new JsonMapper();

    @Test
    void indicatorsAndRulesAndSchemas() {
        assertThat(got("/indicators"))
                .isEqualTo(Invocation.of("scenario", "indicators", "--format", "json")
                        .out());
        for (String name : Stream.concat(Stream.of("scenario", "case"), ResultDocuments.names().stream())
                .toList()) {
            assertThat(got("/schemas/" + name))
                    .isEqualTo(Invocation.of("scenario", "schema", name).out());
        }
        JsonNode book = MAPPER.readTree(got("/rules"));
        assertThat(book.get("rules"))
                .isEqualTo(MAPPER.readTree(
                        Invocation.of("rules", "list", "--format", "json").out()));
        assertThat(book.get("sha256").asString()).isEqualTo(Shipped.BOOK.book().sha256());
        assertThat(book.get("stale").asBoolean()).isFalse();
    }

    private static String got(String path) {
        return SERVICE.get("/api/v1" + path).text();
    }
}
