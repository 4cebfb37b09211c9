package entente.service.workshop;

import entente.model.Described;
import entente.model.Problem;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.workshop.GroupReadings.Change;
import entente.service.workshop.WorkshopState.Joining;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lombok.Getter;

/** What a facilitator asks for: a command with what belongs to it, and its effect on the state of a workshop. */
@Described(closed = true)
record WorkshopChange(
        FacilitatorCommand command,

        @Described(value = "Of start-round.", from = 1, to = 1000)
        Optional<Integer> round,

        @Described("Of lock and unlock: indicators, or groups of them.")
        Optional<List<String>> readings,

        @Described(value = "Of settle.", from = 1, to = WorkshopController.MAX_CHANGES)
        Optional<List<Change>> moves,

        @Described(value = "Of timer.", from = 0, to = MAX_SECONDS)
        Optional<Integer> seconds,

        @Described(value = "Of call.", to = MAX_MESSAGE) Optional<String> message,
        Optional<Joining> joining,
        @Described("The letter of the group.") Optional<String> group,

        @Described(value = "Of rename.", from = 1, to = WorkshopController.MAX_NAME)
        Optional<String> name,

        @Described("The letter of the group.") Optional<String> into,
        @Described("Of remove: letters of groups.") Optional<List<String>> groups) {

    static final int MAX_ROUNDS = 20;
    private static final int MAX_SECONDS = 86_400;
    private static final int MAX_MESSAGE = 200;

    /**
     * The state after the command. A round that is named is started once, so that a repetition changes nothing, and one more
     * than planned is added; 0 seconds stop the timer, and a blank message ends the call.
     *
     * @param indicators that LOCK, UNLOCK or SETTLE names
     * @throws ProblemException CONFLICT if the workshop has ended, or all rounds are over
     */
    WorkshopState apply(WorkshopState state, Instant now, Collection<String> indicators) {
        state.checkNotEnded();
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
            case JOINING -> state.withJoining(joining.orElse(Joining.OPEN));
            // What they do to groups is not part of the state.
            case RENAME, MERGE, REMOVE -> state;
            case LOCK, SETTLE -> locked(state, indicators, true);
            case UNLOCK -> locked(state, indicators, false);
            case TIMER ->
                state.withTimerEnds(seconds.filter(some -> some > 0)
                        .map(some -> state.pausedAt().orElse(now).plusSeconds(some)));
            case CALL -> state.withCall(message.filter(text -> !text.isBlank()));
        };
    }

    /**
     * A time that still runs is that of the new round: facilitators set it before or after they start one. A call was about
     * what came before.
     */
    private WorkshopState started(WorkshopState state, Instant now) {
        if (round.isPresent() && round.get() == state.round()) {
            return state;
        }
        int next = state.round() + 1;
        if (round.isPresent() && round.get() != next) {
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

    private static WorkshopState locked(WorkshopState state, Collection<String> indicators, boolean lock) {
        Set<String> locked = new TreeSet<>(state.locked());
        if (lock) {
            locked.addAll(indicators);
        } else {
            locked.removeAll(indicators);
        }
        return state.withLocked(List.copyOf(locked));
    }

    /** A conflict with the state of the workshop; the code tells pages which. */
    static ProblemException refusal(String code, String detail) {
        return ProblemType.CONFLICT.problem(detail, List.of(Problem.of("#", code, detail)));
    }

    @Getter
    enum FacilitatorCommand {
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
