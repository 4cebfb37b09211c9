package entente.service.archive;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.archive.IdempotentResponses.IdempotencyKey;
import entente.testkit.TestClock;
import entente.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An archive of an earlier version keeps its responses to requests with an Idempotency-Key. */
@Timeout(120)
class SchemaUpgradeIT {

    private static final IdempotencyKey KEY = new IdempotencyKey("owner", "key", "fingerprint");

    /** Undoes the statements of V5, the last one first. */
    private static final List<String> BEFORE = List.of(
            "alter index idempotent_response_by_age rename to once_answer_by_age",
            "alter table idempotent_response rename column idempotency_key to once_key",
            "alter table idempotent_response rename to once_answer");

    /** H2 commits each statement, so that a killed start can leave any number of them undone. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void embeddedArchiveIsUpgradedFromEveryState(int undone) {
        upgrade(TestDatabase.h2(), undone);
    }

    @Test
    void postgresqlIsUpgraded() {
        upgrade(DatabaseUrl.of(TestDatabase.address(), Optional.empty(), Optional.empty()), 3);
    }

    private static void upgrade(DatabaseUrl url, int undone) {
        TestClock clock = new TestClock();
        ApiResponse response = new ApiResponse(201, Map.of(), "body".getBytes(StandardCharsets.UTF_8));
        try (Database store = Database.open(url, Durability.PROCESS)) {
            new IdempotentResponses(store, clock).execute(KEY, () -> response);
            IntStream.range(0, undone).forEach(n -> execute(store, BEFORE.get(n)));
            // Flyway applies no version below the highest; those after V5 can be repeated.
            execute(
                    store,
                    "delete from \"flyway_schema_history\" where \"version\" in ('5', '6', '7', '8', '9', '10', '11')");
        }
        try (Database store = Database.open(url, Durability.PROCESS)) {
            assertThat(new IdempotentResponses(store, clock)
                            .find(KEY)
                            .orElseThrow()
                            .body())
                    .isEqualTo(response.body());
        }
    }

    private static void execute(Database store, String statement) {
        store.write(() -> store.sql().sql(statement).update());
    }
}
