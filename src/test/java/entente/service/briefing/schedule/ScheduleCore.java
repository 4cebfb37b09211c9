package entente.service.briefing.schedule;

import entente.briefing.BriefingMedium;
import entente.service.archive.Database;
import entente.service.archive.IdempotentResponses;
import entente.service.archive.Job;
import entente.service.archive.JobTable;
import entente.service.briefing.delivery.DeliveryTable;
import entente.service.briefing.schedule.Schedule.Definition;
import entente.service.briefing.schedule.ScheduleRun.Outcome;
import entente.service.briefing.schedule.ScheduleRun.RunState;
import entente.service.briefing.schedule.ScheduleTask.SchedulePublisher;
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
    final ScheduleClock ticks;
    final JobTable jobs;
    final DeliveryTable deliveries;
    final IdempotentResponses responses;
    private final Database database;

    ScheduleCore(Database database, TestClock clock) {
        this.database = database;
        this.jobs = new JobTable(database, clock);
        this.schedules = new ScheduleTable(database, clock);
        this.runs = new ScheduleRuns(database, clock, jobs);
        this.ticks = new ScheduleClock(schedules, runs, clock);
        this.deliveries = new DeliveryTable(database, clock);
        this.responses = new IdempotentResponses(database, clock);
    }

    static Definition definition(String cron, String... targets) {
        return new Definition(
                "Morning",
                "baseline-2018",
                cron,
                "Europe/Warsaw",
                List.of(BriefingMedium.PDF),
                List.of(targets),
                true,
                Optional.empty());
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

    ScheduleTask task(SchedulePublisher publisher) {
        return new ScheduleTask(database, schedules, runs, deliveries, publisher);
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
