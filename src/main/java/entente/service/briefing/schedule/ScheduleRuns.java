package entente.service.briefing.schedule;

import entente.service.archive.Content;
import entente.service.archive.Database;
import entente.service.archive.JobTable;
import entente.service.archive.SqlValues;
import entente.service.briefing.schedule.ScheduleRun.Outcome;
import entente.service.briefing.schedule.ScheduleRun.RunState;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * The runs of schedules. A due time is claimed by its row, and in the same transaction becomes a job: the lease of jobs lets
 * another instance take over what a dead one has begun.
 */
@Component
@RequiredArgsConstructor
public final class ScheduleRuns {

    private final Database database;
    private final InstantSource clock;
    private final JobTable jobs;

    /** Claims a due time; false if it was claimed before, here or by another instance. */
    public boolean claim(UUID schedule, Instant dueAt) {
        // Read first: most polls find nothing to do.
        if (exists(schedule, dueAt)) {
            return false;
        }
        return database.insert(() -> {
            int rows = database.update(
                    "insert into schedule_run (schedule, due_at, detail, editions) values (?, ?, '', '')",
                    schedule,
                    SqlValues.moment(dueAt));
            Content request =
                    Content.of((schedule + " " + SqlValues.moment(dueAt).toInstant()).getBytes(StandardCharsets.UTF_8));
            // Names of callers do not begin with a space.
            UUID job = jobs.add(" schedule " + schedule, ScheduleTask.KIND, request, 1)
                    .id();
            database.update(
                    "update schedule_run set job = ? where schedule = ? and due_at = ?",
                    job,
                    schedule,
                    SqlValues.moment(dueAt));
            return rows;
        });
    }

    private boolean exists(UUID schedule, Instant dueAt) {
        return database.exists(
                "select 1 from schedule_run where schedule = ? and due_at = ?", schedule, SqlValues.moment(dueAt));
    }

    /** When a run is begun; of one that is taken over, when it was begun first. */
    Instant start(UUID schedule, Instant dueAt) {
        database.write(() -> database.update(
                "update schedule_run set started = ? where schedule = ? and due_at = ? and started is null",
                SqlValues.moment(clock.instant()),
                schedule,
                SqlValues.moment(dueAt)));
        return database.find(
                        (row, number) -> SqlValues.moment(row, "started"),
                        "select started from schedule_run where schedule = ? and due_at = ?",
                        schedule,
                        SqlValues.moment(dueAt))
                .orElseThrow();
    }

    /** Ends a run, in the transaction of the caller; false if it has ended before, or its schedule was deleted. */
    boolean end(UUID schedule, Instant dueAt, Outcome outcome) {
        return database.update(
                        "update schedule_run set outcome = ?, detail = ?, editions = ?, ended = ? "
                                + "where schedule = ? and due_at = ? and outcome is null",
                        outcome.state().name(),
                        SqlValues.text(outcome.detail()),
                        String.join(" ", outcome.editions()),
                        SqlValues.moment(clock.instant()),
                        schedule,
                        SqlValues.moment(dueAt))
                == 1;
    }

    /** Whether a run is still to be done. */
    boolean open(UUID schedule, Instant dueAt) {
        return database.exists(
                "select 1 from schedule_run where schedule = ? and due_at = ? and outcome is null",
                schedule,
                SqlValues.moment(dueAt));
    }

    /** The latest runs of a schedule, latest first. */
    public List<ScheduleRun> latest(UUID schedule, int limit) {
        return database.list(
                ScheduleRuns::run,
                "select r.*, j.state as job_state from schedule_run r left join job j on j.id = r.job "
                        + "where r.schedule = ? order by r.due_at desc limit ?",
                schedule,
                limit);
    }

    /** Deletes runs that ended longer ago than this, except the last of each schedule; returns how many. */
    public int sweep(Duration retention) {
        return database.delete(() -> database.update(
                "delete from schedule_run r where ended < ? "
                        + "and due_at < (select max(due_at) from schedule_run l where l.schedule = r.schedule)",
                SqlValues.moment(clock.instant().minus(retention))));
    }

    private static ScheduleRun run(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome");
        String job = row.getString("job_state");
        boolean lost = outcome == null && (job == null || job.equals("FAILED") || job.equals("CANCELLED"));
        return new ScheduleRun(
                row.getObject("schedule", UUID.class),
                SqlValues.moment(row, "due_at"),
                lost ? RunState.FAILED : outcome == null ? RunState.OPEN : RunState.valueOf(outcome),
                lost ? "The run was not completed in " + JobTable.MAX_ATTEMPTS + " attempts." : row.getString("detail"),
                Arrays.stream(row.getString("editions").split(" "))
                        .filter(edition -> !edition.isEmpty())
                        .toList());
    }
}
