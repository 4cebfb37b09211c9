package entente.service.workshop.http;

import entente.document.Suggestion;
import entente.document.Text;
import entente.model.Described;
import entente.model.Scenario;
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
import entente.service.workshop.WorkshopCaller;
import entente.service.workshop.WorkshopCaller.WorkshopRole;
import entente.service.workshop.WorkshopChange;
import entente.service.workshop.WorkshopCode;
import entente.service.workshop.WorkshopState;
import entente.service.workshop.WorkshopToken;
import entente.service.workshop.access.WorkshopAccess;
import entente.service.workshop.access.WorkshopAccess.EntryLinks;
import entente.service.workshop.events.WorkshopEvents;
import entente.service.workshop.events.WorkshopEvents.EventStream;
import entente.service.workshop.store.GroupTable;
import entente.service.workshop.store.NewWorkshops;
import entente.service.workshop.store.WorkshopTable;
import entente.service.workshop.store.WorkshopTokens;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Creates workshops, lists them, shows one, and tells what changes. */
@RequiredArgsConstructor
@Controller
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class WorkshopController {

    static final String PATH = "/api/v1/workshops";
    static final String ONE = PATH + "/{code}";

    private static final int MAX_LISTED = 100;
    private static final String EVENT_NUMBER = "[1-9][0-9]{0,17}";
    private final WorkshopAccess access;
    private final NewWorkshops created;
    private final WorkshopTable workshops;
    private final WorkshopTokens tokens;
    private final GroupTable groups;
    private final WorkshopEvents events;
    private final StoredScenarios stored;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    @Described(closed = true)
    record WorkshopRequest(
            @Described(to = NewWorkshops.MAX_TITLE) String title,

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
        NewWorkshops.NewWorkshop made = created.create(
                asked.title(),
                baseline,
                request.snapshot().book().sha256(),
                asked.rounds().orElse(NewWorkshops.DEFAULT_ROUNDS));
        WorkshopCaller facilitator = new WorkshopCaller(made.state().code(), WorkshopRole.FACILITATOR, 0);
        return Responses.json(201, WorkshopDocuments.WORKSHOP.pretty(view(request, facilitator)))
                .with(Map.of(
                        HttpHeaders.LOCATION,
                        PATH + "/" + made.state().code().text(),
                        HttpHeaders.SET_COOKIE,
                        WorkshopAccess.cookie(http, made.state().code(), made.facilitator())));
    }

    @GetMapping(path = ONE + "/events", produces = "text/event-stream")
    @Operation(
            access = Access.PUBLIC,
            description =
                    "Server-sent events: \"changed\" with the revision whenever the workshop has changed, \"ended\" as the last when it ends.",
            archive = Operation.Archive.READS,
            workshopToken = true)
    @Response(description = "The events, until the workshop ends.", media = "text/event-stream")
    @Response(status = 204, description = "The workshop has ended, and Last-Event-ID names its last revision.")
    EventStream listenToWorkshop(ApiRequest request, HttpServletRequest http, @PathVariable String code) {
        WorkshopCaller caller = access.caller(http, code);
        long known = request.header("Last-Event-ID")
                .filter(id -> id.matches(EVENT_NUMBER))
                .map(Long::valueOf)
                .orElse(0L);
        return new EventStream(caller, known);
    }

    @GetMapping(ONE)
    @Operation(
            access = Access.PUBLIC,
            description = "Returns a workshop as the caller may see it.",
            archive = Operation.Archive.READS,
            workshopToken = true)
    @Response(description = "The workshop.", schema = "workshop")
    ApiResponse getWorkshop(ApiRequest request, HttpServletRequest http, @PathVariable String code) {
        WorkshopCaller caller = access.caller(http, code);
        events.heard(caller);
        return Responses.json(200, WorkshopDocuments.WORKSHOP.pretty(view(request, caller)));
    }

    /** As the caller may see it. */
    private WorkshopView view(ApiRequest request, WorkshopCaller caller) {
        // In this order, so that groups which are newer than the revision are fetched with the next.
        WorkshopState state = workshops.find(caller.code()).orElseThrow();
        return new WorkshopView(
                state,
                caller,
                groups.list(caller.code()),
                clock.instant(),
                request.snapshot().book().sha256());
    }

    @GetMapping(PATH)
    @Operation(
            access = Access.OPERATOR,
            description = "Lists the workshops of the archive, latest first.",
            archive = Operation.Archive.READS)
    @Response(description = "The latest workshops.", schema = "workshops")
    ApiResponse listWorkshops(ApiRequest request) {
        return Responses.json(200, WorkshopDocuments.LIST.pretty(workshops.latest(MAX_LISTED)));
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
        WorkshopCode known = access.code(http, code);
        WorkshopToken link = WorkshopToken.generate(random);
        tokens.addLink(new WorkshopCaller(known, WorkshopRole.FACILITATOR, 0), link);
        return Responses.json(
                201,
                WorkshopDocuments.LINK.pretty(
                        new WorkshopDocuments.Link(EntryLinks.path(known, link), Optional.empty())));
    }
}
