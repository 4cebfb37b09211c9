package entente.service.workshop.http;

import entente.model.Catalogue;
import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.api.ApiRequest;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.workshop.GroupReadings;
import entente.service.workshop.GroupReadings.Change;
import entente.service.workshop.WorkshopCaller;
import entente.service.workshop.WorkshopChange;
import entente.service.workshop.WorkshopGroup;
import entente.service.workshop.WorkshopGroup.Standing;
import entente.service.workshop.WorkshopMove;
import entente.service.workshop.WorkshopMove.MoveAnswer;
import entente.service.workshop.WorkshopState;
import entente.service.workshop.board.Boards;
import entente.service.workshop.board.CaseReader;
import entente.service.workshop.board.CaseVerdict;
import entente.service.workshop.store.GroupTable;
import entente.service.workshop.store.MoveTable;
import entente.service.workshop.store.WorkshopTable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
    private final GroupTable groups;
    private final MoveTable moves;
    private final Boards boards;

    /**
     * Groups often move at the same moment: so many of their evaluations take part in the admission, and the others wait for
     * their turn, which usually comes within milliseconds.
     */
    private final Semaphore turns;

    Moves(WorkshopTable workshops, GroupTable groups, MoveTable moves, Boards boards, EvaluationExecutor evaluations) {
        this.workshops = workshops;
        this.groups = groups;
        this.moves = moves;
        this.boards = boards;
        this.turns = new Semaphore(evaluations.limits().maxConcurrency(), true);
    }

    /** @throws ProblemException CONFLICT if the workshop is paused or has ended, or a reading is locked */
    MoveAnswer make(ApiRequest request, WorkshopCaller caller, UUID id, List<Change> changes) {
        CaseReader reader = boards.reader(caller.code(), request.snapshot());
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<WorkshopMove> earlier = moves.find(caller.code(), caller.member(), id);
            if (earlier.isPresent()) {
                return earlier.get().answer();
            }
            WorkshopState state = workshops.find(caller.code()).orElseThrow();
            check(state, changes, request.snapshot().book().catalogue());
            WorkshopGroup group = groups.find(caller.code(), caller.member()).orElseThrow();
            GroupReadings readings = reader.differing(group.readings().with(changes));
            Standing standing = evaluate(request, reader, readings);
            if (moves.append(state, group, id, changes, readings, standing)) {
                return new MoveAnswer(
                        group.moves() + 1, standing, readings.values().size());
            }
        }
        throw ProblemException.withRetryAfter(
                ProblemType.ARCHIVE_UNAVAILABLE, "Other moves of the group prevented this one. Nothing was stored.", 1);
    }

    private Standing evaluate(ApiRequest request, CaseReader reader, GroupReadings readings) {
        try {
            if (turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                try {
                    return request.admitAndEvaluate(Cost.LIGHT, () -> CaseVerdict.standing(reader, readings));
                } finally {
                    turns.release();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw ProblemException.withRetryAfter(
                ProblemType.OVERLOADED, "The service is overloaded. The move was not stored; send it again.", 1);
    }

    private static void check(WorkshopState state, List<Change> changes, Catalogue catalogue) {
        if (state.ended()) {
            throw WorkshopChange.refusal("ENDED", "The workshop has ended.");
        }
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
