package entente.service.workshop;

import entente.model.Catalogue;
import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.api.ApiRequest;
import entente.service.archive.RowConflictException;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.workshop.GroupReadings.Change;
import entente.service.workshop.WorkshopGroup.Move;
import entente.service.workshop.WorkshopGroup.MoveAnswer;
import entente.service.workshop.WorkshopGroup.Standing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Makes a move: reads where the group stands, evaluates the move without holding a connection of the archive, and stores it
 * with its answer unless something has changed meanwhile; then it starts again. It is admitted for the evaluation alone: a
 * repeated move is answered under overload, too, and a slow archive does not use up the capacity.
 */
@Component
class Moves {

    private static final int MAX_ATTEMPTS = 8;
    private static final int PATIENCE_SECONDS = 5;

    private final WorkshopTable workshops;
    private final Boards boards;

    /**
     * Groups often move at the same moment: so many of their evaluations take part in the admission, and the others wait for
     * their turn, which usually comes within milliseconds.
     */
    private final Semaphore turns;

    Moves(WorkshopTable workshops, Boards boards, EvaluationExecutor evaluations) {
        this.workshops = workshops;
        this.boards = boards;
        this.turns = new Semaphore(evaluations.limits().maxConcurrency(), true);
    }

    /** @throws ProblemException CONFLICT if the workshop is paused or has ended, or a reading is locked */
    MoveAnswer make(ApiRequest request, WorkshopCaller caller, UUID id, List<Change> changes) {
        CaseReader reader = boards.reader(caller.code(), request.snapshot());
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<Move> earlier = workshops.move(caller.code(), caller.member(), id);
            if (earlier.isPresent()) {
                return earlier.get().answer();
            }
            WorkshopState state = workshops.find(caller.code()).orElseThrow();
            check(state, changes, request.snapshot().book().catalogue());
            WorkshopGroup group =
                    workshops.group(caller.code(), caller.member()).orElseThrow(WorkshopAccess::noMember);
            GroupReadings readings = reader.differing(group.readings().with(changes));
            Standing standing = evaluate(request, () -> reader.standing(readings));
            WorkshopGroup after = group.after(readings, standing);
            if (workshops.append(state, after, id, changes)) {
                return new MoveAnswer(after.moves(), standing, after.moved());
            }
        }
        throw ProblemType.ARCHIVE_UNAVAILABLE.problem(
                "Other moves of the group prevented this one. Nothing was stored.", 1);
    }

    /**
     * Makes a move for each group that does not have these values, and changes the workshop, as one.
     *
     * @param lock makes the new state; may refuse by a {@link ProblemException}
     */
    void settle(ApiRequest request, WorkshopCode code, List<Change> changes, UnaryOperator<WorkshopState> lock) {
        CaseReader reader = boards.reader(code, request.snapshot());
        Map<GroupReadings, Standing> standings = new HashMap<>();
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Set<GroupReadings> needed = workshops.groups(code).stream()
                    .map(group -> reader.differing(group.readings().with(changes)))
                    .filter(readings -> !standings.containsKey(readings))
                    .collect(Collectors.toSet());
            standings.putAll(evaluate(
                    request, () -> needed.stream().collect(Collectors.toMap(Function.identity(), reader::standing))));
            try {
                workshops.change(code, state -> {
                    WorkshopState locked = lock.apply(state);
                    workshops.groups(code).forEach(group -> settle(state, group, changes, reader, standings));
                    return locked;
                });
                return;
            } catch (RowConflictException moved) {
                // A group has moved or joined meanwhile.
            }
        }
        throw ProblemType.ARCHIVE_UNAVAILABLE.problem("Moves of the groups prevented this. Nothing was changed.", 1);
    }

    private void settle(
            WorkshopState state,
            WorkshopGroup group,
            List<Change> changes,
            CaseReader reader,
            Map<GroupReadings, Standing> standings) {
        GroupReadings readings = reader.differing(group.readings().with(changes));
        if (!readings.equals(group.readings())) {
            Standing standing = standings.get(readings);
            if (standing == null) {
                throw new RowConflictException();
            }
            workshops.insertMove(state, group.after(readings, standing), UUID.randomUUID(), changes);
        }
    }

    private <T> T evaluate(ApiRequest request, Callable<T> evaluation) {
        try {
            if (turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                try {
                    return request.admitAndEvaluate(Cost.LIGHT, evaluation);
                } finally {
                    turns.release();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw ProblemType.OVERLOADED.problem("The service is overloaded. Nothing was stored; send it again.", 1);
    }

    private static void check(WorkshopState state, List<Change> changes, Catalogue catalogue) {
        state.checkNotEnded();
        if (state.paused()) {
            throw WorkshopChange.refusal("PAUSED", "The facilitator has paused the workshop.");
        }
        for (Change change : changes) {
            if (state.locked().contains(change.indicator())) {
                throw WorkshopChange.refusal(
                        "LOCKED",
                        "The facilitator has locked “"
                                + catalogue.indicator(change.indicator()).shortLabel() + "”.");
            }
        }
    }
}
