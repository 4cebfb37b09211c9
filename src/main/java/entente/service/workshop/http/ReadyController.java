package entente.service.workshop.http;

import entente.service.api.ApiRequest;
import entente.service.api.Operation;
import entente.service.api.Operation.Response;
import entente.service.api.Responses;
import entente.service.archive.ApiResponse;
import entente.service.problem.ProblemType;
import entente.service.security.Access;
import entente.service.workshop.WorkshopCaller;
import entente.service.workshop.WorkshopChange;
import entente.service.workshop.WorkshopRole;
import entente.service.workshop.WorkshopState;
import entente.service.workshop.access.WorkshopAccess;
import entente.service.workshop.events.WorkshopEvents;
import entente.service.workshop.store.GroupTable;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.OptionalInt;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Groups say that they are done with a round. */
@RequiredArgsConstructor
@Controller
class ReadyController {

    private final WorkshopAccess access;
    private final GroupTable groups;
    private final WorkshopEvents events;

    @PostMapping(
            path = WorkshopController.ONE + "/ready",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            access = Access.PUBLIC,
            description =
                    "Notes whether the caller's group is done with the current round. A further move takes it back.",
            body = "workshop-ready-request",
            archive = Operation.Archive.WRITES,
            idempotencyKey = false,
            problems = {
                ProblemType.UNAUTHENTICATED,
                ProblemType.FORBIDDEN,
                ProblemType.INVALID,
                ProblemType.CONFLICT,
                ProblemType.TOO_MANY_ATTEMPTS
            })
    @Response(description = "The group as it stands.", schema = "workshop-group-count")
    ApiResponse readyForWorkshop(ApiRequest request, HttpServletRequest http, @PathVariable String code) {
        WorkshopCaller caller = access.caller(http, code, WorkshopRole.GROUP);
        WorkshopBody body = new WorkshopBody(request, "round", "ready");
        body.fields().require("round", "ready");
        OptionalInt round = body.wholeNumber("round", 0, WorkshopChange.MAX_ROUNDS);
        Optional<Boolean> ready = body.fields().booleanValue("ready");
        body.check();
        groups.ready(caller.code(), caller.member(), ready.orElseThrow(), state -> check(state, round.orElseThrow()));
        events.changed(caller.code());
        return Responses.json(
                200,
                WorkshopDocuments.COUNTED.pretty(
                        groups.find(caller.code(), caller.member()).orElseThrow(WorkshopAccess::noMember)));
    }

    /** The round keeps a late tap from counting for the next one. */
    private static void check(WorkshopState state, int round) {
        if (state.ended()) {
            throw WorkshopChange.refusal("ENDED", "The workshop has ended.");
        }
        if (state.round() != round) {
            throw WorkshopChange.refusal("OTHER_ROUND", "The current round is " + state.round() + ".");
        }
    }
}
