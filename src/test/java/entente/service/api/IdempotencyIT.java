package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.archive.Archive;
import entente.service.archive.Archive.ArchiveFilter;
import entente.service.rulebook.ActiveRuleBook;
import entente.service.rulebook.ChangedRuleBook;
import entente.service.rulebook.RuleBookSnapshot;
import entente.testkit.Answer;
import entente.testkit.RunningService;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A request with an Idempotency-Key is executed once, and repeated requests get the same answer. */
@Timeout(120)
class IdempotencyIT {

    private static final RunningService SERVICE = RunningService.shared();
    private static final String PATH = "/api/v1/assessments";
    private static final String KEY = "Idempotency-Key";

    private static String scenario(String id) {
        return "{\"id\": \"" + id + "\", \"title\": \"Once\", \"extends\": \"baseline-2018\", \"readings\": {}}";
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

    @Test
    void repeatedRequestIsExecutedOnce() {
        String id = newId();
        Answer first = SERVICE.post(PATH, scenario(id), KEY, id);
        Answer second = SERVICE.post(PATH, scenario(id), KEY, id);
        first.expect(201);
        assertThat(first.all("Idempotency-Replayed")).isEmpty();
        second.expect(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.one("Idempotency-Replayed")).isEqualTo("true");
        for (String name : List.of("Location", "ETag", "Content-Type", "X-Rules-Digest", "X-Engine-Version")) {
            assertThat(second.all(name)).hasSize(1).isEqualTo(first.all(name));
        }
        assertThat(storedCount(id)).isEqualTo(1);
    }

    @Test
    void keyReusedForAnotherRequestGets422() {
        String id = newId();
        SERVICE.post(PATH, scenario(id), KEY, id).expect(201);
        SERVICE.post(PATH, scenario(id + "-2"), KEY, id).expect(422);
        SERVICE.post(PATH + "?scale=phia", scenario(id), KEY, id).expect(422);
        SERVICE.post(PATH, scenario(id), KEY, id, "Accept", "text/html").expect(422);
        Answer elsewhere = SERVICE.postLines(PATH + ":batch", "{}", KEY, id).expect(422);
        assertThat(elsewhere.text()).contains("\"/problems/idempotency-key-reused\"");
        assertThat(storedCount(id)).isEqualTo(1);
    }

    @Test
    void replayNamesTheRuleBookOfTheFirstAnswer() {
        String id = newId();
        Answer first = SERVICE.post(PATH, scenario(id), KEY, id);
        ActiveRuleBook activeRuleBook = SERVICE.bean(ActiveRuleBook.class);
        RuleBookSnapshot before = activeRuleBook.current();
        ChangedRuleBook.putInForce(activeRuleBook, ChangedRuleBook.of("9.9.9", "0".repeat(64)));
        try {
            Answer second = SERVICE.post(PATH, scenario(id), KEY, id);
            assertThat(SERVICE.get("/api/v1/rules").one("X-Rules-Version")).isEqualTo("9.9.9");
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(second.all("X-Rules-Digest"))
                    .containsExactly(before.book().sha256());
            assertThat(second.all("X-Rules-Version"))
                    .containsExactly(before.book().version());
        } finally {
            ChangedRuleBook.putInForce(activeRuleBook, before);
        }
    }

    /** A repetition has the same answer anyway. */
    @Test
    void keyOfARequestThatStoresNothingIsIgnored() {
        String id = newId();
        String stored = "idempotent_response where idempotency_key = '" + id + "'";
        for (String path : List.of(
                PATH + "?keep=false",
                "/api/v1/validations",
                "/api/v1/sensitivities",
                "/api/v1/explorations",
                "/api/v1/briefings",
                "/api/v1/sheets")) {
            Answer first =
                    SERVICE.post(path, scenario(id), KEY, id, "Accept", "*/*").expect(200, path);
            Answer again = SERVICE.post(path, scenario(id), KEY, id, "Accept", "*/*");
            assertThat(again.all("Idempotency-Replayed")).isEmpty();
            assertThat(again.body()).as(path).isEqualTo(first.body());
        }
        SERVICE.postLines(PATH + ":batch?keep=false", "{}", KEY, id).expect(200);
        assertThat(SERVICE.rows(stored)).isZero();
        SERVICE.post(PATH, scenario(id), KEY, id).expect(201);
        assertThat(SERVICE.rows(stored)).isEqualTo(1);
    }

    @Test
    void invalidKeyGets400() {
        for (String invalid : List.of("", "x".repeat(256))) {
            Answer answer = SERVICE.ask("POST", PATH, "{}", "Content-Type: application/json", KEY + ": " + invalid)
                    .expect(400, "[" + invalid + "]");
            assertThat(answer.text()).contains("\"/problems/idempotency-key-invalid\"");
        }
        SERVICE.post(PATH, scenario(newId()), KEY, "a", KEY, "b").expect(400);
        SERVICE.post(PATH, scenario(newId()), KEY, newId() + "x".repeat(200)).expect(201);
    }
}
