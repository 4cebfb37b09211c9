package entente.service.workshop.store;

import entente.model.Percent;
import entente.model.Relationship;
import entente.service.archive.Database;
import entente.service.archive.SqlValues;
import entente.service.workshop.GroupReadings;
import entente.service.workshop.WorkshopCode;
import entente.service.workshop.WorkshopGroup;
import entente.service.workshop.WorkshopGroup.RoundSnapshot;
import entente.service.workshop.WorkshopGroup.Standing;
import entente.service.workshop.WorkshopState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
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

/** The groups of workshops as they stand. */
@Component
@RequiredArgsConstructor
public final class GroupTable {

    /** A compatible form can be many times as long. */
    private static final int KEY_LENGTH = 200;

    private static final String COLUMNS =
            "g.member, g.name, g.letter, g.revision, g.readings, g.percent_tenths, g.relationship, g.seen, "
                    + "coalesce(g.ready_round = w.round_number, false) as ready";
    private static final String FROM =
            " from workshop_group g join workshop w on w.code = g.workshop where g.workshop = ?";

    private final Database database;
    private final WorkshopTable workshops;
    private final InstantSource clock;

    /** In the order of joining. */
    public List<WorkshopGroup> list(WorkshopCode code) {
        return database.list(GroupTable::group, "select " + COLUMNS + FROM + " order by g.member", code.text());
    }

    public Optional<WorkshopGroup> find(WorkshopCode code, int member) {
        return database.find(GroupTable::group, "select " + COLUMNS + FROM + " and g.member = ?", code.text(), member);
    }

    /**
     * Adds a group with its token. A browser that repeats its request, because the answer was lost or by a nervous finger,
     * is given the same group, and the new token is one more of it.
     *
     * @param id made by the client
     * @param origin of the request
     * @param token digest
     * @param letter chooses its mark, given the state and the existing groups, under a lock; may refuse by a
     *     {@link entente.service.problem.ProblemException}
     */
    public WorkshopGroup join(
            WorkshopCode code,
            String name,
            Optional<UUID> id,
            String origin,
            String token,
            BiFunction<WorkshopState, List<WorkshopGroup>, String> letter) {
        return database.write(() -> {
            WorkshopTable.hold(database, code);
            Optional<WorkshopGroup> earlier = id.flatMap(known -> database.find(
                    GroupTable::group, "select " + COLUMNS + FROM + " and g.join_id = ?", code.text(), known));
            if (earlier.isPresent()) {
                addToken(code, token, earlier.get().member());
                return earlier.get();
            }
            List<WorkshopGroup> groups = list(code);
            String mark = letter.apply(workshops.find(code).orElseThrow(), groups);
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
            addToken(code, token, member);
            return new WorkshopGroup(
                    member, stored, mark, 0, GroupReadings.BASELINE, false, Optional.of(now), Optional.empty());
        });
    }

    /** How many groups have joined from there and were not removed. */
    public int countFrom(WorkshopCode code, String origin) {
        return database.find(
                        (row, number) -> row.getInt("known"),
                        "select count(*) as known from workshop_group where workshop = ? and origin = ?",
                        code.text(),
                        origin)
                .orElse(0);
    }

    /** Notes that devices of groups were heard of; nothing that members see changes. */
    public void seen(WorkshopCode code, Collection<Integer> members) {
        String places = String.join(", ", members.stream().map(member -> "?").toList());
        List<Object> values = new ArrayList<>(List.of(SqlValues.moment(clock.instant()), code.text()));
        values.addAll(members);
        database.write(() -> database.update(
                "update workshop_group set seen = ? where workshop = ? and member in (" + places + ")",
                values.toArray()));
    }

    /** Gives a group another name; in the transaction of the caller. */
    public void rename(WorkshopCode code, int member, String name, String letter) {
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
    public void moveDevices(WorkshopCode code, int from, int to) {
        database.update(
                "update workshop_token set member = ? where workshop = ? and holder = 'GROUP' and member = ?",
                to,
                code.text(),
                from);
    }

    /** Deletes a group with its tokens, moves and rounds; in the transaction of the caller. */
    public void remove(WorkshopCode code, int member) {
        database.update(
                "delete from workshop_token where workshop = ? and holder = 'GROUP' and member = ?",
                code.text(),
                member);
        for (String table : List.of("workshop_move", "workshop_round", "workshop_group")) {
            database.update("delete from " + table + " where workshop = ? and member = ?", code.text(), member);
        }
    }

    /** Whether a group has joined with this id. */
    public boolean hasJoined(WorkshopCode code, UUID id) {
        return database.exists("select 1 from workshop_group where workshop = ? and join_id = ?", code.text(), id);
    }

    private void addToken(WorkshopCode code, String token, int member) {
        WorkshopTokens.insert(database, code, token, "GROUP", member, false, SqlValues.moment(clock.instant()));
    }

    /**
     * Notes whether a group is done with the current round.
     *
     * @param check is given the state, under a lock; may refuse by a {@link entente.service.problem.ProblemException}
     */
    public void ready(WorkshopCode code, int member, boolean ready, Consumer<WorkshopState> check) {
        database.write(() -> {
            WorkshopTable.hold(database, code);
            WorkshopState state = workshops.find(code).orElseThrow();
            check.accept(state);
            return database.update(
                    "update workshop_group set ready_round = ?, seen = ? where workshop = ? and member = ?",
                    ready ? state.round() : null,
                    SqlValues.moment(clock.instant()),
                    code.text(),
                    member);
        });
    }

    /** Names with the same key are taken for the same. */
    public static String key(String name) {
        String key = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        return key.substring(0, Math.min(key.length(), KEY_LENGTH));
    }

    /** Where the groups stood when rounds ended, in order. */
    public List<RoundSnapshot> rounds(WorkshopCode code) {
        return database.list(
                (row, number) -> new RoundSnapshot(
                        row.getInt("round_number"),
                        row.getInt("member"),
                        row.getInt("revision"),
                        GroupReadings.of(row.getString("readings")),
                        standing(row)),
                "select round_number, member, revision, readings, percent_tenths, relationship from workshop_round "
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

    static Optional<Standing> standing(ResultSet row) throws SQLException {
        int tenths = row.getInt("percent_tenths");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new Standing(
                        new Percent(tenths),
                        Optional.ofNullable(row.getString("relationship")).map(Relationship::valueOf)));
    }
}
