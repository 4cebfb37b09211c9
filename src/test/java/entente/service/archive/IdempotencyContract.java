package entente.service.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.model.Band;
import entente.service.archive.Archive.ArchiveEntry;
import entente.service.archive.Archive.ArchiveFilter;
import entente.service.archive.IdempotentResponses.IdempotencyKey;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.testkit.ArchiveFilters;
import entente.testkit.Concurrently;
import entente.testkit.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** A request with a key is processed once, regardless of the sender, repetitions and instance. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
abstract class IdempotencyContract {

    private static final int KEYS = Integer.getInteger("entente.idempotency.keys", 50);
    private static final int SENDS = 8;

    private final TestClock clock = new TestClock();
    private List<Database> stores = List.of();
    private List<IdempotentResponses> instances = List.of();
    private List<Archive> archives = List.of();

    /** The same database, once for each instance of the service. */
    abstract List<Database> open();

    @BeforeAll
    void instances() {
        stores = open();
        instances = stores.stream()
                .map(store -> new IdempotentResponses(store, clock))
                .toList();
        archives = stores.stream().map(store -> new Archive(store, clock)).toList();
    }

    @AfterAll
    void close() {
        stores.forEach(Database::close);
    }

    @Test
    void repeatedRequestGetsTheFirstResponse() {
        IdempotencyKey key = key("a", "fingerprint");
        assertThat(instances.get(0).find(key)).isEmpty();
        ApiResponse answer =
                new ApiResponse(201, Map.of("Location", "/x/ä: b", "ETag", "\"1\""), new byte[] {0, -1, 10, 13});
        IdempotentResponses.Outcome first = instances.get(0).execute(key, () -> answer);
        assertThat(first.replayed()).isFalse();
        IdempotentResponses.Outcome second = instances.get(instances.size() - 1).execute(key, () -> {
            throw new AssertionError("done twice");
        });
        assertThat(second.replayed()).isTrue();
        assertSame(second.response(), answer);
        assertSame(instances.get(0).find(key).orElseThrow(), answer);
    }

    @Test
    void emptyResponseIsReplayed() {
        IdempotencyKey key = key("empty", "f");
        ApiResponse empty = new ApiResponse(204, Map.of(), new byte[0]);
        instances.get(0).execute(key, () -> empty);
        assertSame(instances.get(0).find(key).orElseThrow(), empty);
    }

    @Test
    void reusedKeyWithDifferentRequestIsRejected() {
        IdempotencyKey key = key("b", "one");
        instances.get(0).execute(key, () -> answer("done"));
        IdempotencyKey other = key("b", "two");
        assertThatThrownBy(() -> instances.get(0).find(other)).isInstanceOfSatisfying(ProblemException.class, reused());
        assertThatThrownBy(() -> instances.get(0).execute(other, () -> answer("again")))
                .isInstanceOfSatisfying(ProblemException.class, reused());
    }

    @Test
    void keysAreScopedToTheirOwner() {
        instances.get(0).execute(new IdempotencyKey("one", "c", "f"), () -> answer("of one"));
        IdempotencyKey ofTwo = new IdempotencyKey("two", "c", "f");
        assertThat(instances.get(0).find(ofTwo)).isEmpty();
        assertThat(instances.get(0).execute(ofTwo, () -> answer("of two")).replayed())
                .isFalse();
    }

    @Test
    void failedRequestStoresNothing() {
        IdempotencyKey key = key("d", "f");
        AtomicInteger kept = new AtomicInteger();
        assertThatThrownBy(() -> instances.get(0).execute(key, () -> {
                    archives.get(0).add(assessment("failing"));
                    kept.incrementAndGet();
                    throw ProblemType.INVALID.problem("no");
                }))
                .isInstanceOf(ProblemException.class);
        assertThat(kept).hasValue(1);
        assertThat(count("failing")).isZero();
        assertThat(instances.get(0).find(key)).isEmpty();
        assertThat(instances.get(0).execute(key, () -> answer("now")).replayed())
                .isFalse();
    }

    @Test
    void keyExpiresAfterOneDay() {
        IdempotencyKey key = key("e", "one");
        instances.get(0).execute(key, () -> answer("first"));
        clock.forward(Duration.ofDays(1).minusMillis(1));
        assertThat(instances.get(0).find(key)).isPresent();
        clock.forward(Duration.ofMillis(1));
        assertThat(instances.get(0).find(key)).isEmpty();
        IdempotencyKey again = key("e", "two");
        assertThat(instances.get(0).execute(again, () -> answer("second")).replayed())
                .isFalse();
        assertThat(new String(instances.get(0).find(again).orElseThrow().body(), StandardCharsets.UTF_8))
                .isEqualTo("second");
    }

