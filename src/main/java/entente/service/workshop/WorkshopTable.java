package entente.service.workshop;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.model.Described;
import entente.model.Percent;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.service.archive.Compression;
import entente.service.archive.Database;
import entente.service.archive.RowConflictException;
import entente.service.archive.SqlValues;
import entente.service.problem.ProblemException;
import entente.service.workshop.GroupReadings.Change;
import entente.service.workshop.WorkshopCaller.WorkshopRole;
import entente.service.workshop.WorkshopGroup.Move;
import entente.service.workshop.WorkshopGroup.MoveAnswer;
import entente.service.workshop.WorkshopGroup.RoundSnapshot;
import entente.service.workshop.WorkshopGroup.Standing;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Workshops in the archive: their states, their tokens by digest, their groups with moves, and where these stood when rounds ended. */
@Component
@RequiredArgsConstructor
public final class WorkshopTable {

    static final int DEFAULT_ROUNDS = 3;
    static final int MAX_TITLE = 120;

    private static final String COLUMNS =
            "w.code, w.title, w.at, w.baseline_id, w.rules_sha256, w.rounds, w.round_number, w.revealed, "
                    + "w.paused, w.paused_at, w.ended, w.joining, w.locked, w.timer_ends, w.call_message, w.revision";

    /** Of one member, and as many unused links; the oldest ends with a further one. */
    static final int MAX_TOKENS = 16;

    private static final String HOLDER = "select workshop, holder, member from workshop_token where sha256 = ? ";

    /** A compatible form can be many times as long. */
    private static final int KEY_LENGTH = 200;

    private static final String GROUP =
            "select g.member, g.name, g.letter, g.revision, g.readings, g.percent_tenths, g.relationship, g.seen, "
                    + "coalesce(g.ready_round = w.round_number, false) as ready "
                    + "from workshop_group g join workshop w on w.code = g.workshop where g.workshop = ?";

    private static final String MOVE_COLUMNS =
            "member, id, revision, round_number, at, changes, percent_tenths, relationship, moved";

