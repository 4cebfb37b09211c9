package entente.service.archive;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.TestClock;
import entente.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PostgresqlIdempotencyIT extends IdempotencyContract {

    @Override
    List<Database> open() {
        DatabaseUrl place = TestDatabase.postgresql();
        return List.of(Database.open(place, Durability.PROCESS), Database.open(place, Durability.PROCESS));
    }

    /** Between the look for an earlier answer and the reservation another instance is faster. */
    @Test
    void whoComesSecondGetsTheAnswerOfTheFirst() {
        List<Database> instances = open();
        IdempotencyKey key = new IdempotencyKey("owner", "key", "f");
        InstantSource real = new TestClock();
        IdempotentResponses faster = new IdempotentResponses(instances.get(1), real);
        AtomicInteger asked = new AtomicInteger();
        InstantSource overtaken = () -> {
            // The first question is for the look, the second for the reservation.
            if (asked.incrementAndGet() == 2) {
                Thread other = new Thread(() -> faster.execute(key, () -> answer("first")));
                other.start();
                join(other);
            }
            return real.instant();
        };
        IdempotentResponses.Outcome second =
                new IdempotentResponses(instances.get(0), overtaken).execute(key, () -> answer("second"));
        assertThat(second.replayed()).isTrue();
        assertThat(new String(second.response().body(), StandardCharsets.UTF_8)).isEqualTo("first");
        instances.forEach(Database::close);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static StoredResponse answer(String body) {
        return new StoredResponse(201, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
