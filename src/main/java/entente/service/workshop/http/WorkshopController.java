package entente.service.workshop.http;

import entente.document.Suggestion;
import entente.document.Text;
import entente.model.Scenario;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.api.ApiRequest;
import entente.service.api.Operation;
import entente.service.api.Operation.Header;
import entente.service.api.Operation.Response;
import entente.service.api.Responses;
import entente.service.archive.ApiResponse;
import entente.service.archive.StoredScenario;
import entente.service.archive.StoredScenarios;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.security.Access;
import entente.service.workshop.LetterMarks;
import entente.service.workshop.WorkshopCaller;
import entente.service.workshop.WorkshopChange;
import entente.service.workshop.WorkshopCode;
import entente.service.workshop.WorkshopGroup;
import entente.service.workshop.WorkshopRole;
import entente.service.workshop.WorkshopState;
import entente.service.workshop.WorkshopState.Joining;
import entente.service.workshop.WorkshopToken;
import entente.service.workshop.access.WorkshopAccess;
import entente.service.workshop.events.EventStream;
import entente.service.workshop.events.WorkshopEvents;
import entente.service.workshop.store.GroupTable;
import entente.service.workshop.store.NewWorkshops;
import entente.service.workshop.store.WorkshopTable;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Creates workshops, shows them, lets groups join, and tells what changes. */
@RequiredArgsConstructor
@Controller
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class WorkshopController {

    static final String PATH = "/api/v1/workshops";
    static final String ONE = PATH + "/{code}";

    private static final String EVENT_NUMBER = "[1-9][0-9]{0,17}";
    private static final int MAX_GROUPS = 64;
    /** Many devices share the address of a network that hides them. */
    private static final int MAX_GROUPS_OF_AN_ADDRESS = 30;

    private final WorkshopAccess access;
    private final NewWorkshops created;
    private final WorkshopTable workshops;
    private final GroupTable groups;
    private final WorkshopEvents events;
    private final StoredScenarios stored;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

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
        WorkshopBody body = new WorkshopBody(request, "title", "scenario", "rounds");
        String title = body.text("title", NewWorkshops.MAX_TITLE);
        String id = body.fields().requiredText("scenario").orElse("");
        int rounds = body.wholeNumber("rounds", 1, WorkshopChange.MAX_ROUNDS).orElse(NewWorkshops.DEFAULT_ROUNDS);
        Optional<byte[]> file = scenario(request, id);
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
        NewWorkshops.NewWorkshop made =
                created.create(title, baseline, request.snapshot().book().sha256(), rounds);
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

    /** Ids are looked up in a list and never used as file names. */
    private Optional<byte[]> scenario(ApiRequest request, String id) {
        Optional<byte[]> shipped = request.snapshot().scenarioSource().ids().contains(id)
                ? request.snapshot().scenarioSource().find(id)
                : Optional.empty();
        return shipped.or(() -> stored.find(id).map(StoredScenario::bytes));
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

    @PostMapping(path = ONE + "/groups", consumes = MediaType.APPLICATION_JSON_VALUE)
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
        WorkshopCode known =
                access.known(http, code).map(WorkshopCaller::code).orElseGet(() -> access.code(http, code));
        WorkshopBody body = new WorkshopBody(request, "name", "id");
        String name = body.name("name");
        Optional<UUID> id = body.fields().has("id") ? Optional.of(body.uuid("id")) : Optional.empty();
        body.check();
        boolean repeated = id.filter(made -> groups.hasJoined(known, made)).isPresent();
        access.known(http, code).filter(member -> !repeated).ifPresent(member -> {
            throw WorkshopChange.refusal(
                    "ALREADY_MEMBER",
                    "This browser is a member of the workshop already. Join from another one, or from a private window.");
        });
        WorkshopToken token = WorkshopToken.generate(random);
        String origin = WorkshopAccess.origin(http, known);
        WorkshopGroup group = groups.join(known, name, id, origin, token.digest(), (state, others) -> {
            checkJoining(state, others, origin);
            return letter(others, name);
        });
        events.changed(known);
        return Responses.json(201, WorkshopDocuments.GROUP.pretty(group))
                .with(Map.of(HttpHeaders.SET_COOKIE, WorkshopAccess.cookie(http, known, token)));
    }

    private void checkJoining(WorkshopState state, List<WorkshopGroup> others, String origin) {
        if (state.ended()) {
            throw WorkshopChange.refusal("ENDED", "The workshop has ended.");
        }
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
        return LetterMarks.mark(name, others.stream().map(WorkshopGroup::letter).toList());
    }
}
