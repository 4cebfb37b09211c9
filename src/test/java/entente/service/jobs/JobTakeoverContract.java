package entente.service.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.archive.Job;
import entente.service.archive.JobTable;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.testkit.Concurrently;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Jobs of instances that stop, crash or share jobs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
abstract class JobTakeoverContract extends JobFixture {

    @Test
    void oneOfSeveralInstancesRunsTheJob() throws Exception {
        for (int round = 0; round < 10; round++) {
            Job job = jobs.add("anna", "kind", REQUEST, 1);
            List<Callable<Boolean>> instances = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                instances.add(() -> worker((request, progress) -> "done").runNext());
            }
            assertThat(Concurrently.run(instances)).containsOnlyOnce(true);
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
            // The first three clock reads are for abandoned jobs and the query, the fourth for the update.
            if (clockReads.incrementAndGet() == 4) {
                assertThat(jobs.take()).isPresent();
            }
            return clock.instant();
        };
        assertThat(new JobTable(store, competingClock).take()).isEmpty();
        assertThat(clockReads).hasValueGreaterThan(4);
    }

    @Test
    void jobsOfADeadInstanceAreTakenOver() {
        Job job = jobs.add("anna", "kind", REQUEST, 9);
        JobTable.Held dead = jobs.take().orElseThrow();
        assertThat(jobs.progress(dead, 5)).isTrue();
        clock.forward(JobTable.LEASE.minusMillis(1));
        assertThat(worker((request, progress) -> "too early").runNext()).isFalse();
        clock.forward(Duration.ofMillis(1));
        worker((request, progress) -> {
                    assertThat(reload(job).done()).isZero();
                    assertThat(jobs.progress(dead, 6)).isFalse();
                    assertThat(jobs.renew(dead)).isFalse();
                    assertThat(jobs.end(dead, Job.State.DONE, "of the dead instance"))
                            .isFalse();
                    assertThat(jobs.release(dead)).isFalse();
                    return "of the live instance";
                })
                .runNext();
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
        JobWorker[] slow = new JobWorker[1];
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
        assertThat(reload(job).state()).isEqualTo(Job.State.FAILED);
        assertThat(reload(job).result().orElseThrow()).contains("/problems/");
        for (int i = 0; i < JobTable.MAX_OPEN_JOBS; i++) {
            jobs.add("anna", "kind", REQUEST, 1);
        }
    }

    @Test
    void temporaryFaultIsRetriedAfterAPause() {
        Exception[] faults = {
            ProblemException.of(ProblemType.ARCHIVE_UNAVAILABLE, "gone"),
            ProblemException.of(ProblemType.STORAGE_FULL, "full"),
            ProblemException.of(ProblemType.OVERLOADED, "busy"),
            new IOException("gone"),
            new UncheckedIOException(new IOException("gone"))
        };
        for (Exception fault : faults) {
            Job job = jobs.add("anna", "kind", REQUEST, 1);
            worker((request, progress) -> {
                        throw fault;
                    })
                    .runNext();
            assertThat(reload(job).state()).isEqualTo(Job.State.QUEUED);
            clock.forward(JobTable.FIRST_PAUSE.minusMillis(1));
            JobWorker next = worker((request, progress) -> "at last");
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
        JobWorker worker = worker((request, progress) -> {
            last.add(progress.isLastAttempt());
            throw ProblemException.of(ProblemType.ARCHIVE_UNAVAILABLE, "It is gone.");
        });
        Duration pause = JobTable.FIRST_PAUSE;
        while (worker.runNext()) {
            clock.forward(pause.minusMillis(1));
            assertThat(worker.runNext()).isFalse();
            clock.forward(Duration.ofMillis(1));
            pause = pause.multipliedBy(2);
        }
        assertThat(last).hasSize(JobTable.MAX_ATTEMPTS).endsWith(false, true).containsOnlyOnce(true);
        assertThat(reload(job).state()).isEqualTo(Job.State.FAILED);
        assertThat(reload(job).result().orElseThrow()).contains("/problems/archive-unavailable", "It is gone.");
    }

    @Test
    void releasedJobDoesNotCountAsAttempt() {
        Job job = jobs.add("anna", "kind", REQUEST, 1);
        for (int attempt = 0; attempt < JobTable.MAX_ATTEMPTS; attempt++) {
            assertThat(jobs.release(jobs.take().orElseThrow())).isTrue();
        }
        assertThat(jobs.take()).isPresent();
        clock.forward(JobTable.LEASE);
        worker((request, progress) -> "at last").runNext();
        assertThat(reload(job).result()).contains("at last");
    }

    @Test
    void stoppingInstanceReleasesItsJob() {
        Job job = jobs.add("anna", "kind", REQUEST, 1);
        JobWorker[] ending = new JobWorker[1];
        ending[0] = worker((request, progress) -> {
            ending[0].close();
            progress.done(1);
            return "never";
        });
        ending[0].runNext();
        assertThat(reload(job).state()).isEqualTo(Job.State.QUEUED);
        assertThat(ending[0].runNext()).isFalse();
        worker((request, progress) -> "by another").runNext();
        assertThat(reload(job).result()).contains("by another");
    }
}
