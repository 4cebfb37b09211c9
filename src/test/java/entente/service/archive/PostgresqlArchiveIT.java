package entente.service.archive;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.archive.IdempotentResponses.IdempotencyKey;
import entente.testkit.TestClock;
import entente.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PostgresqlArchiveIT extends ArchiveContract {

    @Override
    List<Database> open() {
        DatabaseUrl url = TestDatabase.postgresql();
        return List.of(Database.open(url, Durability.PROCESS), Database.open(url, Durability.PROCESS));
    }

    /** Another instance completes the request between the lookup and the reservation. */
    @Test
    void slowerInstanceReplaysTheFirstResponse() {
        List<Database> instances = open();
        IdempotencyKey key = new IdempotencyKey("owner", "key", "f");
        InstantSource real = new TestClock();
        IdempotentResponses faster = new IdempotentResponses(instances.get(1), real);
        AtomicInteger clockCalls = new AtomicInteger();
        InstantSource interleaving = () -> {
            // The first call is for the lookup, the second for the reservation.
            if (clockCalls.incrementAndGet() == 2) {
                CompletableFuture.runAsync(() -> faster.execute(key, () -> answer("first")))
                        .join();
            }
            return real.instant();
        };
        IdempotentResponses.Outcome second =
                new IdempotentResponses(instances.get(0), interleaving).execute(key, () -> answer("second"));
        assertThat(second.replayed()).isTrue();
        assertThat(new String(second.response().body(), StandardCharsets.UTF_8)).isEqualTo("first");
        instances.forEach(Database::close);
    }

    private static ApiResponse answer(String body) {
        return new ApiResponse(201, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
