package entente.service.workshop;

import entente.document.Suggestion;
import entente.document.Text;
import entente.model.Catalogue;
import entente.model.Described;
import entente.model.Scenario;
import entente.scenario.Vocabulary;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.api.ApiRequest;
import entente.service.api.Operation;
import entente.service.api.Operation.Header;
import entente.service.api.Operation.Response;
import entente.service.api.RequestBody;
import entente.service.api.Responses;
import entente.service.archive.ApiResponse;
import entente.service.archive.StoredScenario;
import entente.service.archive.StoredScenarios;
import entente.service.problem.ProblemType;
import entente.service.security.Access;
import entente.service.workshop.GroupReadings.Change;
import entente.service.workshop.WorkshopCaller.WorkshopRole;
import entente.service.workshop.WorkshopChange.FacilitatorCommand;
import entente.service.workshop.WorkshopDocuments.Link;
import entente.service.workshop.WorkshopDocuments.WorkshopList;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the facilitator does, and what others do about workshops as a whole: creates and lists them. */
@RequiredArgsConstructor
@Controller
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class FacilitatorController {

    static final String PATH = "/api/v1/workshops";
    static final String ONE = PATH + "/{code}";
    private static final int MAX_LISTED = 100;

    private final WorkshopAccess access;
    private final WorkshopTable workshops;
    private final WorkshopTokens tokens;
    private final GroupTable groups;
    private final Moves moves;
    private final WorkshopEvents events;
    private final StoredScenarios stored;
    private final InstantSource clock;
    private final RoomConnector room;

    @Described(closed = true)
    record WorkshopRequest(
            @Described(to = WorkshopTable.MAX_TITLE) String title,

            @Described("Id of a shipped or stored scenario.")
            String scenario,

            @Described(from = 1, to = WorkshopChange.MAX_ROUNDS)
            Optional<Integer> rounds) {}

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            access = Access.ANALYST,
            description = "Creates a workshop. The caller becomes its facilitator, by a cookie.",
            body = "workshop-request",
            archive = Operation.Archive.WRITES,
            idempotencyKey = false,
            evaluates = Cost.LIGHT,
            problems = ProblemType.INVALID)
    @Response(status = 201, description = "The workshop with its code.", schema = "workshop", headers = Header.LOCATION)
    ApiResponse createWorkshop(ApiRequest request, HttpServletRequest http) {
        RequestBody body = new RequestBody(request);
        WorkshopRequest asked = body.read(WorkshopRequest.class);
        String id = asked.scenario();
        Optional<byte[]> file = request.snapshot()
                .scenarioSource()
                .listed(id)
                .or(() -> stored.find(id).map(StoredScenario::bytes));
        if (file.isEmpty() && !id.isBlank()) {
            List<String> known = request.snapshot().scenarioSource().ids();
            body.fields()
                    .at("scenario")
                    .reject(
                            "UNKNOWN_SCENARIO",
                            "There is no scenario \"" + Text.excerpt(id) + "\".",
                            List.of(),
                            new Suggestion(id, known));
        }
        body.check();
        Scenario baseline = request.evaluate(() -> request.snapshot().read(file.orElseThrow()));
        WorkshopToken facilitator = WorkshopToken.generate();
        WorkshopCode code = workshops.create(
                asked.title(),
                baseline,
                request.snapshot().book().sha256(),
                asked.rounds().orElse(WorkshopTable.DEFAULT_ROUNDS),
                facilitator);
        return Responses.json(201, view(request, new WorkshopCaller(code, WorkshopRole.FACILITATOR, 0)))
                .with(Map.of(
                        HttpHeaders.LOCATION,
                        PATH + "/" + code.text(),
                        HttpHeaders.SET_COOKIE,
                        WorkshopAccess.cookie(http, code, facilitator)));
    }

    @GetMapping(PATH)
    @Operation(
            access = Access.OPERATOR,
            description = "Lists the workshops of the archive, latest first.",
            archive = Operation.Archive.READS)
    @Response(description = "The latest workshops.", schema = "workshops")
    ApiResponse listWorkshops(ApiRequest request) {
        return Responses.json(200, WorkshopDocuments.LIST.pretty(new WorkshopList(workshops.latest(MAX_LISTED))));
    }

    @PostMapping(ONE + "/facilitators")
    @Operation(
            access = Access.OPERATOR,
            description = "Makes a link that lets a browser facilitate a workshop, as the option --resume does.",
            archive = Operation.Archive.WRITES,
            idempotencyKey = false,
            problems = ProblemType.TOO_MANY_ATTEMPTS)
    @Response(status = 201, description = "The link, which can be used once.", schema = "workshop-link")
    ApiResponse facilitateWorkshop(ApiRequest request, HttpServletRequest http, @PathVariable String code) {
        String path = tokens.link(new WorkshopCaller(access.code(http, code), WorkshopRole.FACILITATOR, 0));
        return Responses.json(201, WorkshopDocuments.LINK.pretty(new Link(path, Optional.empty())));
    }

    @PostMapping(path = ONE + "/commands", consumes = MediaType.APPLICATION_JSON_VALUE)
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
        WorkshopChange asked = body.read(WorkshopChange.class);
        List<Change> values = asked.moves().orElse(List.of());
        body.add(CaseReader.problems(request.snapshot(), values, "#/moves"));
        Catalogue catalogue = request.snapshot().book().catalogue();
        Set<String> readings = Vocabulary.indicators(body.fields(), "readings", catalogue);
        asked.command().fields().forEach(body.fields()::require);
        body.check();
        Instant now = clock.instant();
        Set<Integer> removed = new TreeSet<>();
        if (asked.command() == FacilitatorCommand.SETTLE) {
            List<String> settled = values.stream().map(Change::indicator).toList();
            moves.settle(request, caller.code(), values, state -> asked.apply(state, now, settled));
        } else {
            workshops.change(caller.code(), state -> {
                WorkshopState after = asked.apply(state, now, readings);
                removed.addAll(changeGroups(caller.code(), asked));
                return after;
            });
        }
        events.end(caller.code(), removed);
        events.changed(caller.code());
        return Responses.json(200, view(request, caller));
    }

    private String view(ApiRequest request, WorkshopCaller caller) {
        return WorkshopDocuments.WORKSHOP.pretty(
                groups.view(caller, request.snapshot().book().sha256()));
    }

    /**
     * In the transaction of the change.
     *
     * @return the numbers of groups that are there no more
     */
    private Set<Integer> changeGroups(WorkshopCode code, WorkshopChange asked) {
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

    @PostMapping(path = ONE + "/links", consumes = MediaType.APPLICATION_JSON_VALUE)
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
        String path = tokens.link(new WorkshopCaller(caller.code(), asked.role(), member));
        Optional<String> qrCode = room.isReachable(http)
                ? Optional.of(new QrImage(room.base(http) + path).svg("QR code of the link"))
                : Optional.empty();
        return Responses.json(201, WorkshopDocuments.LINK.pretty(new Link(path, qrCode)));
    }
}
