package entente.service.workshop;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.model.Described;
import entente.model.Scenario;
import entente.service.archive.Compression;
import entente.service.archive.Database;
import entente.service.archive.SqlValues;
import entente.service.problem.ProblemException;
import entente.service.workshop.WorkshopCaller.WorkshopRole;
import java.security.SecureRandom;
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

    static final int DEFAULT_ROUNDS = 3;
    static final int MAX_TITLE = 120;

    private static final String COLUMNS =
            "w.code, w.title, w.baseline_id, w.rules_sha256, w.rounds, w.round_number, w.revealed, "
                    + "w.paused, w.paused_at, w.ended, w.joining, w.locked, w.timer_ends, w.call_message, w.revision";

    private final Database database;
    private final WorkshopTokens tokens;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * Creates a workshop with a code that no other has.
     *
     * @param rulesSha256 digest of the active rule book
     * @param facilitator the token of the facilitator, of which only the digest is stored
     */
    WorkshopCode create(String title, Scenario baseline, String rulesSha256, int rounds, WorkshopToken facilitator) {
        while (true) {
            WorkshopCode code = WorkshopCode.random(random);
            if (find(code).isEmpty() && add(code, title, baseline, rulesSha256, rounds, facilitator)) {
                return code;
            }
        }
    }

    /** False if the code is taken. */
    boolean add(
            WorkshopCode code,
            String title,
            Scenario baseline,
            String rulesSha256,
            int rounds,
            WorkshopToken facilitator) {
        return database.insert(() -> {
            database.update(
                    "insert into workshop (code, at, title, baseline_id, baseline, rules_sha256, rounds, round_number, "
                            + "revealed, paused, ended, locked, timer_ends, call_message, revision) "
                            + "values (?, ?, ?, ?, ?, ?, ?, 0, false, false, false, '', null, '', 1)",
                    code.text(),
                    now(),
                    SqlValues.text(title),
                    baseline.id(),
                    Compression.compress(baseline.resolved()),
                    rulesSha256,
                    rounds);
            return tokens.add(new WorkshopCaller(code, WorkshopRole.FACILITATOR, 0), facilitator, false);
        });
    }

    Optional<WorkshopState> find(WorkshopCode code) {
        return database.find(
                WorkshopTable::state, "select " + COLUMNS + " from workshop w where w.code = ?", code.text());
    }

    /** The resolved scenario that the workshop started from. */
    Optional<String> baseline(WorkshopCode code) {
        return database.find(
                (row, number) -> Compression.text(row.getBytes("baseline")),
                "select baseline from workshop where code = ?",
                code.text());
    }

    /** When a workshop was created. */
    Instant started(WorkshopCode code) {
        return database.find(
                        (row, number) -> SqlValues.moment(row, "at"),
                        "select at from workshop where code = ?",
                        code.text())
                .orElseThrow();
    }

    /** A workshop in the list of all. */
    record ListedWorkshop(
            @JsonUnwrapped WorkshopState state,
            @Described("When it was created.") Instant started,
            @Described("How many have joined.") int groups) {}

    /** The latest workshops first. */
    List<ListedWorkshop> latest(int limit) {
        return database.list(
                (row, number) ->
                        new ListedWorkshop(state(row, number), SqlValues.moment(row, "at"), row.getInt("group_count")),
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
    record Revision(long number, boolean ended) {}

    /** The revisions of some workshops, by code. */
    Map<String, Revision> revisions(Collection<String> codes) {
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
    WorkshopState change(WorkshopCode code, UnaryOperator<WorkshopState> change) {
        return database.write(() -> {
            WorkshopState before = hold(code);
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

    /** The state, with its revision raised, which holds the row until the transaction of the caller ends. */
    WorkshopState hold(WorkshopCode code) {
        database.update("update workshop set revision = revision + 1 where code = ?", code.text());
        return find(code).orElseThrow();
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
