package entente.service.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.briefing.BriefingMedium;
import entente.service.archive.ApiResponse;
import entente.service.archive.Database;
import entente.service.archive.FailingDatabase;
import entente.service.archive.IdempotentResponses;
import entente.service.archive.IdempotentResponses.IdempotencyKey;
import entente.service.archive.Job;
import entente.service.archive.JobTable;
import entente.service.briefing.Deliveries.Delivery;
import entente.service.briefing.ScheduleRuns.Outcome;
import entente.service.briefing.ScheduleRuns.RunState;
import entente.service.briefing.ScheduleRuns.SchedulePublisher;
import entente.service.briefing.ScheduleRuns.ScheduleRun;
import entente.service.briefing.ScheduleTable.Definition;
import entente.service.briefing.ScheduleTable.Schedule;
import entente.service.jobs.JobRunner;
import entente.testkit.Concurrently;
import entente.testkit.TestClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Each due time gives one edition: two instances on one database, under a clock that jumps and instances that die. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
abstract class ScheduleContract {

    private static final String DAILY = "30 2 * * *";

    private final TestClock clock = new TestClock();
    private final List<Instant> published = new CopyOnWriteArrayList<>();
    private final SchedulePublisher publisher = (schedule, due, started) -> {
        published.add(due);
        return published(due);
    };
    private List<Database> databases;
    private ScheduleCore first;
    private ScheduleCore second;

    /** Two ways into one database, or one that both instances share. */
    abstract List<Database> open();

    @BeforeAll
    void start() {
        databases = open();
        first = new ScheduleCore(databases.get(0), clock);
        second = new ScheduleCore(databases.get(databases.size() - 1), clock);
    }

    @AfterAll
    void stop() {
        databases.forEach(Database::close);
    }

    @AfterEach
    void clear() {
        first.schedules.list().forEach(first.schedules::delete);
        clock.forward(JobTable.LEASE.multipliedBy(4));
        while (first.work(publisher)) {
            clock.forward(Duration.ofSeconds(1));
        }
        published.clear();
    }

    private static Definition definition(String cron, String... targets) {
        return new Definition(
                "Morning", "baseline-2018", cron, "Europe/Warsaw", List.of(BriefingMedium.PDF), List.of(targets), true);
    }

    private static Outcome published(Instant dueAt) {
        return new Outcome(RunState.PUBLISHED, "", List.of("baseline-2018/" + dueAt.getEpochSecond()));
    }

    private Schedule schedule(String now, String cron, String... targets) {
        clock.set(Instant.parse(now));
        return first.schedules.add(definition(cron, targets), "anna");
    }

    /** A daily schedule that has become due. */
    private Schedule due(String... targets) {
        Schedule schedule = schedule("2026-03-01T12:00:00Z", DAILY, targets);
        clock.set(Instant.parse("2026-03-02T01:30:00Z"));
        first.runs.claimDue();
        return schedule;
    }

    /** Both instances look and work, at these times one after another. */
    private void pass(String... moments) {
        for (String moment : moments) {
            clock.set(Instant.parse(moment));
            first.runs.claimDue();
            second.runs.claimDue();
            while (second.work(publisher) || first.work(publisher)) {
                // Until nothing is open.
            }
        }
    }

    /** One of the two, in turns. */
    private ScheduleCore core(int turn) {
        return turn % 2 == 0 ? first : second;
    }

    private static Instant[] at(String... moments) {
        return java.util.stream.Stream.of(moments).map(Instant::parse).toArray(Instant[]::new);
    }

    @Test
    void oneRunForEachDueTime() {
        Schedule schedule = schedule("2026-03-01T12:00:00Z", DAILY);
        pass("2026-03-02T01:29:59.999Z");
        assertThat(published).isEmpty();
        pass("2026-03-02T01:30:00Z", "2026-03-02T01:30:01Z", "2026-03-02T23:00:00Z", "2026-03-03T01:31:00Z");
        assertThat(published).containsExactly(at("2026-03-02T01:30:00Z", "2026-03-03T01:30:00Z"));
        assertThat(first.runs.latest(schedule.id(), 9))
                .extracting(ScheduleRun::state)
                .containsOnly(RunState.PUBLISHED);
        assertThat(second.schedules.find(schedule.id())).contains(schedule);
    }

    @Test
    void oneCatchUpAfterDowntime() {
        schedule("2026-03-01T12:00:00Z", DAILY);
        pass("2026-03-02T01:30:05Z", "2026-03-12T09:00:00Z", "2026-03-12T09:00:05Z");
        assertThat(published).containsExactly(at("2026-03-02T01:30:00Z", "2026-03-12T01:30:00Z"));
    }