    private final Database database;
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
            boolean added = database.insert(() -> {
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
                return addToken(WorkshopCaller.facilitator(code), facilitator, false);
            });
            if (added) {
                return code;
            }
        }
    }

    Optional<WorkshopState> find(WorkshopCode code) {
        return database.find(
                WorkshopTable::stateRow, "select " + COLUMNS + " from workshop w where w.code = ?", code.text());
    }

    /** The resolved scenario that the workshop started from. */
    Optional<String> baseline(WorkshopCode code) {
        return database.find(
                (row, number) -> Compression.text(row.getBytes("baseline")),
                "select baseline from workshop where code = ?",
                code.text());
    }

    record ListedWorkshop(
            @JsonUnwrapped WorkshopState state,
            @Described("When it was created.") Instant started,
            @Described("How many have joined.") int groups) {}

    List<ListedWorkshop> latest(int limit) {
        return database.list(
                (row, number) -> {
                    WorkshopState state = stateRow(row, number);
                    return new ListedWorkshop(state, state.started(), row.getInt("group_count"));
                },
                "select " + COLUMNS + ", (select count(*) from workshop_group g where g.workshop = w.code) "
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

    Map<WorkshopCode, Revision> revisions(Set<WorkshopCode> codes) {
        Map<WorkshopCode, Revision> revisions = new HashMap<>();
        if (!codes.isEmpty()) {
            String places = String.join(", ", Collections.nCopies(codes.size(), "?"));
            database.list(
                    (row, number) -> revisions.put(
                            new WorkshopCode(row.getString("code")),
                            new Revision(row.getLong("revision"), row.getBoolean("ended"))),
                    "select code, revision, ended from workshop where code in (" + places + ")",
                    codes.stream().map(WorkshopCode::text).toArray());
        }
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

    private static WorkshopState stateRow(ResultSet row, int number) throws SQLException {
        return new WorkshopState(
                new WorkshopCode(row.getString("code")),
                row.getString("title"),
                SqlValues.moment(row, "at"),
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

    /**
     * Stores the digest of a token.
     *
     * @param once whether it is a link, which can be used once
     * @return how many were added
     */
    int addToken(WorkshopCaller holder, WorkshopToken token, boolean once) {
        return database.write(() -> {
            int added = database.update(
                    "insert into workshop_token (sha256, workshop, holder, member, once_only, at) values (?, ?, ?, ?, ?, ?)",
                    token.digest(),
                    holder.code().text(),
                    holder.role().name(),
                    holder.member(),
                    once,
                    now());
            database.update(
                    "delete from workshop_token where sha256 in (select sha256 from workshop_token where workshop = ? "
                            + "and holder = ? and member = ? and once_only = ? order by at desc, sha256 offset ? rows)",
                    holder.code().text(),
                    holder.role().name(),
                    holder.member(),
                    once,
                    MAX_TOKENS);
            return added;
        });
    }

    /** Makes a link that can be used once, and returns its path; it is stored nowhere else. */
    String link(WorkshopCaller holder) {
        WorkshopToken link = WorkshopToken.generate();
        addToken(holder, link, true);
        return "/workshops/" + holder.code().text() + "/enter/" + link.reveal();
    }

    /** Who holds a token in its workshop. Links that can be used once are none. */
    Optional<WorkshopCaller> holder(WorkshopToken token) {
        return database.find(WorkshopTable::holderRow, HOLDER + "and once_only = false", token.digest());
    }

    /** Who a link is for; empty if there is no such link, or it has been used. */
    Optional<WorkshopCaller> holderOfLink(WorkshopCode code, WorkshopToken link) {
        return database.find(
                WorkshopTable::holderRow, HOLDER + "and workshop = ? and once_only = true", link.digest(), code.text());
    }

    private static WorkshopCaller holderRow(ResultSet row, int number) throws SQLException {
        return new WorkshopCaller(
                new WorkshopCode(row.getString("workshop")),
                WorkshopRole.valueOf(row.getString("holder")),
                row.getInt("member"));
    }

    /** Exchanges a link for a token of its holder; empty as for {@link #holderOfLink}. */
    Optional<WorkshopCaller> exchange(WorkshopCode code, WorkshopToken link, WorkshopToken token) {
        return database.write(() -> {
            Optional<WorkshopCaller> holder = holderOfLink(code, link);
            // Of two that use it at the same time, only one deletes the row.
            return holder.filter(known ->
                    database.update("delete from workshop_token where sha256 = ? and once_only = true", link.digest())
                                    == 1
                            && addToken(known, token, false) == 1);
        });
    }

    /** In the order of joining. */
    List<WorkshopGroup> groups(WorkshopCode code) {
        return database.list(WorkshopTable::groupRow, GROUP + " order by g.member", code.text());
    }

    Optional<WorkshopGroup> group(WorkshopCode code, int member) {
        return database.find(WorkshopTable::groupRow, GROUP + " and g.member = ?", code.text(), member);
    }

    /**
     * Adds a group with its token. A browser that repeats its request, because the answer was lost or by a nervous finger,
     * is given the same group, and the new token is one more of it.
     *
     * @param id made by the client
     * @param origin of the request
     * @param token of which only the digest is stored
     * @param letter chooses the mark of a new one, given the state and the existing groups, under a lock; may refuse by a
     *     {@link entente.service.problem.ProblemException}
     */
    WorkshopGroup join(
            WorkshopCode code,
            String name,
            Optional<UUID> id,
            String origin,
            WorkshopToken token,
            BiFunction<WorkshopState, List<WorkshopGroup>, String> letter) {
        return database.write(() -> {
            WorkshopState state = hold(code);
            Optional<WorkshopGroup> earlier = id.flatMap(
                    known -> database.find(WorkshopTable::groupRow, GROUP + " and g.join_id = ?", code.text(), known));
            if (earlier.isPresent()) {
                addToken(WorkshopCaller.group(code, earlier.get().member()), token, false);
                return earlier.get();
            }
            String mark = letter.apply(state, groups(code));
            database.update("update workshop set joined = joined + 1 where code = ?", code.text());
            int member = database.find(
                            (row, number) -> row.getInt("joined"),
                            "select joined from workshop where code = ?",
                            code.text())
                    .orElseThrow();
            String stored = SqlValues.text(name);
            database.update(
                    "insert into workshop_group (workshop, member, name, name_key, letter, join_id, seen, origin, revision, "
                            + "readings) values (?, ?, ?, ?, ?, ?, ?, ?, 0, '')",
                    code.text(),
                    member,
                    stored,
                    key(stored),
                    mark,
                    id.orElse(null),
                    now(),
                    origin);
            addToken(WorkshopCaller.group(code, member), token, false);
            return group(code, member).orElseThrow();
        });
    }

    /** How many groups have joined from there and were not removed. */
    int countFrom(WorkshopCode code, String origin) {
        return database.find(
                        (row, number) -> row.getInt("known"),
                        "select count(*) as known from workshop_group where workshop = ? and origin = ?",
                        code.text(),
                        origin)
                .orElse(0);
    }

    /** Notes that devices of groups were heard of; nothing that members see changes. */
    void seen(WorkshopCode code, Collection<Integer> members) {
        database.write(() -> database.sql()
                .sql("update workshop_group set seen = :now where workshop = :workshop and member in (:members)")
                .param("now", now())
                .param("workshop", code.text())
                .param("members", members)
                .update());
    }

    /** Gives a group another name; in the transaction of the caller. */
    void renameGroup(WorkshopCode code, int member, String name, String letter) {
        String stored = SqlValues.text(name);
        database.update(
                "update workshop_group set name = ?, name_key = ?, letter = ? where workshop = ? and member = ?",
                stored,
                key(stored),
                letter,
                code.text(),
                member);
    }

    /** Makes the devices of one group those of another; in the transaction of the caller. */
    void moveDevices(WorkshopCode code, int from, int to) {
        database.update(
                "update workshop_token set member = ? where workshop = ? and holder = 'GROUP' and member = ?",
                to,
                code.text(),
                from);
    }

    /** Deletes a group with its tokens, moves and rounds; in the transaction of the caller. */
    void removeGroup(WorkshopCode code, int member) {
        database.update(
                "delete from workshop_token where workshop = ? and holder = 'GROUP' and member = ?",
                code.text(),
                member);
        for (String table : List.of("workshop_move", "workshop_round", "workshop_group")) {
            database.update("delete from " + table + " where workshop = ? and member = ?", code.text(), member);
        }
    }

    /**
     * Notes whether a group is done with the current round.
     *
     * @param check is given the state, under a lock; may refuse by a {@link entente.service.problem.ProblemException}
     */
    void ready(WorkshopCode code, int member, boolean ready, Consumer<WorkshopState> check) {
        database.write(() -> {
            WorkshopState state = hold(code);
            check.accept(state);
            return database.update(
                    "update workshop_group set ready_round = ?, seen = ? where workshop = ? and member = ?",
                    ready ? state.round() : null,
                    now(),
                    code.text(),
                    member);
        });
    }

    /** Names with the same key are taken for the same. */
    static String key(String name) {
        String key = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        return key.substring(0, Math.min(key.length(), KEY_LENGTH));
    }

    Optional<Move> move(WorkshopCode code, int member, UUID id) {
        return database.find(
                WorkshopTable::moveRow,
                "select " + MOVE_COLUMNS + " from workshop_move where workshop = ? and member = ? and id = ?",
                code.text(),
                member,
                id);
    }

    /** All moves of a workshop, by group and in order. */
    List<Move> moves(WorkshopCode code) {
        return database.list(
                WorkshopTable::moveRow,
                "select " + MOVE_COLUMNS + " from workshop_move where workshop = ? order by member, revision",
                code.text());
    }

    /**
     * Appends a move that was evaluated for this state and this group as they were read; false, and nothing is stored,
     * if the group has moved, the same move is stored, or the workshop has been paused, ended or locked since.
     *
     * @param after the group after the move
     */
    boolean append(WorkshopState read, WorkshopGroup after, UUID id, List<Change> changes) {
        return database.insert(() -> {
            int held = database.update(
                    "update workshop set revision = revision + 1 where code = ? and round_number = ? and locked = ? "
                            + "and paused = false and ended = false",
                    read.code().text(),
                    read.round(),
                    String.join(" ", read.locked()));
            int changed = database.update(
                    "update workshop_group set ready_round = null, seen = ? where workshop = ? and member = ? "
                            + "and revision = ?",
                    now(),
                    read.code().text(),
                    after.member(),
                    after.moves() - 1);
            if (held != 1 || changed != 1) {
                throw new RowConflictException();
            }
            return insertMove(read, after, id, changes);
        });
    }

    /**
     * Appends a move that the facilitator makes for a group, which stays ready; in the transaction of the caller, which holds
     * the workshop.
     */
    int insertMove(WorkshopState state, WorkshopGroup after, UUID id, List<Change> changes) {
        Standing standing = after.verdict().orElseThrow();
        int tenths = standing.likelihood().tenths();
        String relationship = standing.relationship().map(Relationship::name).orElse(null);
        database.update(
                "update workshop_group set revision = ?, readings = ?, percent_tenths = ?, relationship = ? "
                        + "where workshop = ? and member = ?",
                after.moves(),
                after.readings().text(),
                tenths,
                relationship,
                state.code().text(),
                after.member());
        return database.update(
                "insert into workshop_move (workshop, " + MOVE_COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                state.code().text(),
                after.member(),
                id,
                after.moves(),
                state.round(),
                now(),
                GroupReadings.text(changes),
                tenths,
                relationship,
                after.moved());
    }

    /** Where the groups stood when rounds ended, in order. */
    List<RoundSnapshot> rounds(WorkshopCode code) {
        return database.list(
                (row, number) -> new RoundSnapshot(
                        row.getInt("round_number"),
                        row.getInt("member"),
                        GroupReadings.of(row.getString("readings")),
                        standing(row)),
                "select round_number, member, readings, percent_tenths, relationship from workshop_round "
                        + "where workshop = ? order by round_number, member",
                code.text());
    }

    private static WorkshopGroup groupRow(ResultSet row, int number) throws SQLException {
        return new WorkshopGroup(
                row.getInt("member"),
                row.getString("name"),
                row.getString("letter"),
                row.getInt("revision"),
                GroupReadings.of(row.getString("readings")),
                row.getBoolean("ready"),
                SqlValues.optionalMoment(row, "seen"),
                standing(row));
    }

    private static Move moveRow(ResultSet row, int number) throws SQLException {
        return new Move(
                row.getInt("member"),
                row.getInt("round_number"),
                SqlValues.moment(row, "at"),
                GroupReadings.changes(row.getString("changes")),
                new MoveAnswer(row.getInt("revision"), standing(row).orElseThrow(), row.getInt("moved")));
    }

    private static Optional<Standing> standing(ResultSet row) throws SQLException {
        int tenths = row.getInt("percent_tenths");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new Standing(
                        new Percent(tenths),
                        Optional.ofNullable(row.getString("relationship")).map(Relationship::valueOf)));
    }

    private OffsetDateTime now() {
        return SqlValues.moment(clock.instant());
    }
}
