package entente.service.workshop;

import entente.model.Described;
import entente.service.api.ApiRequest;
import entente.service.api.Operation;
import entente.service.api.Operation.Response;
import entente.service.api.RequestBody;
import entente.service.api.Responses;
import entente.service.archive.ApiResponse;
import entente.service.problem.ProblemType;
import entente.service.security.Access;
import entente.service.workshop.GroupReadings.Change;
import entente.service.workshop.WorkshopCaller.WorkshopRole;
import entente.service.workshop.WorkshopState.Joining;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a group does: it joins, moves readings, and says that it is done with a round. */
@RequiredArgsConstructor
@Controller
@RequestMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
class GroupController {

    /** Maximum length of a name. */
    static final int MAX_NAME = 40;

    static final int MAX_CHANGES = 100;
    private static final int MAX_GROUPS = 64;

    /** Many devices share the address of a network that hides them. */
    private static final int MAX_GROUPS_OF_AN_ADDRESS = 30;

    private final WorkshopAccess access;
    private final GroupTable groups;
    private final Moves moves;
    private final WorkshopEvents events;

    @Described(closed = true)
    record GroupRequest(@Described(from = 1, to = MAX_NAME) String name, Optional<UUID> id) {}

    @PostMapping(FacilitatorController.ONE + "/groups")
    @Operation(
            access = Access.PUBLIC,
            description =
                    "Joins a workshop as a new group, which the caller then is, by a cookie. The same id again is the same group.",
            body = "workshop-group-request",
            archive = Operation.Archive.WRITES,
            idempotencyKey = false,
            problems = {ProblemType.INVALID, ProblemType.CONFLICT, ProblemType.TOO_MANY_ATTEMPTS})
    @Response(status = 201, description = "The group with its letter.", schema = "workshop-group")
    ApiResponse joinWorkshop(ApiRequest request, HttpServletRequest http, @PathVariable String code) {
        WorkshopCode known = access.visited(http, code);
        RequestBody body = new RequestBody(request);
        GroupRequest asked = body.read(GroupRequest.class);
        body.check();
        String name = WorkshopGroup.name(asked.name());
        Optional<UUID> id = asked.id();
        boolean repeated = id.filter(made -> groups.hasJoined(known, made)).isPresent();
        access.known(http, code).filter(member -> !repeated).ifPresent(member -> {
            throw WorkshopChange.refusal(
                    "ALREADY_MEMBER",
                    "This browser is a member of the workshop already. Join from another one, or from a private window.");
        });
        WorkshopToken token = WorkshopToken.generate();
        String origin = WorkshopAccess.origin(http, known);
        WorkshopGroup group = groups.join(known, name, id, origin, token, (state, others) -> {
            checkJoining(state, others, origin);
            return letter(others, name);
        });
        events.changed(known);
        return Responses.json(201, WorkshopDocuments.GROUP.pretty(group))
                .with(Map.of(HttpHeaders.SET_COOKIE, WorkshopAccess.cookie(http, known, token)));
    }

    private void checkJoining(WorkshopState state, List<WorkshopGroup> others, String origin) {
        state.checkNotEnded();
        if (state.joining() == Joining.CLOSED) {
            throw WorkshopChange.refusal("JOINING_CLOSED", "The facilitator has closed joining.");
        }
        if (state.joining() == Joining.OPEN && groups.countFrom(state.code(), origin) >= MAX_GROUPS_OF_AN_ADDRESS) {
            throw WorkshopChange.refusal(
                    "TOO_MANY_FROM_ADDRESS",
                    MAX_GROUPS_OF_AN_ADDRESS + " groups have joined from this address, which is the maximum unless the "
                            + "facilitator admits any number.");
        }
        if (others.size() >= MAX_GROUPS) {
            throw WorkshopChange.refusal("FULL", "The workshop has " + MAX_GROUPS + " groups, which is the maximum.");
        }
    }

    /** @throws ProblemException CONFLICT if another group has the name */
    static String letter(List<WorkshopGroup> others, String name) {
        if (others.stream().anyMatch(other -> GroupTable.key(other.name()).equals(GroupTable.key(name)))) {
            throw WorkshopChange.refusal("NAME_TAKEN", "Another group has this name; choose another.");
        }
        return WorkshopGroup.letter(
                name, others.stream().map(WorkshopGroup::letter).toList());
    }

    @Described(closed = true)
    record MovesRequest(
            UUID id, @Described(from = 1, to = MAX_CHANGES) List<Change> moves) {}

    @PostMapping(FacilitatorController.ONE + "/moves:batch")
    @Operation(
            access = Access.PUBLIC,
            description =
                    "Moves readings of the caller's group as one move. The same id again returns the same answer.",
            body = "workshop-moves-request",
            archive = Operation.Archive.WRITES,
            idempotencyKey = false,
            workshopToken = true,
            problems = {ProblemType.FORBIDDEN, ProblemType.INVALID, ProblemType.CONFLICT, ProblemType.EVALUATION_LIMIT})
    @Response(description = "The verdict after the move.", schema = "workshop-move")
    ApiResponse moveReadings(ApiRequest request, HttpServletRequest http, @PathVariable String code) {
        WorkshopCaller caller = access.caller(http, code, WorkshopRole.GROUP);
        RequestBody body = new RequestBody(request);
        MovesRequest asked = body.read(MovesRequest.class);
        body.add(CaseReader.problems(request.snapshot(), asked.moves(), "#/moves"));
        body.check();
        return Responses.json(
                200, WorkshopDocuments.MOVE.pretty(moves.make(request, caller, asked.id(), asked.moves())));
    }

    @Described(closed = true)
    record ReadyRequest(
            @Described(from = 0, to = WorkshopChange.MAX_ROUNDS)
            int round,

            boolean ready) {}

    @PostMapping(FacilitatorController.ONE + "/ready")
    @Operation(
            access = Access.PUBLIC,
            description =
                    "Notes whether the caller's group is done with the current round. A further move takes it back.",
            body = "workshop-ready-request",
            archive = Operation.Archive.WRITES,
            idempotencyKey = false,
            workshopToken = true,
            problems = {ProblemType.FORBIDDEN, ProblemType.INVALID, ProblemType.CONFLICT})
    @Response(description = "The group as it stands.", schema = "workshop-group")
    ApiResponse readyForWorkshop(ApiRequest request, HttpServletRequest http, @PathVariable String code) {
        WorkshopCaller caller = access.caller(http, code, WorkshopRole.GROUP);
        RequestBody body = new RequestBody(request);
        ReadyRequest asked = body.read(ReadyRequest.class);
        body.check();
        groups.ready(caller.code(), caller.member(), asked.ready(), state -> check(state, asked.round()));
        events.changed(caller.code());
        return Responses.json(
                200,
                WorkshopDocuments.GROUP.pretty(
                        groups.find(caller.code(), caller.member()).orElseThrow(WorkshopAccess::noMember)));
    }

    /** The round keeps a late tap from counting for the next one. */
    private static void check(WorkshopState state, int round) {
        state.checkNotEnded();
        if (state.round() != round) {
            throw WorkshopChange.refusal("OTHER_ROUND", "The current round is " + state.round() + ".");
        }
    }
}
