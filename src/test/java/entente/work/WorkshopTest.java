package entente.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.archive.Database;
import entente.archive.Durability;
import entente.archive.Job;
import entente.archive.Jobs;
import entente.archive.Store;
import entente.archive.TestClock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The threads around the worker. */
@Timeout(120)
class WorkshopTest {

    private static final byte[] REQUEST = {1};

    private final Store store = Store.open(Database.h2(), Durability.PROCESS);
    private final Jobs jobs = new Jobs(store, new TestClock());

    @AfterEach
    void close() {
        store.close();
    }

    /** By the bell: the next look is a day away. */
    @Test
    void work_that_is_taken_in_is_begun_at_once() throws Exception {
        try (Workshop workshop = workshop((request, progress) -> "done", Duration.ofDays(1))) {
            workshop.start();
            Job first = workshop.submit("anna", "kind", REQUEST, 1);
            assertThat(ended(workshop, first).result()).contains("done");
            Job second = workshop.submit("anna", "kind", REQUEST, 1);
            assertThat(ended(workshop, second).result()).contains("done");
        }
    }

    @Test
    void work_of_another_instance_is_found_at_the_next_look() throws Exception {
        try (Workshop workshop = workshop((request, progress) -> "done", Duration.ofMillis(20))) {
            workshop.start();
            Job job = jobs.add("anna", "kind", REQUEST, 1);
            assertThat(ended(workshop, job).state()).isEqualTo(Job.State.DONE);
        }
    }

    @Test
    void work_that_fails_does_not_end_the_worker() throws Exception {
        Task task = (request, progress) -> {
            if (request[0] == 0) {
                throw new StackOverflowError();
            }
            return "done";
        };
        try (Workshop workshop = workshop(task, Duration.ofDays(1))) {
            workshop.start();
            Job bad = workshop.submit("anna", "kind", new byte[] {0}, 1);
            assertThat(ended(workshop, bad).state()).isEqualTo(Job.State.FAILED);
            Job good = workshop.submit("anna", "kind", REQUEST, 1);
            assertThat(ended(workshop, good).state()).isEqualTo(Job.State.DONE);
        }
    }

    @Test
    void what_is_in_hand_at_the_end_is_left_for_the_next_start() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Task endless = (request, progress) -> {
            while (true) {
                progress.done(0);
                begun.countDown();
            }
        };
        Job job;
        try (Workshop workshop = workshop(endless, Duration.ofDays(1))) {
            workshop.start();
            job = workshop.submit("anna", "kind", REQUEST, 1);
            begun.await();
        }
        assertThat(jobs.find(job.id(), "anna").orElseThrow().state()).isEqualTo(Job.State.QUEUED);
    }

    @Test
    void only_known_kinds_are_taken_in() {
        try (Workshop workshop = workshop((request, progress) -> "", Duration.ofDays(1))) {
            assertThatThrownBy(() -> workshop.submit("anna", "unknown", REQUEST, 1))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private Workshop workshop(Task task, Duration look) {
        return new Workshop(jobs, Map.of("kind", task), look);
    }

    /** The guard of the class bounds the wait. */
    private static Job ended(Workshop workshop, Job job) throws InterruptedException {
        while (true) {
            Job now = workshop.find(job.id(), job.owner()).orElseThrow();
            if (now.state().ended()) {
                return now;
            }
            Thread.sleep(5);
        }
    }
}
