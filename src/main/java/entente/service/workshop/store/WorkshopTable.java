package entente.service.workshop.store;

import entente.service.archive.Compression;
import entente.service.archive.Database;
import entente.service.archive.SqlValues;
import entente.service.problem.ProblemException;
import entente.service.workshop.GroupReadings;
import entente.service.workshop.WorkshopCode;
import entente.service.workshop.WorkshopState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Workshops without their groups. */
@Component
@RequiredArgsConstructor
public final class WorkshopTable {

    private static final String COLUMNS =
            "w.code, w.title, w.baseline_id, w.rules_sha256, w.rounds, w.round_number, w.revealed, "
                    + "w.paused, w.paused_at, w.ended, w.joining, w.locked, w.timer_ends, w.call_message, w.revision";

    private final Database database;
    private final InstantSource clock;

    /**
     * Stores a new workshop with the token of its facilitator; false if the code is taken.
     *
     * @param baseline the resolved scenario
     * @param facilitator digest of the token
     */
    public boolean add(WorkshopState state, String baseline, String facilitator) {
        return database.insert(() -> {
            database.update(
                    "insert into workshop (code, at, title, baseline_id, baseline, rules_sha256, rounds, round_number, "
                            + "revealed, paused, ended, locked, timer_ends, call_message, revision) "
                            + "values (?, ?, ?, ?, ?, ?, ?, 0, false, false, false, '', null, '', 1)",
                    state.code().text(),
                    now(),
                    SqlValues.text(state.title()),
                    state.baselineId(),
                    Compression.compress(baseline),
                    state.rulesSha256(),
                    state.rounds());
            return WorkshopTokens.insert(database, state.code(), facilitator, "FACILITATOR", 0, false, now());
        });
    }

    public Optional<WorkshopState> find(WorkshopCode code) {
        return database.find(
                WorkshopTable::state, "select " + COLUMNS + " from workshop w where w.code = ?", code.text());
    }

    /** The resolved scenario that the workshop started from. */
    public Optional<String> baseline(WorkshopCode code) {
        return database.find(
                (row, number) -> Compression.text(row.getBytes("baseline")),
                "select baseline from workshop where code = ?",
                code.text());
    }

    /** When a workshop was created. */
    public Instant started(WorkshopCode code) {
        return database.find(
                        (row, number) -> SqlValues.moment(row, "at"),
                        "select at from workshop where code = ?",
                        code.text())
                .orElseThrow();
    }

    /**
     * A workshop in the list of all.
     *
     * @param started when it was created
     * @param groups how many have joined
     */
    public record Listed(WorkshopState state, Instant started, int groups) {}

    /** The latest workshops first. */
    public List<Listed> latest(int limit) {
        return database.list(
                (row, number) -> new Listed(state(row, number), SqlValues.moment(row, "at"), row.getInt("group_count")),
                "select " + COLUMNS + ", w.at, (select count(*) from workshop_group g where g.workshop = w.code) "
                        + "as group_count from workshop w order by w.at desc, w.code limit ?",
                limit);
    }

    /** Deletes workshops that were started longer ago than this, with their groups and moves; returns how many. */
    public int sweep(Duration retention) {
        return database.delete(() -> database.update(
                "delete from workshop where at < ?",
                SqlValues.moment(clock.instant().minus(retention))));
    }

    /**
     * The last change of a workshop.
     *
     * @param ended whether no further one follows
     */
    public record Revision(long number, boolean ended) {}

    /** The revisions of some workshops, by code. */
    public Map<String, Revision> revisions(Collection<String> codes) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        Map<String, Revision> revisions = new HashMap<>();
        String places = String.join(", ", codes.stream().map(code -> "?").toList());
        database.list(
                (row, number) -> revisions.put(
                        row.getString("code"), new Revision(row.getLong("revision"), row.getBoolean("ended"))),
                "select code, revision, ended from workshop where code in (" + places + ")",
                codes.toArray());
        return revisions;
    }

    /**
     * Changes the state of a workshop. Where a round ends, it also records where each group stands.
     *
     * @param change makes the new state from the present one, which is locked meanwhile; may refuse by a
     *     {@link ProblemException}
     */
    public WorkshopState change(WorkshopCode code, UnaryOperator<WorkshopState> change) {
        return database.write(() -> {
            hold(database, code);
            WorkshopState before = find(code).orElseThrow();
            WorkshopState after = change.apply(before);
            database.update(
                    "update workshop set rounds = ?, round_number = ?, revealed = ?, paused = ?, paused_at = ?, ended = ?, "
                            + "joining = ?, locked = ?, timer_ends = ?, call_message = ? where code = ?",
                    after.rounds(),
                    after.round(),
                    after.revealed(),
                    after.paused(),
                    after.pausedAt().map(SqlValues::moment).orElse(null),
                    after.ended(),
                    after.joining().name(),
                    String.join(" ", after.locked()),
                    after.timerEnds().map(SqlValues::moment).orElse(null),
                    SqlValues.text(after.call().orElse("")),
                    code.text());
            if (after.round() != before.round() || after.ended() != before.ended()) {
                database.update(
                        "insert into workshop_round (workshop, round_number, member, at, revision, readings, percent_tenths, "
                                + "relationship) select workshop, cast(? as integer), member, "
                                + "cast(? as timestamp with time zone), revision, readings, percent_tenths, relationship "
                                + "from workshop_group where workshop = ?",
                        before.round(),
                        now(),
                        code.text());
            }
            return after;
        });
    }

    /** Raises the revision, and so holds the row until the transaction ends. */
    static void hold(Database database, WorkshopCode code) {
        database.update("update workshop set revision = revision + 1 where code = ?", code.text());
    }

    private static WorkshopState state(ResultSet row, int number) throws SQLException {
        return new WorkshopState(
                new WorkshopCode(row.getString("code")),
                row.getString("title"),
                row.getString("baseline_id"),
                row.getString("rules_sha256"),
                row.getInt("rounds"),
                row.getInt("round_number"),
                row.getBoolean("revealed"),
                SqlValues.optionalMoment(row, "paused_at"),
                row.getBoolean("ended"),
                WorkshopState.Joining.valueOf(row.getString("joining")),
                GroupReadings.words(row.getString("locked")),
                SqlValues.optionalMoment(row, "timer_ends"),
                Optional.of(row.getString("call_message")).filter(message -> !message.isEmpty()),
                row.getLong("revision"));
    }

    private OffsetDateTime now() {
        return SqlValues.moment(clock.instant());
    }
}
