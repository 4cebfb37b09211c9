package entente.service.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.workshop.WorkshopChange.FacilitatorCommand;
import entente.service.workshop.WorkshopState.Joining;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkshopChangeTest {

    private static final Instant NOW = Instant.EPOCH;

    private static WorkshopChange change(FacilitatorCommand command, String message) {
        return new WorkshopChange(command, List.of(), 0, message, OptionalInt.empty(), Joining.OPEN);
    }

    private static WorkshopState called() {
        WorkshopState state = new WorkshopState(
                WorkshopCode.typed("ABCDEF").orElseThrow(),
                "A room",
                "baseline-2018",
                "",
                2,
                1,
                false,
                Optional.empty(),
                false,
                Joining.OPEN,
                List.of(),
                Optional.of(NOW.plusSeconds(60)),
                Optional.empty(),
                1);
        return change(FacilitatorCommand.CALL, "Two minutes left").apply(state, NOW);
    }

    @ParameterizedTest
    @EnumSource(
            value = FacilitatorCommand.class,
            names = {"REVEAL", "START_ROUND", "END"})
    void callGoesWithTheWorkItWasAbout(FacilitatorCommand command) {
        assertThat(called().call()).contains("Two minutes left");
        assertThat(change(command, "").apply(called(), NOW).call()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = FacilitatorCommand.class,
            names = {"PAUSE", "RESUME", "HIDE", "LOCK", "TIMER"})
    void callStaysOtherwise(FacilitatorCommand command) {
        assertThat(change(command, "").apply(called(), NOW).call()).contains("Two minutes left");
    }

    @Test
    void timeStandsStillInAPause() {
        Instant later = NOW.plusSeconds(20);
        WorkshopState paused = change(FacilitatorCommand.PAUSE, "").apply(called(), NOW);
        WorkshopState again = change(FacilitatorCommand.PAUSE, "").apply(paused, later);
        assertThat(again).isEqualTo(paused);
        assertThat(change(FacilitatorCommand.RESUME, "").apply(again, later).timerEnds())
                .contains(NOW.plusSeconds(80));
        assertThat(change(FacilitatorCommand.START_ROUND, "")
                        .apply(again, later)
                        .timerEnds())
                .contains(NOW.plusSeconds(80));
        WorkshopChange minute =
                new WorkshopChange(FacilitatorCommand.TIMER, List.of(), 60, "", OptionalInt.empty(), Joining.OPEN);
        WorkshopState set = minute.apply(paused, later);
        assertThat(change(FacilitatorCommand.RESUME, "").apply(set, later).timerEnds())
                .contains(later.plusSeconds(60));
    }

    @Test
    void revealStopsTheTimeOnce() {
        WorkshopState revealed = change(FacilitatorCommand.REVEAL, "").apply(called(), NOW);
        assertThat(revealed.timerEnds()).isEmpty();
        WorkshopState timed = revealed.withTimerEnds(Optional.of(NOW.plusSeconds(9)));
        assertThat(change(FacilitatorCommand.REVEAL, "").apply(timed, NOW)).isEqualTo(timed);
    }
}
