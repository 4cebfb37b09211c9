package entente.service.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.zaxxer.hikari.HikariDataSource;
import entente.service.archive.Archive.ArchiveFilter;
import entente.service.archive.Archive.StoredAssessment;
import entente.service.archive.Database.DatabaseLock;
import entente.service.archive.Database.DiskReserve;
import entente.service.archive.Database.SpaceState;
import entente.service.archive.IdempotentResponses.IdempotencyKey;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.problem.StartupException;
import entente.testkit.ArchiveFilters;
import entente.testkit.Concurrently;
import entente.testkit.TestClock;
import entente.testkit.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.slf4j.LoggerFactory;

/** Disk use of the embedded archive: no acknowledged entry is lost when the disk is full, and writes resume. */
@Timeout(300)
@Tag("thorough")
@ResourceLock(TestDisk.SCHEME)
class SpaceTest {

    private static final int LAST_WRITE = Integer.getInteger("entente.full.writes", 30);

    private final TestClock clock = new TestClock();
    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
    private DatabaseUrl url;
    private Database store;
    private Archive archive;

    @BeforeEach
    void open() {
        TestDisk.freeSpace();
        url = TestDisk.databaseUrl();
        store = Database.open(url, Durability.PROCESS);
        archive = new Archive(store, clock);
    }

    @AfterEach
    void close() {
        TestDisk.freeSpace();
        store.close();
    }

    private Database withLimitedSpace() {
        Database.Embedded embedded = new Database.Embedded(new DatabaseLock(60_000), new DiskReserve(left::get), false);
        return new Database((HikariDataSource) store.dataSource(), store.promise(), Optional.of(embedded));
    }

