package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.archive.Archive;
import entente.service.archive.Archive.ArchiveFilter;
import entente.service.archive.Database;
import entente.service.rulebook.ActiveRuleBook;
import entente.service.rulebook.ChangedRuleBook;
import entente.service.rulebook.RuleBookSnapshot;
import entente.testkit.HttpWire;
import entente.testkit.Invocation;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A request with an Idempotency-Key is executed once, and repeated requests get the same answer. */
@Timeout(120)
class IdempotencyIT {

    private static final RunningService SERVICE = RunningService.shared();
    private static final String PATH = "/api/v1/assessments";
    private static final String KEY = "Idempotency-Key";

    private static byte[] scenario(String id) {
        return new String(Shipped.bytes(Invocation.BASELINE), StandardCharsets.UTF_8)
                .replace("\"id\": \"baseline-2018\"", "\"id\": \"" + id + "\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String newId() {
        return "once-" + UUID.randomUUID();
    }

    private static int storedCount(String scenario) {
        return SERVICE.bean(Archive.class)
                .list(ArchiveFilter.newest(100).withScenario(Optional.of(scenario)))
                .entries()
                .size();
    }

    private static String header(HttpResponse<byte[]> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void repeatedRequestIsExecutedOnce() {
        String id = newId();
        HttpResponse<byte[]> first = SERVICE.post(PATH, scenario(id), KEY, id);
        HttpResponse<byte[]> second = SERVICE.post(PATH, scenario(id), KEY, id);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(header(first, "Idempotency-Replayed")).isEmpty();
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(header(second, "Idempotency-Replayed")).isEqualTo("true");
        for (String name : List.of("Location", "ETag", "Content-Type", "X-Rules-Digest", "X-Engine-Version")) {
            assertThat(second.headers().allValues(name))
                    .hasSize(1)
                    .isEqualTo(first.headers().allValues(name));
        }
        assertThat(storedCount(id)).isEqualTo(1);
    }

    @Test
    void keyReusedForAnotherRequestGets422() {
        String id = newId();
        assertThat(SERVICE.post(PATH, scenario(id), KEY, id).statusCode()).isEqualTo(201);
        assertThat(SERVICE.post(PATH, scenario(id + "-2"), KEY, id).statusCode())
                .isEqualTo(422);
        assertThat(SERVICE.post(PATH + "?scale=phia", scenario(id), KEY, id).statusCode())
                .isEqualTo(422);
        assertThat(SERVICE.post(PATH, scenario(id), KEY, id, "Accept", "text/html")
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<byte[]> elsewhere = SERVICE.postLines(PATH + ":batch", "{}", KEY, id);
        assertThat(elsewhere.statusCode()).isEqualTo(422);
        assertThat(new String(elsewhere.body(), StandardCharsets.UTF_8))
                .contains("\"/problems/idempotency-key-reused\"");
        assertThat(storedCount(id)).isEqualTo(1);
    }

    @Test
    void replayNamesTheRuleBookOfTheFirstAnswer() {
        String id = newId();
        HttpResponse<byte[]> first = SERVICE.post(PATH, scenario(id), KEY, id);
        ActiveRuleBook activeRuleBook = SERVICE.bean(ActiveRuleBook.class);
        RuleBookSnapshot before = activeRuleBook.current();
        ChangedRuleBook.putInForce(activeRuleBook, ChangedRuleBook.of("9.9.9", "0".repeat(64)));
        try {
            HttpResponse<byte[]> second = SERVICE.post(PATH, scenario(id), KEY, id);
            assertThat(header(SERVICE.get("/api/v1/rules"), "X-Rules-Version")).isEqualTo("9.9.9");
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(second.headers().allValues("X-Rules-Digest"))
                    .containsExactly(before.book().sha256());
            assertThat(second.headers().allValues("X-Rules-Version"))
                    .containsExactly(before.book().version());
        } finally {
            ChangedRuleBook.putInForce(activeRuleBook, before);
        }
    }

    /** A repetition has the same answer anyway. */
    @Test
    void keyOfARequestThatStoresNothingIsIgnored() {
        String id = newId();
        Database database = SERVICE.bean(Database.class);
        Supplier<List<String>> keys = () -> database.read(() -> database.sql()
                .sql("select idempotency_key from idempotent_response where idempotency_key = ?")
                .param(id)
                .query(String.class)
                .list());
        for (String path : List.of(
                PATH + "?keep=false",
                "/api/v1/validations",
                "/api/v1/sensitivities",
                "/api/v1/explorations",
                "/api/v1/briefings",
                "/api/v1/sheets")) {
            HttpResponse<byte[]> first = SERVICE.post(path, scenario(id), KEY, id, "Accept", "*/*");
            assertThat(first.statusCode()).as(path).isEqualTo(200);
            HttpResponse<byte[]> again = SERVICE.post(path, scenario(id), KEY, id, "Accept", "*/*");
            assertThat(header(again, "Idempotency-Replayed")).isEmpty();
            assertThat(again.body()).as(path).isEqualTo(first.body());
        }
        assertThat(SERVICE.postLines(PATH + ":batch?keep=false", "{}", KEY, id).statusCode())
                .isEqualTo(200);
        assertThat(keys.get()).isEmpty();
        assertThat(SERVICE.post(PATH, scenario(id), KEY, id).statusCode()).isEqualTo(201);
        assertThat(keys.get()).containsExactly(id);
    }

    @Test
    void invalidKeyGets400() {
        for (String invalid : List.of("", "x".repeat(256))) {
            HttpWire.Answer answer = HttpWire.send(
                    SERVICE.port(),
                    "POST /api/v1/assessments HTTP/1.1\nHost: localhost\nContent-Type: application/json\n" + KEY + ": "
                            + invalid + "\nConnection: close\nContent-Length: 2\n",
                    "{}".getBytes(StandardCharsets.UTF_8));
            assertThat(answer.status()).as("[" + invalid + "]").isEqualTo(400);
            assertThat(answer.text()).contains("\"/problems/idempotency-key-invalid\"");
        }
        assertThat(SERVICE.post(PATH, scenario(newId()), KEY, "a", KEY, "b").statusCode())
                .isEqualTo(400);
        assertThat(SERVICE.post(PATH, scenario(newId()), KEY, newId() + "x".repeat(200))
                        .statusCode())
                .isEqualTo(201);
    }
}
