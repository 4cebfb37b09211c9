package entente.service.jobs;

import entente.service.archive.Content;
import entente.service.archive.Database;
import entente.service.archive.DatabaseUrl;
import entente.service.archive.Durability;
import entente.service.archive.Job;
import entente.service.archive.JobTable;
import entente.testkit.TestClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Job table, clock and workers of the job tests. */
abstract class JobFixture {

    static final Content REQUEST = request("request");

    final TestClock clock = new TestClock();
    final AtomicInteger runs = new AtomicInteger();
    Database store;
    JobTable jobs;

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
        worker((request, progress) -> "left over");
        clock.forward(JobTable.LEASE.multipliedBy(2));
        while (worker((request, progress) -> "left over").runNext()) {
            clock.forward(Duration.ofSeconds(1));
        }
        runs.set(0);
    }

    JobWorker worker(JobTask task) {
        return new JobWorker(
                jobs,
                Map.of("kind", (request, progress) -> {
                    runs.incrementAndGet();
                    return task.run(request, progress);
                }),
                System::nanoTime);
    }

    static Content request(String text) {
        return Content.of(text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(Content request) throws IOException {
        try (InputStream in = request.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    Job reload(Job job) {
        return jobs.find(job.id(), job.owner()).orElseThrow();
    }
}
