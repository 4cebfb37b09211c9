package entente.service.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import entente.model.Band;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.testkit.ArchiveFilters;
import entente.testkit.Concurrently;
import entente.testkit.TestClock;
import entente.testkit.TestDatabase;
import java.io.IOException;
import java.util.ArrayList;
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

/** What stands between a write and its acknowledgement. */
@Timeout(120)
@ResourceLock(TestDisk.SCHEME)
class DurabilityTest {

    private static final int ENTRIES = 20;

    @Test
    void forALossOfPowerTheDiskIsForcedBeforeEachAcknowledgement() {
        try (Database store = Database.open(TestDisk.place(), Durability.POWER)) {
            Archive archive = new Archive(store, new TestClock());
            for (int i = 0; i < ENTRIES; i++) {
                int before = TestDisk.FORCED.get();
                keep(archive);
                assertThat(TestDisk.FORCED).hasValueGreaterThan(before);
            }
        }
    }

    @Test
    void aReplayedAnswerIsForcedToo() {
        try (Database store = Database.open(TestDisk.place(), Durability.POWER)) {
            IdempotentResponses answers = new IdempotentResponses(store, new TestClock());
            IdempotencyKey key = new IdempotencyKey("o", "k", "f");
            answers.execute(key, () -> new StoredResponse(200, Map.of(), new byte[0]));
            // Something not forced yet, as by a winner that was cut off between its commit and its checkpoint.
            store.sql().sql("update once_answer set fingerprint = 'f'").update();
            int before = TestDisk.FORCED.get();
            assertThat(answers.find(key)).isPresent();
            assertThat(TestDisk.FORCED).hasValueGreaterThan(before);
        }
    }

    @Test
    void otherwiseTheDiskIsNotForcedEachTime() {
        try (Database store = Database.open(TestDisk.place(), Durability.PROCESS)) {
            Archive archive = new Archive(store, new TestClock());
            int before = TestDisk.FORCED.get();
            for (int i = 0; i < ENTRIES; i++) {
                keep(archive);
            }
            assertThat(TestDisk.FORCED.get() - before).isLessThan(ENTRIES);
        }
    }

