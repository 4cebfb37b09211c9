package entente.service.workshop.store;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Percent;
import entente.service.archive.Database;
import entente.service.archive.Durability;
import entente.service.workshop.GroupReadings;
import entente.service.workshop.GroupReadings.Change;
import entente.service.workshop.WorkshopChange;
import entente.service.workshop.WorkshopChange.FacilitatorCommand;
import entente.service.workshop.WorkshopCode;
import entente.service.workshop.WorkshopGroup;
import entente.service.workshop.WorkshopGroup.Standing;
import entente.service.workshop.WorkshopState;
import entente.service.workshop.WorkshopState.Joining;
import entente.testkit.TestClock;
import entente.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A move that was evaluated for an outdated state is not stored. */
class MoveTableTest {

    private static final WorkshopCode CODE = new WorkshopCode("K7M42P");
    private static final Standing STANDING = new Standing(new Percent(123), Optional.empty());

    private final TestClock clock = new TestClock();
    private final Database database = Database.open(TestDatabase.h2(), Durability.PROCESS);
    private final WorkshopTable workshops = new WorkshopTable(database, clock);
    private final GroupTable groups = new GroupTable(database, workshops, clock);
    private final MoveTable moves = new MoveTable(database, clock);

    @BeforeEach
    void open() {
        WorkshopState state = new WorkshopState(
                CODE,
                "Room",
                "baseline-2018",
                "0".repeat(64),
                2,
                0,
                false,
                Optional.empty(),
                false,
                Joining.OPEN,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                1);
        assertThat(workshops.add(state, "{}", "f".repeat(64))).isTrue();
        groups.join(CODE, "Kazan", Optional.empty(), "", "a".repeat(64), (room, others) -> "K");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private WorkshopState state() {
        return workshops.find(CODE).orElseThrow();
    }

    private WorkshopGroup group() {
        return groups.find(CODE, 1).orElseThrow();
    }

    private boolean append(WorkshopState read, WorkshopGroup group, UUID id) {
        List<Change> changes = List.of(Change.to("x", OptionalDouble.of(3)));
        return moves.append(read, group, id, changes, GroupReadings.BASELINE.with(changes), STANDING);
    }

    private void command(FacilitatorCommand command) {
        workshops.change(
                CODE,
                state -> new WorkshopChange(command, List.of("x"), 0, "", OptionalInt.empty(), Joining.OPEN)
                        .apply(state, clock.instant()));
    }

    @Test
    void moveIsStoredWithItsAnswer() {
        UUID id = UUID.randomUUID();
        assertThat(append(state(), group(), id)).isTrue();
        assertThat(group().moves()).isEqualTo(1);
        assertThat(group().verdict()).contains(STANDING);
        assertThat(moves.find(CODE, 1, id).orElseThrow().answer().standing()).isEqualTo(STANDING);
        assertThat(state().revision()).isEqualTo(3);
    }

    @Test
    void groupIsHeardOfByItsMovesAndItsReadiness() {
        clock.forward(Duration.ofMinutes(3));
        append(state(), group(), UUID.randomUUID());
        assertThat(group().seen()).contains(clock.instant());
        clock.forward(Duration.ofMinutes(3));
        groups.ready(CODE, 1, true, state -> {});
        assertThat(group().seen()).contains(clock.instant());
    }

    @Test
    void movesForAnOutdatedStateAreNotStored() {
        for (FacilitatorCommand command : List.of(
                FacilitatorCommand.PAUSE,
                FacilitatorCommand.RESUME,
                FacilitatorCommand.LOCK,
                FacilitatorCommand.START_ROUND,
                FacilitatorCommand.END)) {
            WorkshopState before = state();
            command(command);
            boolean stillOpen = command == FacilitatorCommand.RESUME;
            assertThat(append(before, group(), UUID.randomUUID()))
                    .as(command.toString())
                    .isEqualTo(stillOpen);
        }
        assertThat(moves.list(CODE)).hasSize(1);
        assertThat(groups.rounds(CODE)).hasSize(2);
    }

    @Test
    void movesForAnOutdatedGroupAreNotStored() {
        WorkshopGroup before = group();
        UUID id = UUID.randomUUID();
        assertThat(append(state(), before, id)).isTrue();
        long revision = state().revision();
        assertThat(append(state(), before, UUID.randomUUID())).isFalse();
        assertThat(append(state(), group(), id)).isFalse();
        assertThat(state().revision()).isEqualTo(revision);
        assertThat(moves.list(CODE)).hasSize(1);
    }
}
