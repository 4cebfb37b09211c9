package entente.service.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.service.archive.ApiResponse;
import entente.service.archive.Content;
import entente.service.archive.Database;
import entente.service.archive.DatabaseUrl;
import entente.service.archive.Durability;
import entente.service.archive.IdempotentResponses;
import entente.service.archive.IdempotentResponses.IdempotencyKey;
import entente.service.archive.Job;
import entente.service.archive.JobTable;
import entente.service.jobs.JobRunner.WorkerState;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.testkit.Await;
import entente.testkit.Concurrently;
import entente.testkit.TestClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * Jobs that any instance accepts, runs, reports and cancels. Instances stop, crash and share jobs. Most tests call the workers
 * directly and do not wait.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
abstract class JobContract {

    private static final Content REQUEST = request("request");
    private static final Set<Job.State> OPEN = Set.of(Job.State.QUEUED, Job.State.RUNNING);

    private final TestClock clock = new TestClock();
    private final AtomicInteger runs = new AtomicInteger();
    private Database store;
    private JobTable jobs;

    abstract DatabaseUrl databaseUrl();

    @BeforeAll
    void open() {
        store = Database.open(databaseUrl(), Durability.PROCESS);
        jobs = new JobTable(store, clock);
    }

    @AfterAll
    void close() {
        store.close();
    }

    /** Ends the open jobs of other tests. */
    @BeforeEach
    void endOpenJobs() {
        clock.forward(JobTable.LEASE.multipliedBy(2));
        while (worker((request, progress) -> "left over").runNext()) {
            clock.forward(Duration.ofSeconds(1));
        }
        runs.set(0);
    }

    private JobRunner worker(JobTask task) {
        return worker(task, Duration.ofDays(1));
    }

    private JobRunner worker(JobTask task, Duration pollInterval) {
        return new JobRunner(
                jobs,
                Map.of("kind", (request, progress) -> {
                    runs.incrementAndGet();
                    return task.run(request, progress);
                }),
                pollInterval);
    }

    private void run(JobTask task) {
        worker(task).runNext();
    }

    private void assertEnded(Job job, Job.State state, String... result) {
        assertThat(reload(job).state()).isEqualTo(state);
        assertThat(reload(job).result().orElse("")).contains(result);
    }

