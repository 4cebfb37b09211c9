package entente.service.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Percent;
import entente.service.archive.Database;
import entente.service.archive.Durability;
import entente.service.workshop.GroupReadings.Change;
import entente.service.workshop.WorkshopChange.FacilitatorCommand;
import entente.service.workshop.WorkshopGroup.Standing;
import entente.testkit.Shipped;
import entente.testkit.TestClock;
import entente.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A move that was evaluated for an outdated state is not stored. */
class WorkshopTableTest {

    private static final Standing STANDING = new Standing(new Percent(123), Optional.empty());

    private final TestClock clock = new TestClock();
    private final Database database = Database.open(TestDatabase.h2(), Durability.PROCESS);
    private final WorkshopTable workshops = new WorkshopTable(database, clock);
    private final WorkshopCode code =
            workshops.create("Room", Shipped.scenario("baseline-2018"), "0".repeat(64), 2, WorkshopToken.generate());

    @BeforeEach
    void join() {
        workshops.join(code, "Kazan", Optional.empty(), "", WorkshopToken.generate(), (room, others) -> "K");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private WorkshopState state() {
        return workshops.find(code).orElseThrow();
    }

    private WorkshopGroup group() {
        return workshops.group(code, 1).orElseThrow();
    }

    private boolean append(WorkshopState read, WorkshopGroup group, UUID id) {
        List<Change> changes = List.of(Change.to("x", OptionalDouble.of(3)));
        return workshops.append(read, group.after(GroupReadings.BASELINE.with(changes), STANDING), id, changes);
    }

    private void command(FacilitatorCommand command) {
        workshops.change(code, state -> WorkshopTermsTest.change(command).apply(state, clock.instant(), List.of("x")));
    }

    @Test
    void groupIsHeardOfByItsMovesAndItsReadiness() {
        clock.forward(Duration.ofMinutes(3));
        append(state(), group(), UUID.randomUUID());
        assertThat(group().seen()).contains(clock.instant());
        clock.forward(Duration.ofMinutes(3));
        workshops.ready(code, 1, true, state -> {});
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
        assertThat(workshops.moves(code)).hasSize(1);
        assertThat(workshops.rounds(code)).hasSize(2);
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
        assertThat(workshops.moves(code)).hasSize(1);
    }
}
