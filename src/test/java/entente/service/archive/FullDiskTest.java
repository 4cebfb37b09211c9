package entente.service.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A full disk under an embedded archive loses no acknowledged entry, and writes resume once space is freed. */
@Timeout(300)
@ResourceLock(TestDisk.SCHEME)
@Tag("thorough")
class FullDiskTest {

    private static final int LAST_WRITE = Integer.getInteger("entente.full.writes", 30);

    private final TestClock clock = new TestClock();
    private Database store;
    private Archive archive;
    private IdempotentResponses answers;

    @BeforeEach
    void open() {
        TestDisk.freeSpace();
        store = Database.open(TestDisk.databaseUrl(), Durability.PROCESS);
        archive = new Archive(store, clock);
        answers = new IdempotentResponses(store, clock);
    }

    @AfterEach
    void close() {
        TestDisk.freeSpace();
        store.close();
    }

    @Test
    void fullDiskIsReportedAndWritesResumeAfterSpaceIsFreed() {
        Set<UUID> acknowledged = new HashSet<>();
        for (int writes = 0; writes < LAST_WRITE; writes++) {
            acknowledged.add(keepWhenPossible());
            TestDisk.fullAfter(writes);
            ProblemException refusal = keepUntilRefused(acknowledged);
            assertThat(refusal.type()).as("after %d writes", writes).isEqualTo(ProblemType.STORAGE_FULL);
            TestDisk.freeSpace();
            acknowledged.add(keepWhenPossible());
            for (UUID id : acknowledged) {
                assertThat(archive.find(id)).as("after %d writes", writes).isPresent();
            }
        }
    }

    @Test
    void concurrentWritersResumeAfterSpaceIsFreed() throws Exception {
        List<Callable<ProblemException>> filling = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            filling.add(() -> keepUntilRefused(new HashSet<>()));
        }
        TestDisk.fullAfter(20);
        assertThat(Concurrently.run(filling))
                .allSatisfy(refusal ->
                        assertThat(refusal.type()).isIn(ProblemType.STORAGE_FULL, ProblemType.ARCHIVE_UNAVAILABLE));
        TestDisk.freeSpace();
        List<Callable<UUID>> goingOn = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            goingOn.add(this::keepWhenPossible);
        }
        assertThat(Concurrently.run(goingOn))
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(archive.find(id)).isPresent());
    }

    @Test
    void keyedRequestRetriedAfterFullDiskIsProcessedOnce() {
        IdempotencyKey key = new IdempotencyKey("owner", "key", "f");
        TestDisk.fullAfter(0);
        try {
            answers.execute(key, () -> keepAndRespond("again"));
            fail("there was room");
        } catch (ProblemException full) {
            assertThat(full.type()).isEqualTo(ProblemType.STORAGE_FULL);
        }
        TestDisk.freeSpace();
        keepWhenPossible();
        answers.execute(key, () -> keepAndRespond("again"));
        answers.execute(key, () -> keepAndRespond("again"));
        ArchiveFilter filter = ArchiveFilter.newest(10).withScenario(Optional.of("again"));
        assertThat(archive.list(filter).entries()).hasSize(1);
    }

    private ApiResponse keepAndRespond(String scenario) {
        ArchiveEntry entry = keep(scenario);
        return new ApiResponse(201, Map.of(), entry.id().toString().getBytes(StandardCharsets.UTF_8));
    }

    private ProblemException keepUntilRefused(Set<UUID> acknowledged) {
        while (true) {
            try {
                acknowledged.add(keep("filling").id());
            } catch (ProblemException refusal) {
                return refusal;
            }
        }
    }

    /** A connection that failed on the full disk may be discarded first; the class timeout bounds the wait. */
    private UUID keepWhenPossible() {
        while (true) {
            try {
                return keep("possible").id();
            } catch (ProblemException notYet) {
                assertThat(notYet.type()).isIn(ProblemType.STORAGE_FULL, ProblemType.ARCHIVE_UNAVAILABLE);
            }
        }
    }

    private ArchiveEntry keep(String scenario) {
        return archive.add(new NewAssessment(
                ArchiveFilters.facts(scenario, "T", Band.LIKELY, 60, "s", "1", "r", "e", "o"), "x".repeat(2_000)));
    }
}