    @Test
    void aClockThatJumpsNeitherSkipsNorRepeats() {
        schedule("2026-03-01T12:00:00Z", "0 * * * *");
        pass("2026-03-01T13:00:01Z", "2026-03-01T15:00:01Z", "2026-03-01T13:10:00Z", "2026-03-01T12:00:00Z");
        assertThat(published).containsExactly(at("2026-03-01T13:00:00Z", "2026-03-01T15:00:00Z"));
        // After the jump back, the hour in between comes after all, and the other does not come again.
        pass("2026-03-01T14:00:01Z", "2026-03-01T15:00:01Z", "2026-03-01T16:00:01Z");
        assertThat(published)
                .containsExactly(at(
                        "2026-03-01T13:00:00Z",
                        "2026-03-01T15:00:00Z",
                        "2026-03-01T14:00:00Z",
                        "2026-03-01T16:00:00Z"));
    }

    @Test
    void ofManyInstancesOneClaims() throws Exception {
        for (int round = 0; round < 8; round++) {
            Schedule schedule = schedule("2026-03-01T12:00:00Z", DAILY);
            Instant due = Instant.parse("2026-03-02T01:30:00Z");
            assertThat(Concurrently.times(6, claim -> core(claim).runs.claim(schedule.id(), due)))
                    .containsOnlyOnce(true);
        }
    }

    /** As over HTTP: each run joins the transaction that stores the response to its own key. */
    @Test
    void concurrentRunsByHandAreAccepted() throws Exception {
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        for (int round = 0; round < 10; round++) {
            Schedule schedule = schedule(now.toString(), DAILY);
            List<Integer> statuses = Concurrently.times(JobTable.MAX_OPEN_JOBS, call -> {
                ScheduleRuns runs = core(call).runs;
                IdempotencyKey key = new IdempotencyKey("anna", schedule.id() + " " + call, "fingerprint");
                return core(call)
                        .responses
                        .execute(key, () -> {
                            boolean claimed = runs.claim(schedule.id(), now.plusMillis(call));
                            return new ApiResponse(claimed ? 202 : 409, Map.of(), new byte[0]);
                        })
                        .response()
                        .status();
            });
            assertThat(statuses).containsOnly(202);
        }
    }

    @Test
    void whatADeadInstanceBeganIsTakenOverOnce() {
        Schedule schedule = due("mailto:anna@example.org");
        JobTable.Held dead = first.jobs.take().orElseThrow();
        for (int i = 0; i < 4; i++) {
            clock.forward(JobTable.LEASE.minusMillis(1));
            assertThat(second.work(publisher)).as("renewed while it works").isFalse();
            assertThat(first.jobs.renew(dead)).isTrue();
        }
        // If it was only slow, it records nothing.
        assertThatThrownBy(() -> first.run(dead, (slow, due, started) -> {
                    clock.forward(JobTable.LEASE);
                    assertThat(second.work(publisher)).isTrue();
                    return published(due);
                }))
                .hasMessage("taken over");
        assertThat(second.work(publisher)).isFalse();
        assertThat(published).hasSize(1);
        assertThat(first.deliveries.latest(9).stream()
                        .filter(one -> one.schedule().equals(schedule.id())))
                .hasSize(1)
                .extracting(Delivery::target)
                .containsExactly("mailto:anna@example.org");
    }

    /** Whichever access to the database fails: none of its edition and its deliveries is lost or doubled. */
    @Test
    void aFaultOfTheDatabaseLosesNeitherEditionNorDeliveries() throws Exception {
        FailingDatabase failing = new FailingDatabase(databases.get(0));
        // A run has fewer accesses than this.
        for (int accesses = 0; accesses < 20; accesses++) {
            Schedule schedule = due("mailto:anna@example.org", "mailto:b@example.org");
            failing.failAfter(accesses);
            ScheduleCore core = new ScheduleCore(failing.database(), clock);
            SchedulePublisher once = (one, due, started) ->
                    new Outcome(RunState.PUBLISHED, "", List.of("fault-" + schedule.id() + "/" + due.getEpochSecond()));
            runUntilItEnds(schedule, core, once);
            assertThat(state(schedule)).as("access %d", accesses).isEqualTo(RunState.PUBLISHED);
            assertThat(first.deliveries.latest(99).stream()
                            .filter(one -> one.schedule().equals(schedule.id())))
                    .as("access %d", accesses)
                    .hasSize(2);
        }
    }