    @Test
    void thoseWhoWaitTogetherShareOneCheckpoint() throws Exception {
        CountDownLatch firstIsForcing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger forced = new AtomicInteger();
        Checkpoint checkpoint = new Checkpoint(() -> {
            if (forced.getAndIncrement() == 0) {
                firstIsForcing.countDown();
                await(goOn);
            }
        });
        Thread first = new Thread(checkpoint::await);
        first.start();
        firstIsForcing.await();
        List<Thread> others = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Thread other = new Thread(checkpoint::await);
            other.start();
            others.add(other);
        }
        for (Thread other : others) {
            while (other.getState() != Thread.State.BLOCKED) {
                Thread.onSpinWait();
            }
        }
        goOn.countDown();
        first.join();
        for (Thread other : others) {
            other.join();
        }
        // One that came while the first was forcing may not be covered by it; together they need one more.
        assertThat(forced).hasValue(2);
    }

    @Test
    void aCheckpointThatFailsAcknowledgesNothing() {
        AtomicInteger calls = new AtomicInteger();
        Checkpoint checkpoint = new Checkpoint(() -> {
            if (calls.incrementAndGet() == 1) {
                throw DiskReserve.full();
            }
        });
        assertThatThrownBy(checkpoint::await).isInstanceOf(ProblemException.class);
        checkpoint.await();
        assertThat(calls).hasValue(2);
    }

    /** Of two whom one checkpoint was to cover, the second makes another when it failed. */
    @Test
    void whoSharedACheckpointThatFailedIsNotAcknowledgedByIt() throws Exception {
        CountDownLatch firstIsForcing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        Checkpoint checkpoint = new Checkpoint(() -> {
            int call = calls.incrementAndGet();
            if (call == 1) {
                firstIsForcing.countDown();
                await(goOn);
            }
            if (call == 2) {
                throw DiskReserve.full();
            }
        });
        Thread first = new Thread(checkpoint::await);
        first.start();
        firstIsForcing.await();
        AtomicInteger refused = new AtomicInteger();
        List<Thread> sharing = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Thread one = new Thread(() -> {
                try {
                    checkpoint.await();
                } catch (ProblemException full) {
                    refused.incrementAndGet();
                }
            });
            one.start();
            sharing.add(one);
        }
        for (Thread one : sharing) {
            while (one.getState() != Thread.State.BLOCKED) {
                Thread.onSpinWait();
            }
        }
        goOn.countDown();
        first.join();
        for (Thread one : sharing) {
            one.join();
        }
        assertThat(refused).hasValue(1);
        assertThat(calls).hasValue(3);
    }

    @Test
    void writingEndsWhileTheReserveIsLeft() {
        AtomicLong left = new AtomicLong(DiskReserve.RESERVE);
        DiskReserve room = new DiskReserve(left::get);
        room.require(DiskReserve.RESERVE);
        left.decrementAndGet();
        assertThatThrownBy(() -> room.require(DiskReserve.RESERVE))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.STORAGE_FULL));
        new DiskReserve(() -> {
                    throw new IOException("unknown");
                })
                .require(DiskReserve.RESERVE);
    }

    @Test
    void withTheReserveOnlyNothingIsWrittenAndAllCanBeRead() {
        try (Database roomy = Database.open(TestDatabase.h2(), Durability.PROCESS)) {
            keep(new Archive(roomy, new TestClock()));
            HikariDataSource pool = (HikariDataSource) roomy.dataSource();
            Database.Embedded full = new Database.Embedded(new DatabaseLock(60_000), new DiskReserve(() -> 0), false);
            Archive archive = new Archive(new Database(pool, roomy.promise(), Optional.of(full)), new TestClock());
            assertThatThrownBy(() -> keep(archive))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.STORAGE_FULL));
            assertThat(archive.list(ArchiveFilters.ALL).entries()).hasSize(1);
        }
    }

    @Test
    void manyReadAtOnceAndOneWritesAlone() throws Exception {
        DatabaseLock turns = new DatabaseLock(60_000);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch bothRead = new CountDownLatch(2);
        Callable<Boolean> reader = () -> turns.shared(() -> {
            bothRead.countDown();
            return await(bothRead);
        });
        assertThat(Concurrently.run(List.of(reader, reader))).containsExactly(true, true);
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            writers.add(() -> turns.exclusive(() -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                Thread.yield();
                // Who writes may read meanwhile, and write further.
                turns.shared(() -> turns.exclusive(() -> 0));
                return inside.decrementAndGet();
            }));
        }
        Concurrently.run(writers);
        assertThat(most).hasValue(1);
    }

    @Test
    void whoWaitsTooLongForATurnIsToldToTryAgain() throws Exception {
        DatabaseLock turns = new DatabaseLock(1);
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Thread writer = new Thread(() -> turns.exclusive(() -> {
            writing.countDown();
            return await(goOn);
        }));
        writer.start();
        writing.await();
        for (ThrowingCallable entering :
                List.<ThrowingCallable>of(() -> turns.shared(() -> 0), () -> turns.exclusive(() -> 0))) {
            assertThatThrownBy(entering)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.ARCHIVE_UNAVAILABLE));
        }
        goOn.countDown();
        writer.join();
        assertThat(turns.shared(() -> 1)).isEqualTo(1);
    }

    @Test
    void whileOneWritesToTheEmbeddedArchiveNobodyElseIsInIt() {
        try (Database opened = Database.open(TestDatabase.h2(), Durability.PROCESS)) {
            HikariDataSource pool = (HikariDataSource) opened.dataSource();
            DatabaseLock turns = new DatabaseLock(1);
            DiskReserve roomy = new DiskReserve(() -> Long.MAX_VALUE);
            Database store =
                    new Database(pool, opened.promise(), Optional.of(new Database.Embedded(turns, roomy, false)));
            Callable<Boolean> other = () -> {
                try {
                    return store.read(() -> true);
                } catch (ProblemException wait) {
                    return false;
                }
            };
            assertThat(store.<List<Boolean>>write(() -> together(other))).containsExactly(false);
            assertThat(together(other)).containsExactly(true);
        }
    }

    private static <T> List<T> together(Callable<T> one) {
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

    private static void keep(Archive archive) {
        archive.add(new NewAssessment(new AssessmentFacts("s", "T", Band.LIKELY, 60, "s", "1", "r", "e", "o"), "{}"));
    }
}
