package entente.service.workshop;

import entente.model.Problem;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import lombok.Getter;

/**
 * A command with what belongs to it, and its effect on the state of a workshop.
 *
 * @param readings ids of indicators, of LOCK, UNLOCK and SETTLE
 * @param seconds of TIMER; 0 stops it
 * @param message of CALL; empty to end the call
 * @param round of START_ROUND: the round to be started; a repetition then changes nothing, and one more than planned is added
 * @param joining of JOINING
 */
public record WorkshopChange(
        FacilitatorCommand command,
        List<String> readings,
        int seconds,
        String message,
        OptionalInt round,
        WorkshopState.Joining joining) {

    public static final int MAX_ROUNDS = 20;

    /** @throws ProblemException CONFLICT if the workshop has ended, or all rounds are over */
    public WorkshopState apply(WorkshopState state, Instant now) {
        if (state.ended()) {
            throw refusal("ENDED", "The workshop has ended.");
        }
        return switch (command) {
            case START_ROUND -> started(state, now);
            case REVEAL -> revealed(state);
            case HIDE -> state.withRevealed(false);
            case PAUSE -> state.paused() ? state : state.withPausedAt(Optional.of(now));
            case RESUME -> state.resumed(now);
            case END ->
                revealed(state.withRevealed(false))
                        .withPausedAt(Optional.empty())
                        .withEnded(true);
            case JOINING -> state.withJoining(joining);
            // What they do to groups is not part of the state.
            case RENAME, MERGE, REMOVE -> state;
            case LOCK, SETTLE -> locked(state, true);
            case UNLOCK -> locked(state, false);
            case TIMER ->
                state.withTimerEnds(
                        seconds == 0
                                ? Optional.empty()
                                : Optional.of(state.pausedAt().orElse(now).plusSeconds(seconds)));
            case CALL -> state.withCall(Optional.of(message).filter(text -> !text.isBlank()));
        };
    }

    /**
     * A time that still runs is that of the new round: facilitators set it before or after they start one. A call was about
     * what came before.
     */
    private WorkshopState started(WorkshopState state, Instant now) {
        if (round.isPresent() && round.getAsInt() == state.round()) {
            return state;
        }
        int next = state.round() + 1;
        if (round.isPresent() && round.getAsInt() != next) {
            throw refusal("OTHER_ROUND", "The next round is " + next + ".");
        }
        if (next > (round.isPresent() ? MAX_ROUNDS : state.rounds())) {
            throw refusal("ROUNDS_OVER", "All " + state.rounds() + " rounds have been started.");
        }
        WorkshopState going = state.resumed(now);
        return going.withRound(next)
                .withRounds(Math.max(next, state.rounds()))
                .withRevealed(false)
                .withTimerEnds(going.timerEnds().filter(now::isBefore))
                .withCall(Optional.empty());
    }

    /** Time and call of the work that is over go with it. */
    private static WorkshopState revealed(WorkshopState state) {
        return state.revealed()
                ? state
                : state.withRevealed(true).withTimerEnds(Optional.empty()).withCall(Optional.empty());
    }

    private WorkshopState locked(WorkshopState state, boolean lock) {
        Set<String> locked = new TreeSet<>(state.locked());
        if (lock) {
            locked.addAll(readings);
        } else {
            locked.removeAll(readings);
        }
        return state.withLocked(List.copyOf(locked));
    }

    /** A conflict with the state of the workshop; the code tells pages which. */
    public static ProblemException refusal(String code, String detail) {
        return ProblemException.of(
                ProblemType.CONFLICT,
                detail,
                List.of(new Problem("#", code, detail, List.of(), Optional.empty(), 0, 0)));
    }

    /** What a facilitator does to a workshop. */
    @Getter
    public enum FacilitatorCommand {
        START_ROUND(),
        REVEAL(),
        HIDE(),
        PAUSE(),
        RESUME(),
        LOCK("readings"),
        UNLOCK("readings"),
        SETTLE("moves"),
        TIMER("seconds"),
        CALL("message"),
        JOINING("joining"),
        RENAME("group", "name"),
        MERGE("group", "into"),
        REMOVE("groups"),
        END();

        /** The fields that it needs. */
        @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, but its type does not say so
        private final List<String> fields;

        FacilitatorCommand(String... fields) {
            this.fields = List.of(fields);
        }

        /** As it is written. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