    /** As the service does it, with time passing. */
    private void runUntilItEnds(Schedule schedule, ScheduleCore core, SchedulePublisher publisher) throws Exception {
        try (JobRunner runner =
                new JobRunner(core.jobs, Map.of(ScheduleRuns.KIND, core.task(publisher)), Duration.ofMillis(5))) {
            runner.start();
            while (state(schedule) == RunState.OPEN) {
                Thread.sleep(5);
                clock.forward(Duration.ofSeconds(1));
            }
        }
    }

    /** Of a folder of scenarios, what can be published is delivered, even if the others never can. */
    @Test
    void aRunThatFailsPartlyIsRepeatedAndThenRecorded() throws Exception {
        Schedule schedule = due("mailto:anna@example.org");
        String edition = "part-" + schedule.id() + "/1";
        runUntilItEnds(schedule, first, (one, due, started) -> {
            published.add(due);
            return new Outcome(RunState.FAILED, "The folder is gone.", List.of(edition), true);
        });
        assertThat(published).hasSize(JobTable.MAX_ATTEMPTS);
        assertThat(first.runs.latest(schedule.id(), 1).get(0).detail()).isEqualTo("The folder is gone.");
        assertThat(first.deliveries.latest(99).stream().map(Delivery::edition)).containsOnlyOnce(edition);
    }

    private RunState state(Schedule schedule) {
        return first.runs.latest(schedule.id(), 1).get(0).state();
    }

    @Test
    void aRunThatIsRecordedIsNotDoneAgain() {
        due();
        JobTable.Held dies = first.jobs.take().orElseThrow();
        first.run(dies, publisher);
        clock.forward(JobTable.LEASE);
        assertThat(second.work(publisher)).isTrue();
        assertThat(published).hasSize(1);
    }

    /** By which a publisher recognises what it has published for the run before. */
    @Test
    void aRunThatIsTakenOverKeepsItsStart() {
        schedule("2026-03-01T12:00:00Z", DAILY);
        clock.set(Instant.parse("2026-03-02T01:30:07Z"));
        first.runs.claimDue();
        List<Instant> starts = new ArrayList<>();
        assertThatThrownBy(() -> first.run(first.jobs.take().orElseThrow(), (schedule, due, started) -> {
                    starts.add(started);
                    throw new StackOverflowError("dies");
                }))
                .hasMessage("dies");
        clock.forward(JobTable.LEASE);
        second.work((schedule, due, started) -> {
            starts.add(started);
            return published(due);
        });
        assertThat(starts).containsExactly(at("2026-03-02T01:30:07Z", "2026-03-02T01:30:07Z"));
    }

    @Test
    void failuresAreVisible() {
        Schedule schedule = due();
        assertThat(first.runs.latest(schedule.id(), 1))
                .extracting(ScheduleRun::state)
                .containsExactly(RunState.OPEN);
        first.work((one, due, started) -> {
            throw new IllegalStateException("secret");
        });
        ScheduleRun run = first.runs.latest(schedule.id(), 1).get(0);
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.detail()).contains("internal error").doesNotContain("secret");
        clock.set(Instant.parse("2026-03-03T01:30:00Z"));
        first.runs.claimDue();
        for (int i = 0; i < JobTable.MAX_ATTEMPTS; i++) {
            assertThat(first.jobs.take()).isPresent();
            clock.forward(JobTable.LEASE);
        }
        assertThat(first.jobs.take()).isEmpty();
        assertThat(first.runs.latest(schedule.id(), 1))
                .extracting(ScheduleRun::state)
                .containsExactly(RunState.FAILED);
    }

    @Test
    void changedTimesHoldFromThenOn() {
        Schedule schedule = schedule("2026-03-01T12:00:00Z", DAILY);
        clock.set(Instant.parse("2026-03-01T12:30:00Z"));
        Schedule changed = first.schedules.change(schedule, definition("0 13 * * *"), "berta");
        assertThat(second.schedules.find(schedule.id())).contains(changed);
        assertThatThrownBy(() -> second.schedules.change(schedule, definition(DAILY), "carla"))
                .hasMessageContaining("changed or deleted");
        pass("2026-03-01T12:31:00Z");
        assertThat(published).isEmpty();
        pass("2026-03-02T12:00:00Z");
        assertThat(published).containsExactly(at("2026-03-02T12:00:00Z"));
        assertThat(second.schedules.delete(schedule)).isFalse();
        assertThat(second.schedules.delete(changed)).isTrue();
    }

    /** What one instance of the service has of schedules, with a publisher that only counts. */
    private static final class ScheduleCore {

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
}
