package entente.service.briefing;

import entente.briefing.BriefingMedium;
import entente.service.archive.Database;
import entente.service.archive.IdempotentResponses;
import entente.service.archive.Job;
import entente.service.archive.JobTable;
import entente.service.briefing.ScheduleRuns.Outcome;
import entente.service.briefing.ScheduleRuns.RunState;
import entente.service.briefing.ScheduleRuns.SchedulePublisher;
import entente.service.briefing.ScheduleTable.Definition;
import entente.testkit.TestClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What one instance of the service has of schedules, with a publisher that only counts. */
final class ScheduleCore {

    final ScheduleTable schedules;
    final ScheduleRuns runs;
    final JobTable jobs;
    final Deliveries deliveries;
    final IdempotentResponses responses;
    private final Database database;
    private final TestClock clock;

    ScheduleCore(Database database, TestClock clock) {
        this.database = database;
        this.jobs = new JobTable(database, clock);
        this.schedules = new ScheduleTable(database, clock);
        this.deliveries = new Deliveries(database, clock);
        this.responses = new IdempotentResponses(database, clock);
        this.clock = clock;
        this.runs = task((schedule, dueAt, started) -> published(dueAt));
    }

    static Definition definition(String cron, String... targets) {
        return new Definition(
                "Morning", "baseline-2018", cron, "Europe/Warsaw", List.of(BriefingMedium.PDF), List.of(targets), true);
    }

    static Outcome published(Instant dueAt) {
        return new Outcome(RunState.PUBLISHED, "", List.of("baseline-2018/" + dueAt.getEpochSecond()));
    }

    /** Runs the next open run, as the worker of jobs does; false if there is none. */
    boolean work(SchedulePublisher publisher) {
        Optional<JobTable.Held> held = jobs.take();
        held.ifPresent(job -> {
            run(job, publisher);
            jobs.end(job, Job.State.DONE, "{}");
        });
        return held.isPresent();
    }

    ScheduleRuns task(SchedulePublisher publisher) {
        return new ScheduleRuns(database, clock, jobs, schedules, deliveries, publisher);
    }

    void run(JobTable.Held job, SchedulePublisher publisher) {
        try {
            task(publisher).run(job.request(), done -> {
                if (!jobs.progress(job, done)) {
                    throw new IllegalStateException("taken over");
                }
            });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
