package entente.service.workshop;

import entente.model.Percent;
import entente.model.Relationship;
import entente.service.archive.Database;
import entente.service.archive.RowConflictException;
import entente.service.archive.SqlValues;
import entente.service.workshop.WorkshopCaller.WorkshopRole;
import entente.service.workshop.WorkshopGroup.Move;
import entente.service.workshop.WorkshopGroup.MoveAnswer;
import entente.service.workshop.WorkshopGroup.RoundSnapshot;
import entente.service.workshop.WorkshopGroup.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The groups of workshops as they stand, their moves, and where they stood when rounds ended. */
@Component
@RequiredArgsConstructor
final class GroupTable {

    /** A compatible form can be many times as long. */
    private static final int KEY_LENGTH = 200;

    private static final String SELECT =
            "select g.member, g.name, g.letter, g.revision, g.readings, g.percent_tenths, g.relationship, g.seen, "
                    + "coalesce(g.ready_round = w.round_number, false) as ready "
                    + "from workshop_group g join workshop w on w.code = g.workshop where g.workshop = ?";

    private static final String MOVE =
            "member, id, revision, round_number, at, changes, percent_tenths, relationship, moved";

    private final Database database;
    private final WorkshopTable workshops;
    private final WorkshopTokens tokens;
    private final InstantSource clock;

    /** In the order of joining. */
    List<WorkshopGroup> list(WorkshopCode code) {
        return database.list(GroupTable::group, SELECT + " order by g.member", code.text());
    }

    Optional<WorkshopGroup> find(WorkshopCode code, int member) {
        return database.find(GroupTable::group, SELECT + " and g.member = ?", code.text(), member);
    }

    /**
     * A workshop as the caller may see it.
     *
     * @param rulesSha256 digest of the active rule book
     */
    WorkshopView view(WorkshopCaller caller, String rulesSha256) {
        // In this order, so that groups which are newer than the revision are fetched with the next.
        WorkshopState state = workshops.find(caller.code()).orElseThrow();
        return WorkshopView.of(state, caller, list(caller.code()), clock.instant(), rulesSha256);
    }

    /**
     * Adds a group with its token. A browser that repeats its request, because the answer was lost or by a nervous finger,
     * is given the same group, and the new token is one more of it.
     *
     * @param id made by the client
     * @param origin of the request
     * @param token of which only the digest is stored
     * @param letter chooses its mark, given the state and the existing groups, under a lock; may refuse by a
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
            WorkshopState state = workshops.hold(code);
            Optional<WorkshopGroup> earlier = id.flatMap(
                    known -> database.find(GroupTable::group, SELECT + " and g.join_id = ?", code.text(), known));
            if (earlier.isPresent()) {
                tokens.add(
                        new WorkshopCaller(
                                code, WorkshopRole.GROUP, earlier.get().member()),
                        token,
                        false);
                return earlier.get();
            }
            String mark = letter.apply(state, list(code));
            database.update("update workshop set joined = joined + 1 where code = ?", code.text());
            int member = database.find(
                            (row, number) -> row.getInt("joined"),
                            "select joined from workshop where code = ?",
                            code.text())
                    .orElseThrow();
            String stored = SqlValues.text(name);
            Instant now = clock.instant();
            database.update(
                    "insert into workshop_group (workshop, member, name, name_key, letter, join_id, seen, origin, revision, "
                            + "readings) values (?, ?, ?, ?, ?, ?, ?, ?, 0, '')",
                    code.text(),
                    member,
                    stored,
                    key(stored),
                    mark,
                    id.orElse(null),
                    SqlValues.moment(now),
                    origin);
            tokens.add(new WorkshopCaller(code, WorkshopRole.GROUP, member), token, false);
            return new WorkshopGroup(
                    member, stored, mark, 0, GroupReadings.BASELINE, false, Optional.of(now), Optional.empty());
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

    /** Whether a group has joined with this id. */
    boolean hasJoined(WorkshopCode code, UUID id) {
        return database.exists("select 1 from workshop_group where workshop = ? and join_id = ?", code.text(), id);
    }

    /** Notes that devices of groups were heard of; nothing that members see changes. */
    void seen(WorkshopCode code, Collection<Integer> members) {
        String places = String.join(", ", members.stream().map(member -> "?").toList());
        List<Object> values = new ArrayList<>(List.of(now(), code.text()));
        values.addAll(members);
        database.write(() -> database.update(
                "update workshop_group set seen = ? where workshop = ? and member in (" + places + ")",
                values.toArray()));
    }

    /** Gives a group another name; in the transaction of the caller. */
    void rename(WorkshopCode code, int member, String name, String letter) {
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
    void remove(WorkshopCode code, int member) {
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
            WorkshopState state = workshops.hold(code);
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
                GroupTable::move,
                "select " + MOVE + " from workshop_move where workshop = ? and member = ? and id = ?",
                code.text(),
                member,
                id);
    }

    /** All moves of a workshop, by group and in order. */
    List<Move> moves(WorkshopCode code) {
        return database.list(
                GroupTable::move,
                "select " + MOVE + " from workshop_move where workshop = ? order by member, revision",
                code.text());
    }

    /**
     * Appends a move that was evaluated for this state and this group as they were read; false, and nothing is stored,
     * if the group has moved, the same move is stored, or the workshop has been paused, ended or locked since.
     *
     * @param readings of the group after the move
     */
    boolean append(
            WorkshopState read,
            WorkshopGroup group,
            UUID id,
            List<GroupReadings.Change> changes,
            GroupReadings readings,
            Standing standing) {
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
                    group.member(),
                    group.moves());
            if (held != 1 || changed != 1) {
                throw new RowConflictException();
            }
            return insert(read, group, id, changes, readings, standing);
        });
    }

    /**
     * Appends a move that the facilitator makes for a group, which stays ready; in the transaction of the caller, which holds
     * the workshop.
     *
     * @param readings of the group after the move
     */
    int insert(
            WorkshopState state,
            WorkshopGroup group,
            UUID id,
            List<GroupReadings.Change> changes,
            GroupReadings readings,
            Standing standing) {
        int tenths = standing.likelihood().tenths();
        String relationship = standing.relationship().map(Relationship::name).orElse(null);
        database.update(
                "update workshop_group set revision = revision + 1, readings = ?, percent_tenths = ?, relationship = ? "
                        + "where workshop = ? and member = ?",
                readings.text(),
                tenths,
                relationship,
                state.code().text(),
                group.member());
        return database.update(
                "insert into workshop_move (workshop, " + MOVE + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                state.code().text(),
                group.member(),
                id,
                group.moves() + 1,
                state.round(),
                now(),
                GroupReadings.text(changes),
                tenths,
                relationship,
                readings.values().size());
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

    private static WorkshopGroup group(ResultSet row, int number) throws SQLException {
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

    private static Move move(ResultSet row, int number) throws SQLException {
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