    @Test
    void sweepDeletesOnlyExpiredKeys() {
        IdempotencyKey old = key("old", "f");
        instances.get(0).execute(old, () -> answer("old"));
        clock.forward(Duration.ofDays(1).minusMillis(1));
        IdempotencyKey young = key("young", "f");
        instances.get(0).execute(young, () -> answer("young"));
        instances.get(0).sweep();
        assertThat(instances.get(0).find(old)).isPresent();
        clock.forward(Duration.ofMillis(1));
        assertThat(instances.get(0).sweep()).isPositive();
        assertThat(rows("old")).isZero();
        assertThat(instances.get(0).find(young)).isPresent();
    }

    /** Sends each key from eight threads through every instance; some connections break after the commit and retry. */
    @Test
    void concurrentRequestsWithOneKeyAreProcessedOnce() throws Exception {
        AtomicInteger done = new AtomicInteger();
        for (int k = 0; k < KEYS; k++) {
            String name = "race-" + k;
            AtomicBoolean cut = new AtomicBoolean(k % 3 == 0);
            List<Callable<IdempotentResponses.Outcome>> sends = new ArrayList<>();
            for (int send = 0; send < SENDS; send++) {
                int instance = send % instances.size();
                sends.add(() -> send(instance, name, cut, done));
            }
            List<IdempotentResponses.Outcome> outcomes = Concurrently.run(sends);
            Set<String> bodies = outcomes.stream()
                    .map(outcome -> new String(outcome.response().body(), StandardCharsets.UTF_8))
                    .collect(Collectors.toSet());
            assertThat(bodies).as(name).hasSize(1);
            assertThat(outcomes.stream().filter(outcome -> !outcome.replayed()).count())
                    .as(name)
                    .isLessThanOrEqualTo(1);
            assertThat(count(name)).as(name).isEqualTo(1);
        }
        assertThat(done.get()).isGreaterThanOrEqualTo(KEYS);
    }

    private IdempotentResponses.Outcome send(int instance, String name, AtomicBoolean cut, AtomicInteger done) {
        while (true) {
            try {
                IdempotentResponses.Outcome outcome = instances.get(instance).execute(key(name, "f"), () -> {
                    ArchiveEntry entry = archives.get(instance).add(assessment(name));
                    done.incrementAndGet();
                    return answer(entry.id().toString());
                });
                if (outcome.replayed() || !cut.getAndSet(false)) {
                    return outcome;
                }
                // Simulates a connection that breaks after the commit, before the response; the caller retries.
            } catch (ProblemException busy) {
                if (busy.retryAfter().isEmpty()) {
                    throw busy;
                }
            }
        }
    }

    private int count(String scenario) {
        ArchiveFilter filter = ArchiveFilter.newest(100).withScenario(Optional.of(scenario));
        return archives.get(0).list(filter).entries().size();
    }

    private int rows(String key) {
        return stores.get(0)
                .sql()
                .sql("select count(*) from idempotent_response where idempotency_key = ?")
                .param(key)
                .query(Integer.class)
                .single();
    }

    private static IdempotencyKey key(String key, String fingerprint) {
        return new IdempotencyKey("owner", key, fingerprint);
    }

    private static ApiResponse answer(String body) {
        return new ApiResponse(201, Map.of("Location", "/" + body), body.getBytes(StandardCharsets.UTF_8));
    }

    static NewAssessment assessment(String scenario) {
        return new NewAssessment(
                ArchiveFilters.facts(
                        scenario,
                        "T",
                        Band.LIKELY,
                        60,
                        "s",
                        "1",
                        UUID.randomUUID().toString(),
                        "e",
                        "o"),
                "{}");
    }

    private static void assertSame(ApiResponse actual, ApiResponse expected) {
        assertThat(actual.status()).isEqualTo(expected.status());
        assertThat(actual.headers()).isEqualTo(expected.headers());
        assertThat(Arrays.equals(actual.body(), expected.body())).isTrue();
    }

    private static java.util.function.Consumer<ProblemException> reused() {
        return refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.IDEMPOTENCY_KEY_REUSED);
    }
}
