package entente.service.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.service.problem.ProblemException;
import entente.service.workshop.WorkshopChange.FacilitatorCommand;
import entente.service.workshop.WorkshopState.Joining;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What the commands of the facilitator do to the state of a workshop. */
class WorkshopChangeTest {

    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
    private static final Set<FacilitatorCommand> END_OF_WORK =
            EnumSet.of(FacilitatorCommand.REVEAL, FacilitatorCommand.START_ROUND, FacilitatorCommand.END);

    /** A command without a round, about the indicator b, 90 seconds and a message. */
    static WorkshopChange change(FacilitatorCommand command) {
        return change(command, Optional.empty(), "Quiet, please");
    }

    private static WorkshopChange round(int round) {
        return change(FacilitatorCommand.START_ROUND, Optional.of(round), "");
    }

    private static WorkshopChange change(FacilitatorCommand command, Optional<Integer> round, String message) {
        return new WorkshopChange(
                command,
                round,
                Optional.empty(),
                Optional.empty(),
                Optional.of(90),
                Optional.of(message),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Of two rounds, with a running timer, a call, and the indicator a locked. */
    static WorkshopState state(int round, boolean revealed) {
        return new WorkshopState(
                new WorkshopCode("K7M42P"),
                "Room",
                NOW,
                "baseline-2018",
                "0".repeat(64),
                2,
                round,
                revealed,
                Optional.empty(),
                false,
                Joining.OPEN,
                List.of("a"),
                Optional.of(NOW.plusSeconds(60)),
                Optional.of("Hello"),
                5);
    }

    private static WorkshopState after(FacilitatorCommand command, WorkshopState state) {
        return after(command, state, NOW);
    }

    private static WorkshopState after(FacilitatorCommand command, WorkshopState state, Instant at) {
        return change(command).apply(state, at, List.of("b"));
    }

    private static WorkshopState after(WorkshopChange change, WorkshopState state) {
        return change.apply(state, NOW, List.of());
    }

    @ParameterizedTest
    @EnumSource(FacilitatorCommand.class)
    void callGoesWithTheWorkItWasAbout(FacilitatorCommand command) {
        Optional<String> call = after(command, state(1, false)).call();
        assertThat(call)
                .isEqualTo(
                        END_OF_WORK.contains(command)
                                ? Optional.empty()
                                : Optional.of(command == FacilitatorCommand.CALL ? "Quiet, please" : "Hello"));
        assertThat(after(change(FacilitatorCommand.CALL, Optional.empty(), " "), state(1, false))
                        .call())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = FacilitatorCommand.class,
            mode = Mode.EXCLUDE,
            names = {"START_ROUND", "END"})
    void repeatedCommandLeavesTheState(FacilitatorCommand command) {
        WorkshopState once = after(command, state(1, true));
        assertThat(after(command, once)).isEqualTo(once);
    }

    @Test
    void timeStandsStillInAPause() {
        Instant later = NOW.plusSeconds(20);
        WorkshopState paused = after(FacilitatorCommand.PAUSE, state(1, false));
        assertThat(paused.paused()).isTrue();
        WorkshopState again = after(FacilitatorCommand.PAUSE, paused, later);
        assertThat(again).isEqualTo(paused);
        for (FacilitatorCommand command : List.of(FacilitatorCommand.RESUME, FacilitatorCommand.START_ROUND)) {
            WorkshopState resumed = after(command, again, later);
            assertThat(resumed.paused()).isFalse();
            assertThat(resumed.timerEnds()).contains(NOW.plusSeconds(80));
        }
        WorkshopState set = after(FacilitatorCommand.TIMER, paused, later);
        assertThat(after(FacilitatorCommand.RESUME, set, later).timerEnds()).contains(later.plusSeconds(90));
    }

    @Test
    void timerOutlivesTheStartOfARoundAndEndsOnceWithTheReveal() {
        WorkshopState before = state(0, false);
        assertThat(after(FacilitatorCommand.TIMER, before).timerEnds()).contains(NOW.plusSeconds(90));
        assertThat(after(FacilitatorCommand.START_ROUND, before).timerEnds()).isEqualTo(before.timerEnds());
        assertThat(after(FacilitatorCommand.START_ROUND, before, NOW.plusSeconds(60))
                        .timerEnds())
                .isEmpty();
        assertThat(after(FacilitatorCommand.PAUSE, before).timerEnds()).isEqualTo(before.timerEnds());
        assertThat(after(FacilitatorCommand.REVEAL, before).timerEnds()).isEmpty();
        assertThat(after(FacilitatorCommand.END, before).timerEnds()).isEmpty();
        assertThat(after(FacilitatorCommand.REVEAL, state(0, true))).isEqualTo(state(0, true));
    }

    @Test
    void newRoundIsHidden() {
        WorkshopState started = after(FacilitatorCommand.START_ROUND, state(1, true));
        assertThat(started.round()).isEqualTo(2);
        assertThat(started.revealed()).isFalse();
        assertThatThrownBy(() -> after(FacilitatorCommand.START_ROUND, started))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("2 rounds");
    }

    @Test
    void roundsAreAddedOneByOneWhenTheyAreNamed() {
        WorkshopState added = after(round(3), state(2, false));
        assertThat(added.round()).isEqualTo(3);
        assertThat(added.rounds()).isEqualTo(3);
        assertThat(after(round(3), added)).isEqualTo(added);
        assertThatThrownBy(() -> after(round(4), state(2, false))).hasMessageContaining("The next round is 3");
        assertThatThrownBy(
                        () -> after(round(WorkshopChange.MAX_ROUNDS + 1), added.withRound(WorkshopChange.MAX_ROUNDS)))
                .isInstanceOf(ProblemException.class);
        assertThat(after(round(1), state(0, false)).rounds()).isEqualTo(2);
    }

    @Test
    void verdictsAreShownAndHiddenAndReadingsLocked() {
        WorkshopState before = state(1, false);
        WorkshopState revealed = after(FacilitatorCommand.REVEAL, before);
        assertThat(revealed.revealed()).isTrue();
        assertThat(after(FacilitatorCommand.HIDE, revealed).revealed()).isFalse();
        WorkshopState locked = after(FacilitatorCommand.LOCK, before);
        assertThat(locked.locked()).containsExactly("a", "b");
        assertThat(after(FacilitatorCommand.UNLOCK, locked).locked()).containsExactly("a");
    }

    @Test
    void endRevealsAndNothingFollows() {
        WorkshopState ended = after(FacilitatorCommand.END, state(1, false));
        assertThat(ended.ended()).isTrue();
        assertThat(ended.revealed()).isTrue();
        for (FacilitatorCommand command : FacilitatorCommand.values()) {
            assertThatThrownBy(() -> after(command, ended)).isInstanceOf(ProblemException.class);
        }
    }
}
