package entente.service.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.archive.Content;
import entente.service.archive.Database;
import entente.service.archive.Durability;
import entente.service.archive.Job;
import entente.service.archive.JobTable;
import entente.service.jobs.JobRunner.WorkerState;
import entente.testkit.Await;
import entente.testkit.TestClock;
import entente.testkit.TestDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that run jobs. */
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

    /** By notification: the poll interval is one day. */
    @Test
    void submittedJobStartsImmediately() throws Exception {
        try (JobRunner jobRunner = jobRunner((request, progress) -> "done", Duration.ofDays(1))) {
            jobRunner.start();
            Job first = jobRunner.submit("anna", "kind", REQUEST, 1);
            assertThat(awaitEnd(first).result()).contains("done");
            Job second = jobRunner.submit("anna", "kind", REQUEST, 1);
            assertThat(awaitEnd(second).result()).contains("done");
        }
    }

    @Test
    void jobOfAnotherInstanceIsFoundByPolling() throws Exception {
        try (JobRunner jobRunner = jobRunner((request, progress) -> "done", Duration.ofMillis(20))) {
            jobRunner.start();
            Job job = jobs.add("anna", "kind", REQUEST, 1);
            assertThat(awaitEnd(job).state()).isEqualTo(Job.State.DONE);
        }
    }

    /** An interrupt that a task leaves behind would end the thread's wait for the next job. */
    @Test
    void failedJobDoesNotEndTheWorker() throws Exception {
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
            int index = request.open().read();
            return index < bad.length ? bad[index].run(request, progress) : "done";
        };
        try (JobRunner jobRunner = jobRunner(task, Duration.ofDays(1))) {
            jobRunner.start();
            for (byte index = 0; index < bad.length; index++) {
                Job job = jobRunner.submit("anna", "kind", Content.of(new byte[] {index}), 1);
                assertThat(awaitEnd(job).state()).isEqualTo(Job.State.FAILED);
            }
            Job good = jobRunner.submit("anna", "kind", Content.of(new byte[] {9}), 1);
            assertThat(awaitEnd(good).state()).isEqualTo(Job.State.DONE);
            assertThat(jobRunner.state()).isEqualTo(WorkerState.UP);
        }
    }

    /** A step that does not end is reported, and other instances can take its job. */
    @Test
    void stuckWorkerIsReportedAndLosesItsJob() throws Exception {
        AtomicLong nanos = new AtomicLong();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        JobTask stuck = (request, progress) -> {
            begun.countDown();
            release.await();
            return "in the end";
        };
        try (JobRunner jobRunner =
                new JobRunner(jobs, Map.of("kind", stuck), Duration.ofSeconds(1), Duration.ofMillis(5), nanos::get)) {
            jobRunner.start();
            Job job = jobRunner.submit("anna", "kind", REQUEST, 1);
            begun.await();
            nanos.set(JobRunner.LONGEST_STEP.toNanos());
            assertThat(jobRunner.state()).isEqualTo(WorkerState.UP);
            nanos.addAndGet(Duration.ofSeconds(2).toNanos());
            assertThat(jobRunner.state()).isEqualTo(WorkerState.STUCK);
            // A heartbeat that had already begun may renew the lease once more.
            Thread.sleep(50);
            clock.forward(JobTable.LEASE);
            Thread.sleep(50);
            assertThat(jobs.take().map(held -> held.job().id())).contains(job.id());
            release.countDown();
        }
    }

    @Test
    void closeReturnsTheRunningJobToTheQueueAndTakesNoOther() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        JobTask endless = (request, progress) -> {
            while (true) {
                progress.done(0);
                begun.countDown();
            }
        };
        JobRunner jobRunner = jobRunner(endless, Duration.ofDays(1));
        jobRunner.start();
        Job job = jobRunner.submit("anna", "kind", REQUEST, 1);
        begun.await();
        jobRunner.close();
        assertThat(jobs.find(job.id(), "anna").orElseThrow().state()).isEqualTo(Job.State.QUEUED);
        assertThat(jobRunner.runNext()).isFalse();
    }

    private JobRunner jobRunner(JobTask task, Duration pollInterval) {
        return new JobRunner(jobs, Map.of("kind", task), pollInterval);
    }

    private Job awaitEnd(Job job) throws Exception {
        Callable<Job> now = () -> jobs.find(job.id(), job.owner()).orElseThrow();
        Await.holds(
                "ended",
                () -> !Set.of(Job.State.QUEUED, Job.State.RUNNING)
                        .contains(now.call().state()));
        return now.call();
    }
}
