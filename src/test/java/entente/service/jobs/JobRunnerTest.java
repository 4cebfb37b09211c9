package entente.service.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.service.archive.Content;
import entente.service.archive.Database;
import entente.service.archive.Durability;
import entente.service.archive.Job;
import entente.service.archive.JobTable;
import entente.service.jobs.JobRunner.WorkerState;
import entente.testkit.TestClock;
import entente.testkit.TestDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The threads around the worker. */
@Timeout(120)
class JobRunnerTest {

    private static final Content REQUEST = Content.of(new byte[] {1});

    private final Database store = Database.open(TestDatabase.h2(), Durability.PROCESS);
    private final TestClock clock = new TestClock();
    private final JobTable jobs = new JobTable(store, clock);

    @AfterEach
    void close() {
        store.close();
    }

    /** By the bell: the next look is a day away. */
    @Test
    void workThatIsTakenInIsBegunAtOnce() throws Exception {
        try (JobRunner jobRunner = jobRunner((request, progress) -> "done", Duration.ofDays(1))) {
            jobRunner.start();
            Job first = jobRunner.submit("anna", "kind", REQUEST, 1);
            assertThat(ended(first).result()).contains("done");
            Job second = jobRunner.submit("anna", "kind", REQUEST, 1);
            assertThat(ended(second).result()).contains("done");
        }
    }

    @Test
    void workOfAnotherInstanceIsFoundAtTheNextLook() throws Exception {
        try (JobRunner jobRunner = jobRunner((request, progress) -> "done", Duration.ofMillis(20))) {
            jobRunner.start();
            Job job = jobs.add("anna", "kind", REQUEST, 1);
            assertThat(ended(job).state()).isEqualTo(Job.State.DONE);
        }
    }

    /** An interrupt that a task leaves behind would end the thread's wait for the next job. */
    @Test
    void workThatFailsDoesNotEndTheWorker() throws Exception {
        JobTask[] bad = {
            (request, progress) -> {
                throw new StackOverflowError();
            },
            (request, progress) -> {
                throw new OutOfMemoryError("on purpose");
            },
            (request, progress) -> {
                throw new LinkageError("on purpose");
            },
            (request, progress) -> {
                Thread.currentThread().interrupt();
                throw new InterruptedException();
            }
        };
        JobTask task = (request, progress) -> {
            int which = request.open().read();
            return which < bad.length ? bad[which].run(request, progress) : "done";
        };
        try (JobRunner jobRunner = jobRunner(task, Duration.ofDays(1))) {
            jobRunner.start();
            for (byte which = 0; which < bad.length; which++) {
                Job job = jobRunner.submit("anna", "kind", Content.of(new byte[] {which}), 1);
                assertThat(ended(job).state()).isEqualTo(Job.State.FAILED);
            }
            Job good = jobRunner.submit("anna", "kind", Content.of(new byte[] {9}), 1);
            assertThat(ended(good).state()).isEqualTo(Job.State.DONE);
            assertThat(jobRunner.state()).isEqualTo(WorkerState.UP);
            assertThat(jobRunner.restarts()).isZero();
        }
    }

    /** The first threads end at once, as if an error had got past everything that catches it. */
    @Test
    void aDeadWorkerIsToldAndReplaced() throws Exception {
        AtomicInteger made = new AtomicInteger();
        CountDownLatch seen = new CountDownLatch(1);
        ThreadFactory threads = work -> new Thread(() -> {
            if (made.incrementAndGet() == 1) {
                return;
            }
            awaited(seen);
            work.run();
        });
        try (JobRunner jobRunner = new JobRunner(
                jobs,
                Map.of("kind", (request, progress) -> "done"),
                Duration.ofDays(1),
                Duration.ofMillis(20),
                System::nanoTime,
                threads)) {
            assertThat(jobRunner.state()).isEqualTo(WorkerState.DEAD);
            jobRunner.start();
            Job job = jobRunner.submit("anna", "kind", REQUEST, 1);
            while (jobRunner.restarts() == 0) {
                Thread.sleep(5);
            }
            seen.countDown();
            assertThat(ended(job).state()).isEqualTo(Job.State.DONE);
            assertThat(jobRunner.state()).isEqualTo(WorkerState.UP);
        }
    }

    /** A step that does not end is told, and its job is left to other instances. */
    @Test
    void aStuckWorkerIsToldAndLosesItsJob() throws Exception {
        AtomicLong nanos = new AtomicLong();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        JobTask stuck = (request, progress) -> {
            begun.countDown();
            release.await();
            return "in the end";
        };
        try (JobRunner jobRunner = new JobRunner(
                jobs, Map.of("kind", stuck), Duration.ofSeconds(1), Duration.ofMillis(5), nanos::get, Thread::new)) {
            jobRunner.start();
            Job job = jobRunner.submit("anna", "kind", REQUEST, 1);
            begun.await();
            nanos.set(JobRunner.LONGEST_STEP.toNanos());
            assertThat(jobRunner.state()).isEqualTo(WorkerState.UP);
            nanos.addAndGet(Duration.ofSeconds(2).toNanos());
            assertThat(jobRunner.state()).isEqualTo(WorkerState.STUCK);
            // A beat that had begun before may renew the hold once more.
            Thread.sleep(50);
            clock.forward(JobTable.LEASE);
            Thread.sleep(50);
            assertThat(jobs.take().map(held -> held.job().id())).contains(job.id());
            release.countDown();
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatIsInHandAtTheEndIsLeftForTheNextStart() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        JobTask endless = (request, progress) -> {
            while (true) {
                progress.done(0);
                begun.countDown();
            }
        };
        Job job;
        try (JobRunner jobRunner = jobRunner(endless, Duration.ofDays(1))) {
            jobRunner.start();
            job = jobRunner.submit("anna", "kind", REQUEST, 1);
            begun.await();
        }
        assertThat(jobs.find(job.id(), "anna").orElseThrow().state()).isEqualTo(Job.State.QUEUED);
    }

    @Test
    void onlyKnownKindsAreTakenIn() {
        try (JobRunner jobRunner = jobRunner((request, progress) -> "", Duration.ofDays(1))) {
            assertThatThrownBy(() -> jobRunner.submit("anna", "unknown", REQUEST, 1))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private JobRunner jobRunner(JobTask task, Duration look) {
        return new JobRunner(jobs, Map.of("kind", task), look);
    }

    /** The guard of the class bounds the wait. */
    private Job ended(Job job) throws InterruptedException {
        while (true) {
            Job now = jobs.find(job.id(), job.owner()).orElseThrow();
            if (now.state() != Job.State.QUEUED && now.state() != Job.State.RUNNING) {
                return now;
            }
            Thread.sleep(5);
        }
    }
}
