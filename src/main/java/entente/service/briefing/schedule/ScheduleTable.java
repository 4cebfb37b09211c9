package entente.service.briefing.schedule;

import entente.briefing.BriefingMedium;
import entente.model.Band;
import entente.service.archive.Database;
import entente.service.archive.SqlValues;
import entente.service.briefing.schedule.Schedule.Definition;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
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

    /** Maximum number of schedules. */
    public static final int MAX_SCHEDULES = 200;

    private static final String VALUES =
            "name, scenario, cron, time_zone, formats, targets, if_changed, if_crosses, author";

    private final Database database;
    private final InstantSource clock;

    /**
     * Stores a new schedule.
     *
     * @throws ProblemException CONFLICT if there are {@value #MAX_SCHEDULES}
     */
    public Schedule add(Definition definition, String author) {
        if (list().size() >= MAX_SCHEDULES) {
            throw ProblemException.of(
                    ProblemType.CONFLICT, "There are " + MAX_SCHEDULES + " schedules, the maximum; delete one first.");
        }
        Schedule added = new Schedule(UUID.randomUUID(), 1, author, definition, now().toInstant());
        database.write(() -> database.update(
                "insert into schedule (id, revision, since, " + VALUES
                        + ") values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                with(values(definition, author), added.id(), now())));
        return added;
    }

    public Optional<Schedule> find(UUID id) {
        return database.find(ScheduleTable::schedule, "select * from schedule where id = ?", id);
    }

    /** All, by name. */
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
                before.id(), before.revision() + 1, author, definition, sameTimes ? before.since() : now().toInstant());
        String places =
                Arrays.stream(VALUES.split(", ")).map(name -> name + " = ?").collect(Collectors.joining(", "));
        int changed = database.write(() -> database.update(
                "update schedule set revision = revision + 1, since = ?, " + places + " where id = ? and revision = ?",
                join(
                        with(values(definition, author), SqlValues.moment(after.since())),
                        before.id(),
                        before.revision())));
        if (changed == 0) {
            throw ProblemException.of(ProblemType.STALE, "The schedule was changed or deleted since it was read.");
        }
        return after;
    }

    /** Deletes a schedule with its runs; false if it has changed since it was read. */
    public boolean delete(Schedule schedule) {
        return database.delete(() -> database.update(
                        "delete from schedule where id = ? and revision = ?", schedule.id(), schedule.revision()))
                == 1;
    }

    private static Object[] values(Definition definition, String author) {
        return new Object[] {
            SqlValues.text(definition.name()),
            definition.scenario(),
            definition.cron(),
            definition.timeZone(),
            definition.formats().stream().map(BriefingMedium::ending).collect(Collectors.joining(" ")),
            String.join("\n", definition.targets()),
            definition.ifChanged(),
            definition.ifCrosses().map(Band::name).orElse(""),
            author
        };
    }

    private static Object[] with(Object[] values, Object... first) {
        return join(first, values);
    }

    private static Object[] join(Object[] first, Object... second) {
        Object[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private OffsetDateTime now() {
        return SqlValues.moment(clock.instant());
    }

    private static Schedule schedule(ResultSet row, int number) throws SQLException {
        String band = row.getString("if_crosses");
        Definition definition = new Definition(
                row.getString("name"),
                row.getString("scenario"),
                row.getString("cron"),
                row.getString("time_zone"),
                Arrays.stream(row.getString("formats").split(" "))
                        .map(ending -> BriefingMedium.valueOf(ending.toUpperCase(Locale.ROOT)))
                        .toList(),
                row.getString("targets").lines().toList(),
                row.getBoolean("if_changed"),
                band.isEmpty() ? Optional.empty() : Optional.of(Band.valueOf(band)));
        return new Schedule(
                row.getObject("id", UUID.class),
                row.getInt("revision"),
                row.getString("author"),
                definition,
                SqlValues.moment(row, "since"));
    }
}