    private static Content request(String text) {
        return Content.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Content request) throws IOException {
        try (InputStream in = request.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Job reload(Job job) {
        return jobs.find(job.id(), job.owner()).orElseThrow();
    }

    private Job awaitEnd(Job job) throws Exception {
        Await.holds("ended", () -> !OPEN.contains(reload(job).state()));
        return reload(job);
    }

    /** Requests are stored in chunks; the sizes are around the chunk boundaries. */
    @Test
    void largeRequestIsStoredUnchanged() {
        for (int size : new int[] {0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, (2 << 20) + 17}) {
            byte[] bytes = new byte[size];
            new Random(size).nextBytes(bytes);
            Job job = jobs.add("anna", "kind", Content.of(bytes), 1);
            run((request, progress) -> {
                for (int time = 0; time < 2; time++) {
                    try (InputStream in = request.open()) {
                        assertThat(in.readAllBytes()).isEqualTo(bytes);
                    }
                }
                return "same";
            });
            assertThat(reload(job).result()).contains("same");
        }
    }

    @Test
    void jobRunsOnceAndItsResultIsAvailable() {
        Job job = jobs.add("anna", "kind", REQUEST, 3);
        assertThat(job.state()).isEqualTo(Job.State.QUEUED);
        assertThat(reload(job)).isEqualTo(job);
        JobRunner worker = worker((request, progress) -> {
            progress.done(2);
            assertThat(reload(job).state()).isEqualTo(Job.State.RUNNING);
            assertThat(reload(job).done()).isEqualTo(2);
            return text(request) + " done";
        });
        assertThat(worker.runNext()).isTrue();
        assertThat(worker.runNext()).isFalse();
        assertThat(reload(job).state()).isEqualTo(Job.State.DONE);
        assertThat(reload(job).result()).contains("request done");
        assertThat(runs).hasValue(1);
    }

    @Test
    void oldestJobRunsFirst() {
        List<String> order = new ArrayList<>();
        for (String name : List.of("one", "two", "three")) {
            jobs.add("anna", "kind", request(name), 1);
        }
        JobRunner worker = worker((request, progress) -> {
            order.add(text(request));
            return "";
        });
        while (worker.runNext()) {
            clock.forward(Duration.ofSeconds(1));
        }
        assertThat(order).containsExactly("one", "two", "three");
    }

    @Test
    void jobsAreVisibleToTheirOwnerOnly() {
        Job job = jobs.add("anna", "kind", REQUEST, 1);
        assertThat(jobs.find(job.id(), "bert")).isEmpty();
        assertThat(jobs.cancel(job.id(), "bert")).isEmpty();
        assertThat(jobs.find(UUID.randomUUID(), "anna")).isEmpty();
        assertThat(reload(job).state()).isEqualTo(Job.State.QUEUED);
    }

    @Test
    void cancelledJobStopsAtItsNextStep() {
        Job job = jobs.add("anna", "kind", REQUEST, 3);
        AtomicInteger steps = new AtomicInteger();
        run((request, progress) -> {
            progress.done(steps.incrementAndGet());
            jobs.cancel(job.id(), "anna");
            progress.done(steps.incrementAndGet());
            progress.done(steps.incrementAndGet());
            return "never";
        });
        assertThat(steps).hasValue(2);
        assertThat(reload(job).state()).isEqualTo(Job.State.CANCELLED);
        assertThat(reload(job).result()).isEmpty();
        assertThat(jobs.cancel(job.id(), "anna").orElseThrow().state()).isEqualTo(Job.State.CANCELLED);
    }

    @Test
    void cancelledQueuedJobDoesNotStart() {
        Job job = jobs.add("anna", "kind", REQUEST, 3);
        jobs.cancel(job.id(), "anna");
        assertThat(worker((request, progress) -> "never").runNext()).isFalse();
        assertThat(runs).hasValue(0);
    }

    @Test
    void resultAfterCancellationIsDiscarded() {
        Job job = jobs.add("anna", "kind", REQUEST, 1);
        run((request, progress) -> {
            jobs.cancel(job.id(), "anna");
            return "too late";
        });
        assertThat(reload(job).state()).isEqualTo(Job.State.CANCELLED);
        assertThat(reload(job).result()).isEmpty();
    }

    @Test
    void completedJobCannotBeCancelled() {
        Job job = jobs.add("anna", "kind", REQUEST, 1);
        run((request, progress) -> "done");
        assertThatThrownBy(() -> jobs.cancel(job.id(), "anna"))
                .hasFieldOrPropertyWithValue("type", ProblemType.CONFLICT);
    }

    @Test
    void failedJobResultIsAProblem() {
        Job refused = jobs.add("anna", "kind", REQUEST, 1);
        run((request, progress) -> {
            throw ProblemType.INVALID.problem("This cannot be.");
        });
        assertEnded(refused, Job.State.FAILED, "/problems/invalid", "This cannot be.");
        Job broken = jobs.add("anna", "kind", REQUEST, 1);
        run((request, progress) -> {
            throw new IllegalStateException("secret of the house");
        });
        assertThat(reload(broken).result().orElseThrow())
                .contains("/problems/bug", "/problems/occurrences/")
                .doesNotContain("secret", "Exception");
    }

    @Test
    void jobOfUnknownKindFails() {
        Job job = jobs.add("anna", "other", REQUEST, 1);
        run((request, progress) -> "never");
        assertEnded(job, Job.State.FAILED, "/problems/not-found");
    }

    @Test
    void openJobsPerOwnerAreLimited() {
        List<Job> mine = new ArrayList<>();
        for (int i = 0; i < JobTable.MAX_OPEN_JOBS; i++) {
            mine.add(jobs.add("anna", "kind", REQUEST, 1));
        }
        assertTooMany("anna");
        jobs.add("bert", "kind", REQUEST, 1);
        jobs.cancel(mine.get(1).id(), "anna");
        jobs.add("anna", "kind", REQUEST, 1);
        assertTooMany("anna");
        run((request, progress) -> "done");
        jobs.add("anna", "kind", REQUEST, 1);
        assertTooMany("anna");
    }

    @Test
    void openJobLimitHoldsForConcurrentSubmissions() throws Exception {
        List<Boolean> calls = Concurrently.times(16, call -> {
            try {
                jobs.add("crowd", "kind", REQUEST, 1);
                return true;
            } catch (ProblemException full) {
                assertThat(full.type()).isEqualTo(ProblemType.TOO_MANY);
                return false;
            }
        });
        assertThat(calls).filteredOn(added -> added).hasSizeBetween(1, JobTable.MAX_OPEN_JOBS);
    }

    /** As over HTTP: each submission joins the transaction that stores the response to its own key. */
    @Test
    void concurrentSubmissionsWithDifferentKeysAreAccepted() throws Exception {
        IdempotentResponses responses = new IdempotentResponses(store, clock);
        for (int round = 0; round < 10; round++) {
            String owner = "keyed " + round;
            List<Integer> statuses = Concurrently.times(
                    JobTable.MAX_OPEN_JOBS,
                    call -> responses
                            .execute(new IdempotencyKey(owner, "key " + call, "fingerprint"), () -> {
                                jobs.add(owner, "kind", REQUEST, 1);
                                return new ApiResponse(202, Map.of(), new byte[0]);
                            })
                            .response()
                            .status());
            assertThat(statuses).hasSize(JobTable.MAX_OPEN_JOBS).containsOnly(202);
            assertTooMany(owner);
        }
    }

    @Test
    void othersStoreWhileALargeRequestIsStored() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stored = new CountDownLatch(1);
        Content slow = () -> new SequenceInputStream(
                new ByteArrayInputStream(new byte[3 << 20]), new ByteArrayInputStream(new byte[] {1}) {

                    @Override
                    public synchronized int read(byte[] bytes, int from, int length) {
                        begun.countDown();
                        Await.ignoringInterrupts(stored);
                        return super.read(bytes, from, length);
                    }
                });
        List<Callable<Job>> callers = List.of(() -> jobs.queue(jobs.prepare("anna", "kind", slow, 1)), () -> {
            Await.ignoringInterrupts(begun);
            Job other = jobs.add("bert", "kind", REQUEST, 1);
            stored.countDown();
            return other;
        });
        assertThat(Concurrently.run(callers))
                .allSatisfy(job -> assertThat(reload(job)).isEqualTo(job));
    }

    @Test
    void preparedJobIsNotRunAndNotKept() {
        JobTable.Prepared prepared = jobs.prepare("anna", "kind", REQUEST, 1);
        assertThat(jobs.find(prepared.job().id(), "anna")).isEmpty();
        assertThat(jobs.cancel(prepared.job().id(), "anna")).isEmpty();
        assertThat(worker((request, progress) -> "never").runNext()).isFalse();
        clock.forward(JobTable.PREPARATION.minusMillis(1));
        jobs.sweep();
        assertThat(reload(jobs.queue(prepared))).isEqualTo(prepared.job());
        JobTable.Prepared abandoned = jobs.prepare("anna", "kind", REQUEST, 1);
        clock.forward(JobTable.PREPARATION);
        jobs.sweep();
        assertThat(reload(prepared.job())).as("open").isEqualTo(prepared.job());
        assertThat(store.exists(
                        "select 1 from job where id = ?", abandoned.job().id()))
                .isFalse();
    }

    @Test
    void completedJobIsKeptForOneDay() {
        Job job = jobs.add("anna", "kind", REQUEST, 1);
        run((request, progress) -> "done");
        clock.forward(Duration.ofDays(1).minusMillis(1));
        jobs.sweep();
        assertThat(jobs.find(job.id(), "anna")).isPresent();
        Job open = jobs.add("anna", "kind", REQUEST, 1);
        clock.forward(Duration.ofDays(3));
        assertThat(jobs.sweep()).isPositive();
        assertThat(jobs.find(job.id(), "anna")).isEmpty();
        assertThat(jobs.find(open.id(), "anna")).isPresent();
    }

    @Test
    void oneOfSeveralInstancesRunsTheJob() throws Exception {
        for (int round = 0; round < 10; round++) {
            Job job = jobs.add("anna", "kind", REQUEST, 1);
            assertThat(Concurrently.times(
                            6, instance -> worker((request, progress) -> "done").runNext()))
                    .containsOnlyOnce(true);
            assertThat(reload(job).state()).isEqualTo(Job.State.DONE);
            assertThat(runs).hasValue(round + 1);
        }
    }

    /** Another instance takes the job between the query and the update. */
    @Test
    void jobTakenBetweenQueryAndUpdateIsSkipped() {
        jobs.add("anna", "kind", REQUEST, 1);
        AtomicInteger clockReads = new AtomicInteger();
        InstantSource competingClock = () -> {
            // The first two clock reads are for the query and the holder, the third for the update.
            if (clockReads.incrementAndGet() == 3) {
                assertThat(jobs.take()).isPresent();
            }
            return clock.instant();
        };
        assertThat(new JobTable(store, competingClock).take()).isEmpty();
        assertThat(clockReads).hasValueGreaterThan(3);
    }

    @Test
    void jobsOfADeadInstanceAreTakenOver() {
        Job job = jobs.add("anna", "kind", REQUEST, 9);
        JobTable.Held dead = jobs.take().orElseThrow();
        assertThat(jobs.progress(dead, 5)).isTrue();
        clock.forward(JobTable.LEASE.minusMillis(1));
        assertThat(worker((request, progress) -> "too early").runNext()).isFalse();
        clock.forward(Duration.ofMillis(1));
        run((request, progress) -> {
            assertThat(reload(job).done()).isZero();
            assertThat(jobs.progress(dead, 6)).isFalse();
            assertThat(jobs.renew(dead)).isFalse();
            assertThat(jobs.end(dead, Job.State.DONE, "of the dead instance")).isFalse();
            assertThat(jobs.release(dead)).isFalse();
            return "of the live instance";
        });
        assertThat(reload(job).result()).contains("of the live instance");
    }

    @Test
    void liveInstanceKeepsItsJob() {
        jobs.add("anna", "kind", REQUEST, 9);
        JobTable.Held held = jobs.take().orElseThrow();
        for (int i = 0; i < 5; i++) {
            clock.forward(JobTable.LEASE.minusMillis(1));
            assertThat(jobs.take()).isEmpty();
            assertThat(jobs.renew(held)).isTrue();
            clock.forward(JobTable.LEASE.minusMillis(1));
            assertThat(jobs.take()).isEmpty();
            assertThat(jobs.progress(held, i)).isTrue();
        }
    }

    /** The heartbeat runs on another thread during the step. */
    @Test
    void heartbeatKeepsTheJobDuringALongStep() {
        Job job = jobs.add("anna", "kind", REQUEST, 1);
        JobRunner[] slow = new JobRunner[1];
        slow[0] = worker((request, progress) -> {
            for (int i = 0; i < 3; i++) {
                clock.forward(JobTable.LEASE.minusMillis(1));
                slow[0].renewLease();
                assertThat(jobs.take()).isEmpty();
            }
            return "in the end";
        });
        slow[0].runNext();
        assertThat(reload(job).result()).contains("in the end");
    }

    @Test
    void jobFailsAfterMaxAttempts() {
        Job job = jobs.add("anna", "kind", REQUEST, 1);
        for (int attempt = 0; attempt < JobTable.MAX_ATTEMPTS; attempt++) {
            assertThat(jobs.take()).isPresent();
            clock.forward(JobTable.LEASE);
        }
        assertThat(jobs.take()).isEmpty();
        assertEnded(job, Job.State.FAILED, "/problems/");
        for (int i = 0; i < JobTable.MAX_OPEN_JOBS; i++) {
            jobs.add("anna", "kind", REQUEST, 1);
        }
    }

    @Test
    void temporaryFaultIsRetriedAfterAPause() {
        Exception[] faults = {
            ProblemType.ARCHIVE_UNAVAILABLE.problem("gone"),
            ProblemType.STORAGE_FULL.problem("full"),
            ProblemType.OVERLOADED.problem("busy"),
            new IOException("gone"),
            new UncheckedIOException(new IOException("gone"))
        };
        for (Exception fault : faults) {
            Job job = jobs.add("anna", "kind", REQUEST, 1);
            run((request, progress) -> {
                throw fault;
            });
            assertThat(reload(job).state()).isEqualTo(Job.State.QUEUED);
            clock.forward(JobTable.FIRST_PAUSE.minusMillis(1));
            JobRunner next = worker((request, progress) -> "at last");
            assertThat(next.runNext()).isFalse();
            clock.forward(Duration.ofMillis(1));
            assertThat(next.runNext()).isTrue();
            assertThat(reload(job).result()).contains("at last");
        }
    }

    @Test
    void aFaultThatStaysFailsTheJob() {
        Job job = jobs.add("anna", "kind", REQUEST, 1);
        List<Boolean> last = new ArrayList<>();
        JobRunner worker = worker((request, progress) -> {
            last.add(progress.isLastAttempt());
            throw ProblemType.ARCHIVE_UNAVAILABLE.problem("It is gone.");
        });
        Duration pause = JobTable.FIRST_PAUSE;
        while (worker.runNext()) {
            clock.forward(pause.minusMillis(1));
            assertThat(worker.runNext()).isFalse();
            clock.forward(Duration.ofMillis(1));
            pause = pause.multipliedBy(2);
        }
        assertThat(last).hasSize(JobTable.MAX_ATTEMPTS).endsWith(false, true).containsOnlyOnce(true);
        assertEnded(job, Job.State.FAILED, "/problems/archive-unavailable", "It is gone.");
    }

    @Test
    void releasedJobDoesNotCountAsAttempt() {
        Job job = jobs.add("anna", "kind", REQUEST, 1);
        for (int attempt = 0; attempt < JobTable.MAX_ATTEMPTS; attempt++) {
            assertThat(jobs.release(jobs.take().orElseThrow())).isTrue();
        }
        assertThat(jobs.take()).isPresent();
        clock.forward(JobTable.LEASE);
        run((request, progress) -> "at last");
        assertThat(reload(job).result()).contains("at last");
    }

    /** By notification: the poll interval is one day. */
    @Test
    void submittedJobStartsImmediately() throws Exception {
        try (JobRunner jobRunner = worker((request, progress) -> "done")) {
            jobRunner.start();
            for (int i = 0; i < 2; i++) {
                Job job = jobRunner.submit("anna", "kind", REQUEST, 1);
                assertThat(awaitEnd(job).result()).contains("done");
            }
        }
    }

    @Test
    void jobOfAnotherInstanceIsFoundByPolling() throws Exception {
        try (JobRunner jobRunner = worker((request, progress) -> "done", Duration.ofMillis(20))) {
            jobRunner.start();
            Job job = jobs.add("anna", "kind", REQUEST, 1);
            assertThat(awaitEnd(job).state()).isEqualTo(Job.State.DONE);
        }
    }

    /** An interrupt that a task leaves behind would end the thread's wait for the next job. */
    @Test
    void failedJobDoesNotEndTheWorker() throws Exception {
        Error[] errors = {new StackOverflowError(), new OutOfMemoryError("on purpose"), new LinkageError("on purpose")};
        JobTask task = (request, progress) -> {
            int index = request.open().read();
            if (index < errors.length) {
                throw errors[index];
            }
            if (index == errors.length) {
                Thread.currentThread().interrupt();
                throw new InterruptedException();
            }
            return "done";
        };
        try (JobRunner jobRunner = worker(task)) {
            jobRunner.start();
            for (byte index = 0; index <= errors.length; index++) {
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
        JobRunner jobRunner = worker((request, progress) -> {
            while (true) {
                progress.done(0);
                begun.countDown();
            }
        });
        jobRunner.start();
        Job job = jobRunner.submit("anna", "kind", REQUEST, 1);
        begun.await();
        jobRunner.close();
        assertThat(reload(job).state()).isEqualTo(Job.State.QUEUED);
        assertThat(jobRunner.runNext()).isFalse();
    }

    private void assertTooMany(String owner) {
        assertThatThrownBy(() -> jobs.add(owner, "kind", REQUEST, 1))
                .hasFieldOrPropertyWithValue("type", ProblemType.TOO_MANY);
    }
}
