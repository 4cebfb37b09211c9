package entente.service.briefing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.briefing.BriefingMedium;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.service.archive.Database;
import entente.service.archive.SqlValues;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Schedules in the archive. */
@Component
@RequiredArgsConstructor
public final class ScheduleTable {

    static final int MAX_NAME = 120;

    public static final int MAX_SCHEDULES = 200;

    private final Database database;
    private final InstantSource clock;

    /**
     * A schedule as it is stored.
     *
     * @param since only later times are due
     */
    public record Schedule(
            UUID id,

            @Described(value = "Rises with every change.", kind = Kind.FROM_ONE)
            int revision,

            @Described("Who last changed it; local without accounts.")
            String author,

            @JsonUnwrapped Definition definition,
            @JsonIgnore Instant since) {}

    /** What is published when, and for whom. */
    public record Definition(
            String name,

            @Described("Id of a scenario, or a file or folder below that of the scenarios.")
            String scenario,

            @Described("Minute, hour, day of month, month, day of week.")
            String cron,

            @Described("Id of a region, or UTC.") String timeZone,
            List<BriefingMedium> formats,
            @Described("Addresses of mail and webhooks.") List<String> targets,

            @Described("Whether an edition is published only if something has changed since the one before.")
            boolean ifChanged) {

        public ScheduleTimes times() {
            return ScheduleTimes.of(cron, timeZone);
        }
    }

    /**
     * Stores a new schedule.
     *
     * @throws ProblemException CONFLICT if there are {@value #MAX_SCHEDULES}
     */
    public Schedule add(Definition definition, String author) {
        if (list().size() >= MAX_SCHEDULES) {
            throw ProblemType.CONFLICT.problem(
                    "There are " + MAX_SCHEDULES + " schedules, the maximum; delete one first.");
        }
        Schedule added = new Schedule(UUID.randomUUID(), 1, author, definition, now());
        store(
                added,
                "insert into schedule (id, revision, name, scenario, cron, time_zone, formats, targets, if_changed, "
                        + "author, since) values (:id, :revision, :name, :scenario, :cron, :zone, :formats, :targets, "
                        + ":ifChanged, :author, :since)");
        return added;
    }

    public Optional<Schedule> find(UUID id) {
        return database.find(ScheduleTable::schedule, "select * from schedule where id = ?", id);
    }

    public List<Schedule> list() {
        return database.list(ScheduleTable::schedule, "select * from schedule order by name, id");
    }

    /**
     * Changes a schedule. New times are due from now on only.
     *
     * @throws ProblemException STALE if another change came first
     */
    public Schedule change(Schedule before, Definition definition, String author) {
        boolean sameTimes = before.definition().cron().equals(definition.cron())
                && before.definition().timeZone().equals(definition.timeZone());
        Schedule after = new Schedule(
                before.id(), before.revision() + 1, author, definition, sameTimes ? before.since() : now());
        int changed = store(
                after,
                "update schedule set revision = :revision, name = :name, scenario = :scenario, cron = :cron, "
                        + "time_zone = :zone, formats = :formats, targets = :targets, if_changed = :ifChanged, "
                        + "author = :author, since = :since where id = :id and revision = :revision - 1");
        if (changed == 0) {
            throw stale();
        }
        return after;
    }

    static ProblemException stale() {
        return ProblemType.STALE.problem("The schedule was changed or deleted since it was read.");
    }

    /** Deletes a schedule with its runs; false if it has changed since it was read. */
    public boolean delete(Schedule schedule) {
        return database.delete(() -> database.update(
                        "delete from schedule where id = ? and revision = ?", schedule.id(), schedule.revision()))
                == 1;
    }

    private int store(Schedule schedule, String statement) {
        Definition definition = schedule.definition();
        return database.write(() -> database.sql()
                .sql(statement)
                .param("id", schedule.id())
                .param("revision", schedule.revision())
                .param("name", SqlValues.text(definition.name()))
                .param("scenario", definition.scenario())
                .param("cron", definition.cron())
                .param("zone", definition.timeZone())
                .param(
                        "formats",
                        definition.formats().stream()
                                .map(BriefingMedium::ending)
                                .collect(Collectors.joining(" ")))
                .param("targets", String.join("\n", definition.targets()))
                .param("ifChanged", definition.ifChanged())
                .param("author", schedule.author())
                .param("since", SqlValues.moment(schedule.since()))
                .update());
    }

    /** In the precision of the archive. */
    private Instant now() {
        return SqlValues.moment(clock.instant()).toInstant();
    }

    private static Schedule schedule(ResultSet row, int number) throws SQLException {
        Definition definition = new Definition(
                row.getString("name"),
                row.getString("scenario"),
                row.getString("cron"),
                row.getString("time_zone"),
                Arrays.stream(row.getString("formats").split(" "))
                        .map(ending -> BriefingMedium.valueOf(ending.toUpperCase(Locale.ROOT)))
                        .toList(),
                row.getString("targets").lines().toList(),
                row.getBoolean("if_changed"));
        return new Schedule(
                row.getObject("id", UUID.class),
                row.getInt("revision"),
                row.getString("author"),
                definition,
                SqlValues.moment(row, "since"));
    }
}
