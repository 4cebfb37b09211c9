package entente.service.workshop.store;

import entente.model.Percent;
import entente.model.Relationship;
import entente.service.archive.Database;
import entente.service.archive.SqlValues;
import entente.service.workshop.GroupReadings;
import entente.service.workshop.RoundSnapshot;
import entente.service.workshop.WorkshopCode;
import entente.service.workshop.WorkshopGroup;
import entente.service.workshop.WorkshopGroup.Standing;
import entente.service.workshop.WorkshopState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
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

    private static final String COLUMNS =
            "g.member, g.name, g.letter, g.revision, g.readings, g.percent_tenths, g.relationship, "
                    + "coalesce(g.ready_round = w.round_number, false) as ready";
    private static final String FROM =
            " from workshop_group g join workshop w on w.code = g.workshop where g.workshop = ?";

    private final Database database;
    private final WorkshopTable workshops;
    private final InstantSource clock;

    /** In the order of joining. */
    public List<WorkshopGroup> list(WorkshopCode code) {
        return database.read(() -> database.sql()
                .sql("select " + COLUMNS + FROM + " order by g.member")
                .param(code.text())
                .query((row, number) -> group(row))
                .list());
    }

    public Optional<WorkshopGroup> find(WorkshopCode code, int member) {
        return database.find(
                (row, number) -> group(row), "select " + COLUMNS + FROM + " and g.member = ?", code.text(), member);
    }

    /**
     * Adds a group with its token. A browser that repeats its request, because the answer was lost or by a nervous finger,
     * is given the same group, and the new token is one more of it.
     *
     * @param id made by the client
     * @param token digest
     * @param letter chooses its mark, given the state and the existing groups, under a lock; may refuse by a
     *     {@link entente.service.problem.ProblemException}
     */
    public WorkshopGroup join(
            WorkshopCode code,
            String name,
            Optional<UUID> id,
            String token,
            BiFunction<WorkshopState, List<WorkshopGroup>, String> letter) {
        return database.write(() -> {
            WorkshopTable.hold(database, code);
            Optional<WorkshopGroup> earlier = id.flatMap(known -> database.find(
                    (row, number) -> group(row),
                    "select " + COLUMNS + FROM + " and g.join_id = ?",
                    code.text(),
                    known));
            if (earlier.isPresent()) {
                addToken(code, token, earlier.get().member());
                return earlier.get();
            }
            List<WorkshopGroup> groups = list(code);
            String mark = letter.apply(workshops.find(code).orElseThrow(), groups);
            int member = groups.size() + 1;
            String stored = SqlValues.text(name);
            database.update(
                    "insert into workshop_group (workshop, member, name, name_key, letter, join_id, revision, readings) "
                            + "values (?, ?, ?, ?, ?, ?, 0, '')",
                    code.text(),
                    member,
                    stored,
                    key(stored),
                    mark,
                    id.orElse(null));
            addToken(code, token, member);
            return new WorkshopGroup(member, stored, mark, 0, GroupReadings.BASELINE, false, Optional.empty());
        });
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
                    "update workshop_group set ready_round = ? where workshop = ? and member = ?",
                    ready ? state.round() : null,
                    code.text(),
                    member);
        });
    }

    /** Names with the same key are taken for the same. */
    public static String key(String name) {
        return name.strip().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** Where the groups stood when rounds ended, in order. */
    public List<RoundSnapshot> rounds(WorkshopCode code) {
        return database.read(() -> database.sql()
                .sql(
                        "select round_number, member, revision, readings, percent_tenths, relationship from workshop_round "
                                + "where workshop = ? order by round_number, member")
                .param(code.text())
                .query((row, number) -> new RoundSnapshot(
                        row.getInt("round_number"),
                        row.getInt("member"),
                        row.getInt("revision"),
                        GroupReadings.of(row.getString("readings")),
                        standing(row)))
                .list());
    }

    private static WorkshopGroup group(ResultSet row) throws SQLException {
        return new WorkshopGroup(
                row.getInt("member"),
                row.getString("name"),
                row.getString("letter"),
                row.getInt("revision"),
                GroupReadings.of(row.getString("readings")),
                row.getBoolean("ready"),
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
