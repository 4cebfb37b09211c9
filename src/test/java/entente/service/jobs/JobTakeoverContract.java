package entente.service.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.archive.Job;
import entente.service.archive.JobTable;
import entente.testkit.Concurrently;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Jobs of instances that end, die or share the work. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
abstract class JobTakeoverContract extends JobFixture {

    @Test
    void ofSeveralInstancesOneGetsTheWork() throws Exception {
        for (int round = 0; round < 10; round++) {
            Job job = jobs.add("anna", "kind", REQUEST, 1);
            List<Callable<Boolean>> instances = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                instances.add(() -> worker((request, progress) -> "done").runNext());
            }
            assertThat(Concurrently.run(instances)).containsOnlyOnce(true);
            assertThat(job(job).state()).isEqualTo(Job.State.DONE);
            assertThat(runs).hasValue(round + 1);
        }
    }

    /** Between the look for work and the taking of it another instance is faster. */
    @Test
    void aJobIsTakenByOneInstanceOnly() {
        jobs.add("anna", "kind", REQUEST, 1);
        AtomicInteger asked = new AtomicInteger();
        InstantSource overtaken = () -> {
            // The first three questions are for what to give up and the look, the fourth for the taking.
            if (asked.incrementAndGet() == 4) {
                assertThat(jobs.take()).isPresent();
            }
            return clock.instant();
        };
        assertThat(new JobTable(store, overtaken).take()).isEmpty();
        assertThat(asked).hasValueGreaterThan(4);
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
                    assertThat(job(job).done()).isZero();
                    assertThat(jobs.progress(dead, 6)).isFalse();
                    assertThat(jobs.renew(dead)).isFalse();
                    assertThat(jobs.end(dead, Job.State.DONE, "of the dead")).isFalse();
                    assertThat(jobs.release(dead)).isFalse();
                    return "of the living";
                })
                .runNext();
        assertThat(job(job).result()).contains("of the living");
    }

    @Test
    void aLiveInstanceKeepsItsJob() {
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

    /** The heart beats from another thread, while the step runs. */
    @Test
    void aStepThatTakesLongIsNotTakenOverWhileTheHeartBeats() {
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
        assertThat(job(job).result()).contains("in the end");
    }

    @Test
    void workThatEndsItsInstanceThreeTimesIsGivenUp() {
        Job job = jobs.add("anna", "kind", REQUEST, 1);
        for (int attempt = 0; attempt < JobTable.MAX_ATTEMPTS; attempt++) {
            assertThat(jobs.take()).isPresent();
            clock.forward(JobTable.LEASE);
        }
        assertThat(jobs.take()).isEmpty();
        assertThat(job(job).state()).isEqualTo(Job.State.FAILED);
        assertThat(job(job).result().orElseThrow()).contains("/problems/");
        for (int i = 0; i < JobTable.MAX_OPEN_JOBS; i++) {
            jobs.add("anna", "kind", REQUEST, 1);
        }
    }

    @Test
    void workThatWasLetGoInOrderIsNotGivenUpHoweverOften() {
        Job job = jobs.add("anna", "kind", REQUEST, 1);
        for (int time = 0; time < JobTable.MAX_ATTEMPTS; time++) {
            assertThat(jobs.release(jobs.take().orElseThrow())).isTrue();
        }
        assertThat(jobs.take()).isPresent();
        clock.forward(JobTable.LEASE);
        worker((request, progress) -> "at last").runNext();
        assertThat(job(job).result()).contains("at last");
    }

    @Test
    void anInstanceThatEndsInOrderLetsGoOfItsWork() {
        Job job = jobs.add("anna", "kind", REQUEST, 1);
        JobWorker[] ending = new JobWorker[1];
        ending[0] = worker((request, progress) -> {
            ending[0].close();
            progress.done(1);
            return "never";
        });
        ending[0].runNext();
        assertThat(job(job).state()).isEqualTo(Job.State.QUEUED);
        assertThat(ending[0].runNext()).isFalse();
        worker((request, progress) -> "by another").runNext();
        assertThat(job(job).result()).contains("by another");
    }
}
