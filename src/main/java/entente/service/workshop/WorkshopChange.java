package entente.service.workshop;

import entente.model.Problem;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * A command with what belongs to it, and its effect on the state of a workshop.
 *
 * @param readings ids of indicators, of LOCK and UNLOCK
 * @param seconds of TIMER; 0 stops it
 * @param message of CALL; empty to end the call
 * @param round of START_ROUND: the round to be started; a repetition then changes nothing
 */
public record WorkshopChange(
        FacilitatorCommand command, List<String> readings, int seconds, String message, OptionalInt round) {

    /** @throws ProblemException CONFLICT if the workshop has ended, or all rounds are over */
    public WorkshopState apply(WorkshopState state, Instant now) {
        if (state.ended()) {
            throw refusal("ENDED", "The workshop has ended.");
        }
        return switch (command) {
            case START_ROUND -> started(state, now);
            case REVEAL -> with(state, state.round(), true, state.paused(), false);
            case HIDE -> with(state, state.round(), false, state.paused(), false);
            case PAUSE -> with(state, state.round(), state.revealed(), true, false);
            case RESUME -> with(state, state.round(), state.revealed(), false, false);
            case END -> with(state, state.round(), true, false, true);
            case LOCK -> locked(state, true);
            case UNLOCK -> locked(state, false);
            case TIMER ->
                with(
                        state,
                        state.locked(),
                        seconds == 0 ? Optional.empty() : Optional.of(now.plus(Duration.ofSeconds(seconds))),
                        state.call());
            case CALL ->
                with(
                        state,
                        state.locked(),
                        state.timerEnds(),
                        Optional.of(message).filter(text -> !text.isBlank()));
        };
    }

    /** A time that still runs is that of the new round: facilitators set it before or after they start one. */
    private WorkshopState started(WorkshopState state, Instant now) {
        if (round.isPresent() && round.getAsInt() == state.round()) {
            return state;
        }
        int next = state.round() + 1;
        if (round.isPresent() && round.getAsInt() != next) {
            throw refusal("OTHER_ROUND", "The next round is " + next + ".");
        }
        if (next > state.rounds()) {
            throw refusal("ROUNDS_OVER", "All " + state.rounds() + " rounds have been started.");
        }
        WorkshopState started = with(state, next, false, false, false);
        return with(started, state.locked(), state.timerEnds().filter(now::isBefore), state.call());
    }

    private WorkshopState locked(WorkshopState state, boolean lock) {
        Set<String> locked = new TreeSet<>(state.locked());
        if (lock) {
            locked.addAll(readings);
        } else {
            locked.removeAll(readings);
        }
        return with(state, List.copyOf(locked), state.timerEnds(), state.call());
    }

    private static WorkshopState with(WorkshopState state, int round, boolean revealed, boolean paused, boolean ended) {
        return new WorkshopState(
                state.code(),
                state.title(),
                state.baselineId(),
                state.rulesSha256(),
                state.rounds(),
                round,
                revealed,
                paused,
                ended,
                state.locked(),
                (revealed && !state.revealed()) || ended ? Optional.empty() : state.timerEnds(),
                state.call(),
                state.revision());
    }

    private static WorkshopState with(
            WorkshopState state, List<String> locked, Optional<Instant> timerEnds, Optional<String> call) {
        return new WorkshopState(
                state.code(),
                state.title(),
                state.baselineId(),
                state.rulesSha256(),
                state.rounds(),
                state.round(),
                state.revealed(),
                state.paused(),
                state.ended(),
                locked,
                timerEnds,
                call,
                state.revision());
    }

    /** A conflict with the state of the workshop; the code tells pages which. */
    public static ProblemException refusal(String code, String detail) {
        return ProblemException.of(
                ProblemType.CONFLICT,
                detail,
                List.of(new Problem("#", code, detail, List.of(), Optional.empty(), 0, 0)));
    }
}
