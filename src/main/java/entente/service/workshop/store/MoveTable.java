package entente.service.workshop.store;

import entente.model.Relationship;
import entente.service.archive.Database;
import entente.service.archive.RowConflictException;
import entente.service.archive.SqlValues;
import entente.service.workshop.GroupReadings;
import entente.service.workshop.WorkshopCode;
import entente.service.workshop.WorkshopGroup;
import entente.service.workshop.WorkshopGroup.Standing;
import entente.service.workshop.WorkshopMove;
import entente.service.workshop.WorkshopMove.MoveAnswer;
import entente.service.workshop.WorkshopState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The moves of groups, in order. */
@Component
@RequiredArgsConstructor
public final class MoveTable {

    private static final String COLUMNS =
            "member, id, revision, round_number, at, changes, percent_tenths, relationship, moved";

    private final Database database;
    private final InstantSource clock;

    public Optional<WorkshopMove> find(WorkshopCode code, int member, UUID id) {
        return database.find(
                MoveTable::move,
                "select " + COLUMNS + " from workshop_move where workshop = ? and member = ? and id = ?",
                code.text(),
                member,
                id);
    }

    /** All moves of a workshop, by group and in order. */
    public List<WorkshopMove> list(WorkshopCode code) {
        return database.list(
                MoveTable::move,
                "select " + COLUMNS + " from workshop_move where workshop = ? order by member, revision",
                code.text());
    }

    /**
     * Appends a move that was evaluated for this state and this group as they were read; false, and nothing is stored,
     * if the group has moved, the same move is stored, or the workshop has been paused, ended or locked since.
     *
     * @param readings of the group after the move
     */
    public boolean append(
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
                    "update workshop_group set revision = revision + 1, readings = ?, percent_tenths = ?, relationship = ?, "
                            + "ready_round = null, seen = ? "
                            + "where workshop = ? and member = ? and revision = ?",
                    readings.text(),
                    standing.likelihood().tenths(),
                    standing.relationship().map(Relationship::name).orElse(null),
                    SqlValues.moment(clock.instant()),
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
    public void settle(
            WorkshopState state,
            WorkshopGroup group,
            List<GroupReadings.Change> changes,
            GroupReadings readings,
            Standing standing) {
        database.update(
                "update workshop_group set revision = revision + 1, readings = ?, percent_tenths = ?, relationship = ? "
                        + "where workshop = ? and member = ?",
                readings.text(),
                standing.likelihood().tenths(),
                standing.relationship().map(Relationship::name).orElse(null),
                state.code().text(),
                group.member());
        insert(state, group, UUID.randomUUID(), changes, readings, standing);
    }

    private int insert(
            WorkshopState state,
            WorkshopGroup group,
            UUID id,
            List<GroupReadings.Change> changes,
            GroupReadings readings,
            Standing standing) {
        return database.update(
                "insert into workshop_move (workshop, " + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                state.code().text(),
                group.member(),
                id,
                group.moves() + 1,
                state.round(),
                SqlValues.moment(clock.instant()),
                GroupReadings.text(changes),
                standing.likelihood().tenths(),
                standing.relationship().map(Relationship::name).orElse(null),
                readings.values().size());
    }

    private static WorkshopMove move(ResultSet row, int number) throws SQLException {
        int revision = row.getInt("revision");
        return new WorkshopMove(
                row.getInt("member"),
                row.getObject("id", UUID.class),
                revision,
                row.getInt("round_number"),
                SqlValues.moment(row, "at"),
                GroupReadings.changes(row.getString("changes")),
                new MoveAnswer(revision, GroupTable.standing(row).orElseThrow(), row.getInt("moved")));
    }
}
