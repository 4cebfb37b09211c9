package entente.service.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.zaxxer.hikari.HikariDataSource;
import entente.model.Band;
import entente.service.archive.Archive.ArchiveEntry;
import entente.service.archive.Database.DatabaseLock;
import entente.service.archive.Database.DiskReserve;
import entente.service.archive.Database.SpaceState;
import entente.service.problem.ProblemException;
import entente.service.problem.StartupException;
import entente.testkit.ArchiveFilters;
import entente.testkit.TestClock;
import entente.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.slf4j.LoggerFactory;

/** Disk use of the embedded archive: full disk, file permissions and compaction. */
@Timeout(120)
@Tag("thorough")
@ResourceLock(TestDisk.SCHEME)
class SpaceTest {

    private final TestClock clock = new TestClock();

    @Test
    void fullArchiveIsNotWritableAndLogsEachChangeOnce() {
        AtomicLong left = new AtomicLong(Long.MAX_VALUE);
        try (Database opened = Database.open(TestDatabase.h2(), Durability.PROCESS)) {
            Database store = withFreeSpace(opened, left);
            List<String> logged = logged(() -> {
                assertThat(store.writable()).isTrue();
                left.set(DiskReserve.RESERVE - 1);
                for (int i = 0; i < 3; i++) {
                    assertThatThrownBy(() -> keep(store, 10)).isInstanceOf(ProblemException.class);
                    assertThat(store.writable()).isFalse();
                }
                left.set(DiskReserve.RESERVE);
                assertThat(store.writable()).isTrue();
                keep(store, 10);
            });
            assertThat(logged).hasSize(2);
            assertThat(logged.get(0)).contains("is full");
            assertThat(logged.get(1)).contains("accepts writes");
        }
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
        try (Database opened = Database.open(TestDatabase.h2(), Durability.PROCESS)) {
            assertThat(new JobTable(withFreeSpace(opened, new AtomicLong()), clock).take())
                    .isEmpty();
        }
    }

    @Test
    void rowsCanBeDeletedWhileOnlyTheReserveIsLeft() {
        AtomicLong left = new AtomicLong(Long.MAX_VALUE);
        try (Database opened = Database.open(TestDatabase.h2(), Durability.PROCESS)) {
            Database store = withFreeSpace(opened, left);
            keep(store, 10);
            clock.forward(Archive.MIN_RETENTION.plusDays(1));
            left.set(DiskReserve.RESERVE - 1);
            assertThat(new Archive(store, clock).sweep(Archive.MIN_RETENTION)).isEqualTo(1);
        }
    }

    @Test
    void startOnAFullDiskReportsNoSpaceLeft() {
        ((Logger) LoggerFactory.getLogger("org.flywaydb")).setLevel(Level.OFF);
        for (int writes : new int[] {0, 1, 2, 3, 4, 5}) {
            DatabaseUrl url = TestDisk.databaseUrl();
            TestDisk.fullAfter(writes);
            try {
                assertThatThrownBy(() -> Database.open(url, Durability.PROCESS))
                        .as("after %d writes", writes)
                        .isInstanceOfSatisfying(StartupException.class, refused -> {
                            assertThat(refused.getExitCode()).isEqualTo(74);
                            assertThat(refused.sentence()).contains("no space left");
                        });
            } finally {
                TestDisk.freeSpace();
            }
        }
    }

    @Test
    void databaseFilesAreOwnerOnlyInAnyFolder() throws IOException {
        Path folder = TestDatabase.folder();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        DatabaseUrl url = DatabaseUrl.of(folder.toString(), Optional.empty(), Optional.empty());
        Database.open(url, Durability.PROCESS).close();
        // The permissions set by an earlier version.
        Files.setPosixFilePermissions(folder.resolve("entente.mv.db"), PosixFilePermissions.fromString("rw-r--r--"));
        try (Database store = Database.open(url, Durability.PROCESS)) {
            // An error that H2 writes to its trace file.
            assertThatThrownBy(() -> store.sql()
                            .sql("select file_read('/nowhere')")
                            .query(byte[].class)
                            .single())
                    .isNotNull();
            keep(store, 10);
            store.compact();
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
        Path folder = TestDatabase.folder();
        try (Database store = Database.open(
                DatabaseUrl.of(folder.toString(), Optional.empty(), Optional.empty()), Durability.PROCESS)) {
            List<UUID> kept = new ArrayList<>();
            for (int i = 0; i < 150; i++) {
                kept.add(keep(store, 16_000).id());
            }
            long before = Files.size(folder.resolve("entente.mv.db"));
            for (int i = 0; i < 3; i++) {
                store.compact();
            }
            assertThat(Files.size(folder.resolve("entente.mv.db"))).isLessThan(before * 2 / 3);
            Archive archive = new Archive(store, clock);
            assertThat(kept).allSatisfy(id -> assertThat(archive.find(id)).isPresent());
        }
    }

    @Test
    void diskFullDuringCompactionLosesNothing() {
        for (int writes = 0; writes < 12; writes++) {
            try (Database store = Database.open(TestDisk.databaseUrl(), Durability.PROCESS)) {
                Archive archive = new Archive(store, clock);
                List<UUID> kept = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    kept.add(keep(store, 16_000).id());
                }
                TestDisk.fullAfter(writes);
                try {
                    store.compact();
                } catch (RuntimeException full) {
                    assertThat(full).isInstanceOf(ProblemException.class);
                }
                TestDisk.freeSpace();
                kept.add(keepWhenPossible(store));
                for (UUID id : kept) {
                    assertThat(archive.find(id)).as("after %d writes", writes).isPresent();
                }
            } finally {
                TestDisk.freeSpace();
            }
        }
    }

    private UUID keepWhenPossible(Database store) {
        while (true) {
            try {
                return keep(store, 10).id();
            } catch (ProblemException notYet) {
                // A connection that failed on the full disk is discarded first; the class timeout bounds the wait.
            }
        }
    }

    private static Database withFreeSpace(Database opened, AtomicLong left) {
        Database.Embedded embedded = new Database.Embedded(new DatabaseLock(60_000), new DiskReserve(left::get), false);
        return new Database((HikariDataSource) opened.dataSource(), opened.promise(), Optional.of(embedded));
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
    private ArchiveEntry keep(Database store, int length) {
        StringBuilder text = new StringBuilder(length);
        Random random = new Random(length);
        while (text.length() < length) {
            text.append((char) (' ' + 1 + random.nextInt(94)));
        }
        clock.forward(Duration.ofMillis(1));
        return new Archive(store, clock)
                .add(new NewAssessment(
                        ArchiveFilters.facts("s", "T", Band.LIKELY, 60, "s", "1", "r", "e", "o"), text.toString()));
    }
}
