package entente.service.archive;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.archive.IdempotentResponses.IdempotencyKey;
import entente.service.briefing.Deliveries;
import entente.service.briefing.ScheduleTable;
import entente.testkit.TestClock;
import entente.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

    /** As they were stored by a version whose schedules could wait for a band to be crossed. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void openWorkOfAnEarlierVersionIsTakenOver(boolean embedded) {
        DatabaseUrl url = embedded
                ? TestDatabase.h2()
                : DatabaseUrl.of(TestDatabase.address(), Optional.empty(), Optional.empty());
        TestClock clock = new TestClock();
        UUID schedule = UUID.randomUUID();
        try (Database store = Database.open(url, Durability.PROCESS)) {
            execute(store, "delete from \"flyway_schema_history\" where \"version\" = '11'");
            execute(store, "alter table schedule alter column if_crosses drop default");
            execute(
                    store,
                    "insert into schedule (id, revision, name, scenario, cron, time_zone, formats, targets, if_changed, "
                            + "if_crosses, author, since) values ('" + schedule + "', 1, 'Daily', 'baseline-2018', "
                            + "'0 6 * * *', 'UTC', 'pdf', '', false, 'LIKELY', 'anna', "
                            + "timestamp with time zone '2026-03-01 00:00:00+00')");
            new JobTable(store, clock).add("anna", "exploration", Content.of(new byte[] {1}), 1);
            new Deliveries(store, clock).order("baseline-2018/1", "mailto:anna@example.org", schedule);
        }
        clock.forward(Duration.ofMinutes(1));
        try (Database store = Database.open(url, Durability.PROCESS)) {
            ScheduleTable schedules = new ScheduleTable(store, clock);
            ScheduleTable.Schedule taken = schedules.find(schedule).orElseThrow();
            assertThat(taken.definition().ifChanged()).isTrue();
            assertThat(schedules.add(taken.definition(), "berta").definition()).isEqualTo(taken.definition());
            assertThat(new JobTable(store, clock).take()).isPresent();
            assertThat(new Deliveries(store, clock).take()).isPresent();
        }
    }

    private static void execute(Database store, String statement) {
        store.write(() -> store.sql().sql(statement).update());
    }
}
