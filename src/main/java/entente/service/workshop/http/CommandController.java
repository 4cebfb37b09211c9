package entente.service.workshop.http;

import entente.document.Text;
import entente.scenario.Vocabulary;
import entente.service.api.ApiRequest;
import entente.service.api.Operation;
import entente.service.api.Operation.Response;
import entente.service.api.Responses;
import entente.service.archive.ApiResponse;
import entente.service.problem.ProblemType;
import entente.service.security.Access;
import entente.service.workshop.FacilitatorCommand;
import entente.service.workshop.GroupReadings.Change;
import entente.service.workshop.WorkshopCaller;
import entente.service.workshop.WorkshopChange;
import entente.service.workshop.WorkshopCode;
import entente.service.workshop.WorkshopGroup;
import entente.service.workshop.WorkshopRole;
import entente.service.workshop.WorkshopState;
import entente.service.workshop.WorkshopState.Joining;
import entente.service.workshop.WorkshopToken;
import entente.service.workshop.access.EntryLinks;
import entente.service.workshop.access.WorkshopAccess;
import entente.service.workshop.events.WorkshopEvents;
import entente.service.workshop.room.QrImage;
import entente.service.workshop.room.RoomConnector;
import entente.service.workshop.store.GroupTable;
import entente.service.workshop.store.WorkshopTable;
import entente.service.workshop.store.WorkshopTokens;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the facilitator does. */
@RequiredArgsConstructor
@Controller
@RequestMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
class CommandController {

    private final WorkshopAccess access;
    private final WorkshopTable workshops;
    private final WorkshopTokens tokens;
    private final GroupTable groups;
    private final Moves moves;
    private final WorkshopEvents events;
    private final InstantSource clock;
    private final RoomConnector room;
    private final SecureRandom random = new SecureRandom();

    @PostMapping(WorkshopController.ONE + "/commands")
    @Operation(
            access = Access.PUBLIC,
            description = "Changes the state of a workshop, as its facilitator.",
            body = "workshop-command-request",
            archive = Operation.Archive.WRITES,
            idempotencyKey = false,
            workshopToken = true,
            problems = {ProblemType.FORBIDDEN, ProblemType.INVALID, ProblemType.CONFLICT, ProblemType.EVALUATION_LIMIT})
    @Response(description = "The workshop after the command.", schema = "workshop")
    ApiResponse commandWorkshop(ApiRequest request, HttpServletRequest http, @PathVariable String code) {
        WorkshopCaller caller = access.caller(http, code, WorkshopRole.FACILITATOR);
        WorkshopBody body = new WorkshopBody(
                request,
                "command",
                "round",
                "readings",
                "moves",
                "seconds",
                "message",
                "joining",
                "group",
                "name",
                "into",
                "groups");
        List<Change> values = MoveController.changes(request, body, body.changes("moves"));
        WorkshopChange change = change(request, body, values);
        Instant now = clock.instant();
        Set<Integer> removed = new TreeSet<>();
        if (change.command() == FacilitatorCommand.SETTLE) {
            moves.settle(request, caller.code(), values, state -> change.apply(state, now));
        } else {
            workshops.change(caller.code(), state -> {
                WorkshopState after = change.apply(state, now);
                removed.addAll(changeGroups(caller.code(), change.command(), body));
                return after;
            });
        }
        events.end(caller.code(), removed);
        events.changed(caller.code());
        WorkshopState state = workshops.find(caller.code()).orElseThrow();
        return Responses.json(
                200,
                WorkshopDocuments.WORKSHOP.pretty(new WorkshopView(
                        state,
                        caller,
                        groups.list(caller.code()),
                        now,
                        request.snapshot().book().sha256())));
    }

    private static WorkshopChange change(ApiRequest request, WorkshopBody body, List<Change> values) {
        body.fields().require("command");
        Optional<FacilitatorCommand> command =
                body.fields().named("command", FacilitatorCommand.words(), FacilitatorCommand::named);
        command.ifPresent(one -> one.fields().forEach(field -> body.fields().require(field)));
        Set<String> readings = Vocabulary.indicators(
                body.fields(), "readings", request.snapshot().book().catalogue());
        int seconds =
                body.wholeNumber("seconds", 0, WorkshopRequests.MAX_SECONDS).orElse(0);
        String message = body.optionalText("message", WorkshopRequests.MAX_MESSAGE);
        OptionalInt round = body.wholeNumber("round", 1, 1000);
        Joining joining = body.fields()
                .constant("joining", List.of(Joining.values()), Joining::name)
                .orElse(Joining.OPEN);
        if (body.fields().has("name")) {
            body.name("name");
        }
        body.fields().texts("groups");
        body.check();
        List<String> locked = command.orElseThrow() == FacilitatorCommand.SETTLE
                ? values.stream().map(Change::indicator).toList()
                : List.copyOf(readings);
        return new WorkshopChange(command.orElseThrow(), locked, seconds, message, round, joining);
    }

