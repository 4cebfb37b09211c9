package entente.service.workshop.http;

import entente.document.Text;
import entente.model.Catalogue;
import entente.model.Described;
import entente.scenario.Vocabulary;
import entente.service.api.ApiRequest;
import entente.service.api.Operation;
import entente.service.api.Operation.Response;
import entente.service.api.RequestBody;
import entente.service.api.Responses;
import entente.service.archive.ApiResponse;
import entente.service.problem.ProblemType;
import entente.service.security.Access;
import entente.service.workshop.GroupReadings.Change;
import entente.service.workshop.WorkshopCaller;
import entente.service.workshop.WorkshopCaller.WorkshopRole;
import entente.service.workshop.WorkshopChange;
import entente.service.workshop.WorkshopChange.FacilitatorCommand;
import entente.service.workshop.WorkshopCode;
import entente.service.workshop.WorkshopGroup;
import entente.service.workshop.WorkshopState;
import entente.service.workshop.WorkshopState.Joining;
import entente.service.workshop.WorkshopToken;
import entente.service.workshop.access.WorkshopAccess;
import entente.service.workshop.access.WorkshopAccess.EntryLinks;
import entente.service.workshop.board.ChangeChecks;
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

    private static final int MAX_SECONDS = 86_400;
    private static final int MAX_MESSAGE = 200;

    private final WorkshopAccess access;
    private final WorkshopTable workshops;
    private final WorkshopTokens tokens;
    private final GroupTable groups;
    private final Moves moves;
    private final WorkshopEvents events;
    private final InstantSource clock;
    private final RoomConnector room;
    private final SecureRandom random = new SecureRandom();

    @Described(closed = true)
    record CommandRequest(
            FacilitatorCommand command,

            @Described(value = "Of start-round.", from = 1, to = 1000)
            Optional<Integer> round,

            @Described("Of lock and unlock: indicators, or groups of them.")
            Optional<List<String>> readings,

            @Described(value = "Of settle.", from = 1, to = GroupController.MAX_CHANGES)
            Optional<List<Change>> moves,

            @Described(value = "Of timer.", from = 0, to = MAX_SECONDS)
            Optional<Integer> seconds,

            @Described(value = "Of call.", to = MAX_MESSAGE) Optional<String> message,

            Optional<Joining> joining,
            @Described("The letter of the group.") Optional<String> group,

            @Described(value = "Of rename.", from = 1, to = GroupController.MAX_NAME)
            Optional<String> name,

            @Described("The letter of the group.") Optional<String> into,

            @Described("Of remove: letters of groups.") Optional<List<String>> groups) {}

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
        RequestBody body = new RequestBody(request);
        CommandRequest asked = body.read(CommandRequest.class);
        List<Change> values = asked.moves().orElse(List.of());
        body.add(ChangeChecks.problems(request.snapshot(), values, "#/moves"));
        Catalogue catalogue = request.snapshot().book().catalogue();
        Set<String> readings = Vocabulary.indicators(body.fields(), "readings", catalogue);
        asked.command().fields().forEach(body.fields()::require);
        body.check();
        WorkshopChange change = new WorkshopChange(
                asked.command(),
                asked.command() == FacilitatorCommand.SETTLE
                        ? values.stream().map(Change::indicator).toList()
                        : List.copyOf(readings),
                asked.seconds().orElse(0),
                asked.message().orElse(""),
                asked.round().map(OptionalInt::of).orElse(OptionalInt.empty()),
                asked.joining().orElse(Joining.OPEN));
        Instant now = clock.instant();
        Set<Integer> removed = new TreeSet<>();
        if (change.command() == FacilitatorCommand.SETTLE) {
            moves.settle(request, caller.code(), values, state -> change.apply(state, now));
        } else {
            workshops.change(caller.code(), state -> {
                WorkshopState after = change.apply(state, now);
                removed.addAll(changeGroups(caller.code(), asked));
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

    /**
     * In the transaction of the change.
     *
     * @return the numbers of groups that are there no more
     */
    private Set<Integer> changeGroups(WorkshopCode code, CommandRequest asked) {
        List<WorkshopGroup> present = groups.list(code);
        switch (asked.command()) {
            case RENAME -> {
                WorkshopGroup group = find(present, asked.group());
                List<WorkshopGroup> others = new ArrayList<>(present);
                others.remove(group);
                String name = WorkshopGroup.name(asked.name().orElseThrow());
                groups.rename(code, group.member(), name, GroupController.letter(others, name));
                return Set.of();
            }
            case MERGE -> {
                WorkshopGroup from = find(present, asked.group());
                WorkshopGroup into = find(present, asked.into());
                if (from.equals(into)) {
                    throw WorkshopChange.refusal("SAME_GROUP", "A group is merged with another one.");
                }
                groups.moveDevices(code, from.member(), into.member());
                groups.remove(code, from.member());
                return Set.of(from.member());
            }
            case REMOVE -> {
                Set<Integer> members = asked.groups().orElseThrow().stream()
                        .map(letter -> find(present, Optional.of(letter)).member())
                        .collect(Collectors.toSet());
                members.forEach(member -> groups.remove(code, member));
                return members;
            }
            default -> {
                return Set.of();
            }
        }
    }

    private static WorkshopGroup find(List<WorkshopGroup> present, Optional<String> letter) {
        return WorkshopGroup.find(present, letter.orElseThrow())
                .orElseThrow(() -> WorkshopChange.refusal(
                        "UNKNOWN_GROUP",
                        "There is no group with the letter " + Text.excerpt(letter.orElseThrow()) + "."));
    }

    @Described(closed = true)
    record LinkRequest(
            WorkshopRole role,

            @Described(value = "The letter of the group.", to = GroupController.MAX_NAME)
            Optional<String> group) {}

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
        RequestBody body = new RequestBody(request);
        LinkRequest asked = body.read(LinkRequest.class);
        int member = 0;
        if (asked.role() == WorkshopRole.GROUP) {
            member = WorkshopGroup.find(
                            groups.list(caller.code()), asked.group().orElse(""))
                    .map(WorkshopGroup::member)
                    .orElse(0);
            if (member == 0) {
                body.fields().reject("group", "UNKNOWN_GROUP", "There is no group with this letter.");
            }
        }
        body.check();
        WorkshopToken link = WorkshopToken.generate(random);
        tokens.addLink(new WorkshopCaller(caller.code(), asked.role(), member), link);
        String path = EntryLinks.path(caller.code(), link);
        Optional<String> qrCode = room.isReachable(http)
                ? Optional.of(new QrImage(room.base(http) + path).svg("QR code of the link"))
                : Optional.empty();
        return Responses.json(201, WorkshopDocuments.LINK.pretty(new WorkshopDocuments.Link(path, qrCode)));
    }
}
