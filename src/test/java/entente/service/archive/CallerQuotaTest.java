package entente.service.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.service.archive.IdempotentResponses.IdempotencyKey;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.testkit.ArchiveFilters;
import entente.testkit.TestClock;
import entente.testkit.TestDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CallerQuotaTest {

    private static final long MEGABYTE = 1 << 20;

    private final TestClock clock = new TestClock();
    private final CallerQuota quota = new CallerQuota(3 * MEGABYTE, clock);

    private void assertFull(String caller, long bytes) {
        assertThatThrownBy(() -> quota.charge(caller, bytes))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.type()).isEqualTo(ProblemType.STORAGE_FULL);
                    assertThat(refusal.detail()).contains("3 MB within 24 hours", "entente.archive.quota");
                });
    }

    @Test
    void oneCallerIsBoundedAndOthersAreNot() {
        quota.charge("greedy", 2 * MEGABYTE);
        assertFull("greedy", MEGABYTE + 1);
        assertThatCode(() -> quota.charge("greedy", MEGABYTE)).doesNotThrowAnyException();
        assertFull("greedy", 1);
        assertThatCode(() -> quota.charge("other", 3 * MEGABYTE)).doesNotThrowAnyException();
    }

    @Test
    void whatWasStoredADayAgoDoesNotCount() {
        quota.charge("caller", 2 * MEGABYTE);
        clock.forward(Duration.ofHours(12));
        quota.charge("caller", MEGABYTE);
        clock.forward(Duration.ofHours(12));
        assertThatCode(() -> quota.charge("caller", 2 * MEGABYTE)).doesNotThrowAnyException();
        assertFull("caller", 1);
    }

    /** Nothing of a refused request is stored. */
    @Test
    void responsesWithKeysCount() {
        try (Database database = Database.open(TestDatabase.h2(), Durability.PROCESS)) {
            database.limit(new CallerQuota(1000, clock));
            IdempotentResponses responses = new IdempotentResponses(database, clock);
            ApiResponse small = new ApiResponse(200, Map.of(), new byte[10]);
            responses.execute(new IdempotencyKey("a", "1", "f"), () -> small);
            byte[] noise = new byte[2000];
            new SplittableRandom(1).nextBytes(noise);
            IdempotencyKey second = new IdempotencyKey("a", "2", "f");
            assertThatThrownBy(() -> responses.execute(second, () -> new ApiResponse(200, Map.of(), noise)))
                    .hasFieldOrPropertyWithValue("type", ProblemType.STORAGE_FULL);
            assertThat(responses.find(second)).isEmpty();
        }
    }

    /** By each of these, one caller could fill the archive. */
    @Test
    void everythingThatACallerCanRepeatCounts() {
        try (Database database = Database.open(TestDatabase.h2(), Durability.PROCESS)) {
            byte[] noise = new byte[3 << 20];
            new SplittableRandom(1).nextBytes(noise);
            Archive archive = new Archive(database, clock);
            JobTable jobs = new JobTable(database, clock);
            StoredScenarios scenarios = new StoredScenarios(database, clock);
            Map<String, Runnable> doors = Map.of(
                    "assessment", () -> archive.add(ArchiveFilters.assessment("baseline-2018", "{}")),
                    "job", () -> jobs.prepare("o", "kind", Content.of(new byte[100]), 1),
                    "parts of a job", () -> jobs.prepare("o", "kind", Content.of(noise), 1),
                    "scenario", () -> scenarios.put("s", "o", new byte[100], Optional.empty(), true));
            doors.forEach((name, door) -> {
                long most = name.startsWith("parts") ? noise.length / 2 : 1;
                database.limit(new CallerQuota(most, clock));
                assertThatThrownBy(door::run).as(name).hasFieldOrPropertyWithValue("type", ProblemType.STORAGE_FULL);
            });
        }
    }
}
