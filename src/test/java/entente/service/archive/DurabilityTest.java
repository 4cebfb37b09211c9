package entente.service.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import entente.service.archive.Database.DatabaseLock;
import entente.service.archive.Database.DiskReserve;
import entente.service.archive.IdempotentResponses.IdempotencyKey;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.testkit.ArchiveFilters;
import entente.testkit.Concurrently;
import entente.testkit.TestClock;
import entente.testkit.TestDatabase;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The steps between a write and its acknowledgement: disk sync, space check and locking. */
@Timeout(120)
@ResourceLock(TestDisk.SCHEME)
class DurabilityTest {

    private static final int ENTRIES = 20;

    @Test
    void powerDurabilityForcesTheDiskBeforeEachAcknowledgement() {
        try (Database store = Database.open(TestDisk.databaseUrl(), Durability.POWER)) {
            Archive archive = new Archive(store, new TestClock());
            for (int i = 0; i < ENTRIES; i++) {
                int before = TestDisk.FORCED.get();
                archive.add(ArchiveFilters.assessment("s", "{}"));
                assertThat(TestDisk.FORCED).hasValueGreaterThan(before);
            }
        }
    }

    @Test
    void replayedResponseIsForcedToDisk() {
        try (Database store = Database.open(TestDisk.databaseUrl(), Durability.POWER)) {
            IdempotentResponses answers = new IdempotentResponses(store, new TestClock());
            IdempotencyKey key = new IdempotencyKey("o", "k", "f");
            answers.execute(key, () -> new ApiResponse(200, Map.of(), new byte[0]));
            // An unsynced change, as left by a request that ended between its commit and its checkpoint.
            store.sql().sql("update idempotent_response set fingerprint = 'f'").update();
            int before = TestDisk.FORCED.get();
            assertThat(answers.find(key)).isPresent();
            assertThat(TestDisk.FORCED).hasValueGreaterThan(before);
        }
    }

    @Test
    void processDurabilityDoesNotForceEachWrite() {
        try (Database store = Database.open(TestDisk.databaseUrl(), Durability.PROCESS)) {
            Archive archive = new Archive(store, new TestClock());
            int before = TestDisk.FORCED.get();
            for (int i = 0; i < ENTRIES; i++) {
                archive.add(ArchiveFilters.assessment("s", "{}"));
            }
            assertThat(TestDisk.FORCED.get() - before).isLessThan(ENTRIES);
        }
    }

    @Test
    void writesAreRefusedBelowTheReserve() {
        AtomicLong left = new AtomicLong(DiskReserve.RESERVE);
        DiskReserve reserve = new DiskReserve(left::get);
        reserve.require(DiskReserve.RESERVE);
        left.decrementAndGet();
        assertThatThrownBy(() -> reserve.require(DiskReserve.RESERVE))
                .hasFieldOrPropertyWithValue("type", ProblemType.STORAGE_FULL);
        new DiskReserve(() -> {
                    throw new IOException("unknown");
                })
                .require(DiskReserve.RESERVE);
    }

    @Test
    void readersAreConcurrentAndWritersExclusive() throws Exception {
        DatabaseLock lock = new DatabaseLock(60_000);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch bothRead = new CountDownLatch(2);
        Callable<Boolean> reader = () -> lock.shared(() -> {
            bothRead.countDown();
            return await(bothRead);
        });
        assertThat(Concurrently.run(List.of(reader, reader))).containsExactly(true, true);
        Concurrently.times(
                8,
                writer -> lock.exclusive(() -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    Thread.yield();
                    // The lock is reentrant for a writer.
                    lock.shared(() -> lock.exclusive(() -> 0));
                    return inside.decrementAndGet();
                }));
        assertThat(most).hasValue(1);
    }

    @Test
    void lockTimeoutReportsTheArchiveUnavailable() throws Exception {
        DatabaseLock lock = new DatabaseLock(1);
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch proceed = new CountDownLatch(1);
        Thread writer = new Thread(() -> lock.exclusive(() -> {
            writing.countDown();
            return await(proceed);
        }));
        writer.start();
        writing.await();
        for (ThrowingCallable entering :
                List.<ThrowingCallable>of(() -> lock.shared(() -> 0), () -> lock.exclusive(() -> 0))) {
            assertThatThrownBy(entering).hasFieldOrPropertyWithValue("type", ProblemType.ARCHIVE_UNAVAILABLE);
        }
        proceed.countDown();
        writer.join();
        assertThat(lock.shared(() -> 1)).isEqualTo(1);
    }

    @Test
    void embeddedWriteExcludesOtherAccess() {
        try (Database opened = Database.open(TestDatabase.h2(), Durability.PROCESS)) {
            HikariDataSource pool = (HikariDataSource) opened.dataSource();
            DatabaseLock lock = new DatabaseLock(1);
            DiskReserve reserve = new DiskReserve(() -> Long.MAX_VALUE);
            Database store =
                    new Database(pool, opened.promise(), Optional.of(new Database.Embedded(lock, reserve, false)));
            Callable<Boolean> other = () -> {
                try {
                    return store.read(() -> true);
                } catch (ProblemException wait) {
                    return false;
                }
            };
            assertThat(store.<List<Boolean>>write(() -> runConcurrently(other))).containsExactly(false);
            assertThat(runConcurrently(other)).containsExactly(true);
        }
    }

    private static <T> List<T> runConcurrently(Callable<T> one) {
        try {
            return Concurrently.run(List.of(one));
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException interrupted) {
            return false;
        }
    }
}