    @Test
    void fullArchiveRefusesWritesAllowsReadsAndLogsEachChangeOnce() {
        Database limited = withLimitedSpace();
        archive = new Archive(limited, clock);
        UUID before = keep(10);
        List<String> logged = logged(() -> {
            assertThat(limited.writable()).isTrue();
            left.set(DiskReserve.RESERVE - 1);
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> keep(10)).hasFieldOrPropertyWithValue("type", ProblemType.STORAGE_FULL);
                assertThat(limited.writable()).isFalse();
            }
            assertThat(archive.list(ArchiveFilters.ALL).entries())
                    .extracting(StoredAssessment::id)
                    .containsExactly(before);
            left.set(DiskReserve.RESERVE);
            assertThat(limited.writable()).isTrue();
            keep(10);
        });
        assertThat(logged).hasSize(2);
        assertThat(logged.get(0)).contains("is full");
        assertThat(logged.get(1)).contains("accepts writes");
    }

    @Test
    void stateIsFullUntilAWriteSucceeds() {
        SpaceState space = new SpaceState();
        space.failed(true);
        space.low(false);
        assertThat(space.full()).isTrue();
        space.failed(false);
        assertThat(space.full()).isFalse();
    }

    @Test
    void fullArchiveYieldsNoJobs() {
        left.set(0);
        assertThat(new JobTable(withLimitedSpace(), clock).take()).isEmpty();
    }

    @Test
    void rowsCanBeDeletedWhileOnlyTheReserveIsLeft() {
        keep(10);
        clock.forward(Archive.MIN_RETENTION.plusDays(1));
        left.set(DiskReserve.RESERVE - 1);
        assertThat(new Archive(withLimitedSpace(), clock).sweep(Archive.MIN_RETENTION))
                .isEqualTo(1);
    }

    @Test
    void startOnAFullDiskReportsNoSpaceLeft() {
        ((Logger) LoggerFactory.getLogger("org.flywaydb")).setLevel(Level.OFF);
        for (int writes : new int[] {0, 1, 2, 3, 4, 5}) {
            DatabaseUrl empty = TestDisk.databaseUrl();
            TestDisk.fullAfter(writes);
            assertThatThrownBy(() -> Database.open(empty, Durability.PROCESS))
                    .as("after %d writes", writes)
                    .isInstanceOfSatisfying(StartupException.class, refused -> {
                        assertThat(refused.getExitCode()).isEqualTo(74);
                        assertThat(refused.sentence()).contains("no space left");
                    });
            TestDisk.freeSpace();
        }
    }

    @Test
    void databaseFilesAreOwnerOnlyInAnyFolder() throws IOException {
        Path folder = TestDatabase.folder();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        DatabaseUrl open = DatabaseUrl.of(folder.toString(), Optional.empty(), Optional.empty());
        Database.open(open, Durability.PROCESS).close();
        // The permissions set by an earlier version.
        Files.setPosixFilePermissions(folder.resolve("entente.mv.db"), PosixFilePermissions.fromString("rw-r--r--"));
        try (Database restricted = Database.open(open, Durability.PROCESS)) {
            // An error that H2 writes to its trace file.
            assertThatThrownBy(() -> restricted
                            .sql()
                            .sql("select file_read('/nowhere')")
                            .query(byte[].class)
                            .single())
                    .isNotNull();
            archive = new Archive(restricted, clock);
            keep(10);
            restricted.compact();
            assertOwnerOnly(folder);
        }
        assertOwnerOnly(folder);
    }

    private static void assertOwnerOnly(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .as(file.toString())
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void compactionOfAnOpenArchiveKeepsAllEntries() throws IOException {
        List<UUID> kept = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            kept.add(keep(16_000));
        }
        Path file = url.folder().orElseThrow().resolve("entente.mv.db");
        long before = Files.size(file);
        // Each call ends after a time, on a busy machine with part of the work.
        for (int i = 0; i < 20 && Files.size(file) >= before * 2 / 3; i++) {
            store.compact();
        }
        assertThat(Files.size(file)).isLessThan(before * 2 / 3);
        assertKept(kept);
    }

    @Test
    void diskFullDuringCompactionLosesNothing() {
        for (int writes = 0; writes < 12; writes++) {
            List<UUID> kept = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                kept.add(keep(16_000));
            }
            TestDisk.fullAfter(writes);
            try {
                store.compact();
            } catch (RuntimeException full) {
                assertThat(full).as("after %d writes", writes).isInstanceOf(ProblemException.class);
            }
            TestDisk.freeSpace();
            kept.add(keepWhenPossible());
            assertKept(kept);
            close();
            open();
        }
    }

    @Test
    void fullDiskIsReportedAndWritesResumeAfterSpaceIsFreed() {
        List<UUID> acknowledged = new ArrayList<>();
        for (int writes = 0; writes < LAST_WRITE; writes++) {
            acknowledged.add(keepWhenPossible());
            TestDisk.fullAfter(writes);
            ProblemException refusal = keepUntilRefused(acknowledged);
            assertThat(refusal.type()).as("after %d writes", writes).isEqualTo(ProblemType.STORAGE_FULL);
            TestDisk.freeSpace();
            acknowledged.add(keepWhenPossible());
            assertKept(acknowledged);
        }
    }

    @Test
    void concurrentWritersResumeAfterSpaceIsFreed() throws Exception {
        TestDisk.fullAfter(20);
        assertThat(Concurrently.times(8, writer -> keepUntilRefused(new ArrayList<>())))
                .allSatisfy(refusal ->
                        assertThat(refusal.type()).isIn(ProblemType.STORAGE_FULL, ProblemType.ARCHIVE_UNAVAILABLE));
        TestDisk.freeSpace();
        List<UUID> kept = Concurrently.times(8, writer -> keepWhenPossible());
        assertThat(kept).doesNotHaveDuplicates();
        assertKept(kept);
    }

    @Test
    void keyedRequestRetriedAfterFullDiskIsProcessedOnce() {
        IdempotentResponses answers = new IdempotentResponses(store, clock);
        IdempotencyKey key = new IdempotencyKey("owner", "key", "f");
        Supplier<ApiResponse> again = () -> {
            UUID id = archive.add(ArchiveFilters.assessment("again", "x".repeat(2_000)));
            return new ApiResponse(201, Map.of(), id.toString().getBytes(StandardCharsets.UTF_8));
        };
        TestDisk.fullAfter(0);
        assertThatThrownBy(() -> answers.execute(key, again))
                .hasFieldOrPropertyWithValue("type", ProblemType.STORAGE_FULL);
        TestDisk.freeSpace();
        keepWhenPossible();
        answers.execute(key, again);
        answers.execute(key, again);
        ArchiveFilter filter = ArchiveFilter.newest(10).withScenario(Optional.of("again"));
        assertThat(archive.list(filter).entries()).hasSize(1);
    }

    private void assertKept(List<UUID> acknowledged) {
        assertThat(acknowledged).allSatisfy(id -> assertThat(archive.find(id)).isPresent());
    }

    private ProblemException keepUntilRefused(List<UUID> acknowledged) {
        while (true) {
            try {
                acknowledged.add(keep(2_000));
            } catch (ProblemException refusal) {
                return refusal;
            }
        }
    }

    /** A connection that failed on the full disk may be discarded first; the class timeout bounds the wait. */
    private UUID keepWhenPossible() {
        while (true) {
            try {
                return keep(10);
            } catch (ProblemException notYet) {
                assertThat(notYet.type()).isIn(ProblemType.STORAGE_FULL, ProblemType.ARCHIVE_UNAVAILABLE);
            }
        }
    }

    private static List<String> logged(Runnable action) {
        Logger logger = (Logger) LoggerFactory.getLogger("entente.archive");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        try {
            action.run();
        } finally {
            logger.detachAppender(lines);
        }
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    /** @param length number of random, poorly compressible characters */
    private UUID keep(int length) {
        StringBuilder text = new StringBuilder(length);
        Random random = new Random(length);
        while (text.length() < length) {
            text.append((char) (' ' + 1 + random.nextInt(94)));
        }
        clock.forward(Duration.ofMillis(1));
        return archive.add(ArchiveFilters.assessment("s", text.toString()));
    }
}
