package entente.service.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.service.problem.ProblemException;
import entente.service.workshop.GroupReadings.Change;
import entente.service.workshop.WorkshopChange.FacilitatorCommand;
import entente.service.workshop.WorkshopState.Joining;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Codes, tokens, letters, readings and commands. */
class WorkshopTermsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");

    @Test
    void codesAvoidAmbiguousCharacters() {
        Set<Character> used = new TreeSet<>();
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            String code = WorkshopCode.random(random).text();
            assertThat(code).hasSize(6);
            code.chars().forEach(c -> used.add((char) c));
        }
        assertThat(used).hasSize(32).doesNotContain('0', 'O', '1', 'I');
    }

    @Test
    void typedCodesAreNormalized() {
        assertThat(WorkshopCode.typed("k7m-42p").map(WorkshopCode::text)).contains("K7M42P");
        assertThat(WorkshopCode.typed(" K7M 42P ").map(WorkshopCode::spaced)).contains("K7M 42P");
        assertThat(List.of("K7M42", "K7M42PP", "K7M42O", "K7M42ß", "../../x", "", "K".repeat(1000)))
                .allSatisfy(text -> assertThat(WorkshopCode.typed(text)).isEmpty());
    }

    @Test
    void tokensAreLongAndNotPrinted() {
        WorkshopToken token = WorkshopToken.generate(new SecureRandom());
        assertThat(token.reveal()).matches("entw_[A-Za-z0-9_-]{43}");
        assertThat(token.toString()).doesNotContain(token.reveal());
        assertThat(WorkshopToken.of(token.reveal()).map(WorkshopToken::digest)).contains(token.digest());
        assertThat(WorkshopToken.of("entw_short")).isEmpty();
        assertThat(token.digest())
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(WorkshopToken.generate(new SecureRandom()).digest());
    }

    @Test
    void lettersAreUniqueInitials() {
        assertThat(LetterMarks.mark("Kazan", Set.of())).isEqualTo("K");
        assertThat(LetterMarks.mark("Kursk", Set.of("K"))).isEqualTo("KU");
        assertThat(LetterMarks.mark("Kursk", Set.of("K", "KU"))).isEqualTo("KR");
        assertThat(LetterMarks.mark("k", Set.of("K"))).isEqualTo("KA");
        assertThat(LetterMarks.mark("东方", Set.of())).isEqualTo("东");
        assertThat(LetterMarks.mark("!?", Set.of())).isEqualTo("G");
        Set<String> taken = new TreeSet<>();
        for (int i = 0; i < 64; i++) {
            String mark = LetterMarks.mark("K", taken);
            assertThat(mark).hasSizeLessThanOrEqualTo(3);
            assertThat(taken.add(mark)).isTrue();
        }
    }

    @Test
    void readingsRoundTripThroughText() {
        GroupReadings readings = GroupReadings.BASELINE.with(List.of(
                Change.to("b", OptionalDouble.of(11.1)),
                Change.to("a", OptionalDouble.empty()),
                Change.to("c", OptionalDouble.of(-1e-7)),
                Change.to("d", OptionalDouble.of(2)),
                Change.reset("d")));
        assertThat(readings.values())
                .isEqualTo(Map.of(
                        "a", OptionalDouble.empty(), "b", OptionalDouble.of(11.1), "c", OptionalDouble.of(-1e-7)));
        assertThat(GroupReadings.of(readings.text())).isEqualTo(readings);
        assertThat(GroupReadings.of("")).isEqualTo(GroupReadings.BASELINE);
        List<Change> changes = List.of(Change.reset("a"), Change.to("b", OptionalDouble.empty()));
        assertThat(GroupReadings.changes(GroupReadings.text(changes))).isEqualTo(changes);
    }

    private static WorkshopState state(int round, boolean paused) {
        return new WorkshopState(
                new WorkshopCode("K7M42P"),
                "Room",
                "baseline-2018",
                "0".repeat(64),
                2,
                round,
                true,
                paused ? Optional.of(NOW) : Optional.empty(),
                false,
                Joining.OPEN,
                List.of("a"),
                Optional.of(NOW.plusSeconds(60)),
                Optional.of("Hello"),
                5);
    }

    private static WorkshopState after(FacilitatorCommand command, WorkshopState state) {
        return new WorkshopChange(command, List.of("b"), 90, "Quiet, please", OptionalInt.empty(), Joining.OPEN)
                .apply(state, NOW);
    }

    @Test
    void newRoundIsHiddenAndRunning() {
        WorkshopState started = after(FacilitatorCommand.START_ROUND, state(1, true));
        assertThat(started.round()).isEqualTo(2);
        assertThat(started.revealed()).isFalse();
        assertThat(started.paused()).isFalse();
        assertThatThrownBy(() -> after(FacilitatorCommand.START_ROUND, started))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("2 rounds");
    }

    @Test
    void roundsAreAddedOneByOneWhenTheyAreNamed() {
        WorkshopState added = round(3).apply(state(2, false), NOW);
        assertThat(added.round()).isEqualTo(3);
        assertThat(added.rounds()).isEqualTo(3);
        assertThat(round(3).apply(added, NOW)).isEqualTo(added);
        assertThatThrownBy(() -> round(4).apply(state(2, false), NOW)).hasMessageContaining("The next round is 3");
        assertThatThrownBy(() ->
                        round(WorkshopChange.MAX_ROUNDS + 1).apply(added.withRound(WorkshopChange.MAX_ROUNDS), NOW))
                .isInstanceOf(ProblemException.class);
        assertThat(round(1).apply(state(0, false), NOW).rounds()).isEqualTo(2);
    }

    private static WorkshopChange round(int round) {
        return new WorkshopChange(
                FacilitatorCommand.START_ROUND, List.of(), 0, "", OptionalInt.of(round), Joining.OPEN);
    }

    @Test
    void timerOutlivesTheStartOfARoundAndEndsWithTheReveal() {
        WorkshopState before = state(0, false);
        assertThat(after(FacilitatorCommand.START_ROUND, before).timerEnds()).isEqualTo(before.timerEnds());
        WorkshopChange later =
                new WorkshopChange(FacilitatorCommand.START_ROUND, List.of(), 0, "", OptionalInt.empty(), Joining.OPEN);
        assertThat(later.apply(before, NOW.plusSeconds(60)).timerEnds()).isEmpty();
        assertThat(after(FacilitatorCommand.PAUSE, before).timerEnds()).isEqualTo(before.timerEnds());
        assertThat(after(FacilitatorCommand.REVEAL, before).timerEnds()).isEqualTo(before.timerEnds());
        assertThat(after(FacilitatorCommand.REVEAL, after(FacilitatorCommand.HIDE, before))
                        .timerEnds())
                .isEmpty();
        assertThat(after(FacilitatorCommand.END, before).timerEnds()).isEmpty();
    }

    @Test
    void commandsChangeTheState() {
        WorkshopState before = state(1, false);
        assertThat(after(FacilitatorCommand.HIDE, before).revealed()).isFalse();
        assertThat(after(FacilitatorCommand.REVEAL, after(FacilitatorCommand.HIDE, before))
                        .revealed())
                .isTrue();
        assertThat(after(FacilitatorCommand.PAUSE, before).paused()).isTrue();
        assertThat(after(FacilitatorCommand.RESUME, state(1, true)).paused()).isFalse();
        assertThat(after(FacilitatorCommand.LOCK, before).locked()).containsExactly("a", "b");
        assertThat(after(FacilitatorCommand.UNLOCK, after(FacilitatorCommand.LOCK, before))
                        .locked())
                .containsExactly("a");
        assertThat(after(FacilitatorCommand.TIMER, before).timerEnds()).contains(NOW.plusSeconds(90));
        assertThat(after(FacilitatorCommand.CALL, before).call()).contains("Quiet, please");
        assertThat(new WorkshopChange(FacilitatorCommand.CALL, List.of(), 0, " ", OptionalInt.empty(), Joining.OPEN)
                        .apply(before, NOW)
                        .call())
                .isEmpty();
        WorkshopState ended = after(FacilitatorCommand.END, before);
        assertThat(ended.ended()).isTrue();
        assertThat(ended.revealed()).isTrue();
        for (FacilitatorCommand command : FacilitatorCommand.values()) {
            assertThatThrownBy(() -> after(command, ended)).isInstanceOf(ProblemException.class);
        }
    }
}