    /**
     * In the transaction of the change.
     *
     * @return the numbers of groups that are there no more
     */
    private Set<Integer> changeGroups(WorkshopCode code, FacilitatorCommand command, WorkshopBody body) {
        List<WorkshopGroup> present = groups.list(code);
        switch (command) {
            case RENAME -> {
                WorkshopGroup group = find(present, body.fields().text("group").orElseThrow());
                List<WorkshopGroup> others = new ArrayList<>(present);
                others.remove(group);
                String name = body.name("name");
                groups.rename(code, group.member(), name, WorkshopController.letter(others, name));
                return Set.of();
            }
            case MERGE -> {
                WorkshopGroup from = find(present, body.fields().text("group").orElseThrow());
                WorkshopGroup into = find(present, body.fields().text("into").orElseThrow());
                if (from.equals(into)) {
                    throw WorkshopChange.refusal("SAME_GROUP", "A group is merged with another one.");
                }
                groups.moveDevices(code, from.member(), into.member());
                groups.remove(code, from.member());
                return Set.of(from.member());
            }
            case REMOVE -> {
                Set<Integer> members = body.fields().texts("groups").stream()
                        .map(letter -> find(present, letter).member())
                        .collect(Collectors.toSet());
                members.forEach(member -> groups.remove(code, member));
                return members;
            }
            default -> {
                return Set.of();
            }
        }
    }

    private static WorkshopGroup find(List<WorkshopGroup> present, String letter) {
        return present.stream()
                .filter(group -> group.letter().equals(letter))
                .findFirst()
                .orElseThrow(() -> WorkshopChange.refusal(
                        "UNKNOWN_GROUP", "There is no group with the letter " + Text.excerpt(letter) + "."));
    }

    @PostMapping(WorkshopController.ONE + "/links")
    @Operation(
            access = Access.PUBLIC,
            description =
                    "Makes a link that opens the workshop once in another browser, such as that of the projector.",
            body = "workshop-link-request",
            archive = Operation.Archive.WRITES,
            idempotencyKey = false,
            workshopToken = true,
            problems = {ProblemType.FORBIDDEN, ProblemType.INVALID})
    @Response(status = 201, description = "The link.", schema = "workshop-link")
    ApiResponse linkWorkshop(ApiRequest request, HttpServletRequest http, @PathVariable String code) {
        WorkshopCaller caller = access.caller(http, code, WorkshopRole.FACILITATOR);
        WorkshopBody body = new WorkshopBody(request, "role", "group");
        body.fields().require("role");
        Optional<WorkshopRole> role =
                body.fields().constant("role", List.of(WorkshopRole.values()), WorkshopRole::name);
        String letter = body.optionalText("group", WorkshopRequests.MAX_NAME);
        int member = 0;
        if (role.equals(Optional.of(WorkshopRole.GROUP))) {
            member = groups.list(caller.code()).stream()
                    .filter(group -> group.letter().equals(letter))
                    .mapToInt(group -> group.member())
                    .findFirst()
                    .orElse(0);
            if (member == 0) {
                body.fields().reject("group", "UNKNOWN_GROUP", "There is no group with this letter.");
            }
        }
        body.check();
        WorkshopToken link = WorkshopToken.generate(random);
        tokens.addLink(new WorkshopCaller(caller.code(), role.orElseThrow(), member), link);
        String path = EntryLinks.path(caller.code(), link);
        Optional<String> qrCode = room.isReachable(http)
                ? Optional.of(new QrImage(room.base(http) + path).svg("QR code of the link"))
                : Optional.empty();
        return Responses.json(201, WorkshopDocuments.LINK.pretty(new WorkshopDocuments.Link(path, qrCode)));
    }
}
