package entente.service.workshop;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.document.Suggestion;
import entente.document.Text;
import entente.model.Catalogue;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Scenario;
import entente.report.json.RecordType;
import entente.report.json.ResultDocument;
import entente.scenario.Vocabulary;
import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.api.ApiRequest;
import entente.service.api.Operation;
import entente.service.api.Operation.Header;
import entente.service.api.Operation.Response;
import entente.service.api.QueryParameter;
import entente.service.api.RequestBody;
import entente.service.api.Responses;
import entente.service.api.Responses.MediaNegotiation;
import entente.service.api.ScenarioBody;
import entente.service.archive.ApiResponse;
import entente.service.archive.RowConflictException;
import entente.service.archive.StoredScenario;
import entente.service.archive.StoredScenarios;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.security.Access;
import entente.service.workshop.Boards.Material;
import entente.service.workshop.GroupReadings.Change;
import entente.service.workshop.TakeHome.TakeHomeWorkbook;
import entente.service.workshop.WorkshopCaller.WorkshopRole;
import entente.service.workshop.WorkshopChange.FacilitatorCommand;
import entente.service.workshop.WorkshopGroup.Move;
import entente.service.workshop.WorkshopGroup.MoveAnswer;
import entente.service.workshop.WorkshopGroup.Standing;
import entente.service.workshop.WorkshopState.Joining;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The operations of workshops: what their facilitator and their groups do, and what all their members see. */
@RequiredArgsConstructor
@Controller
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
public class WorkshopController {

    static final String PATH = "/api/v1/workshops";
    static final String ONE = PATH + "/{code}";

    /** Maximum length of the name of a group. */
    static final int MAX_NAME = 40;

    static final int MAX_CHANGES = 100;
    private static final int MAX_LISTED = 100;
    private static final int MAX_GROUPS = 64;

    /** Many devices share the address of a network that hides them. */
    private static final int MAX_GROUPS_OF_AN_ADDRESS = 30;

    private static final List<String> RESULT_MEDIA = List.of(MediaType.TEXT_HTML_VALUE, ScenarioBody.XLSX);
    private static final String EVENT_NUMBER = "[1-9][0-9]{0,17}";

    private final WorkshopAccess access;
    private final WorkshopTable workshops;
    private final Moves moves;
    private final Boards boards;
    private final WorkshopEvents events;
    private final StoredScenarios stored;
    private final InstantSource clock;
    private final RoomConnector room;

    record Link(
            @Described(value = "Opens the workshop in another browser, once.", kind = Kind.PATH)
            String address,

            @Described("The complete address as a QR code, an SVG drawing; absent if only the machine of the service"
                    + " reaches it, and in a link for the caller.")
            Optional<String> qrCode) {}

    record WorkshopList(
            @Described("Latest first, at most 100.") List<WorkshopTable.ListedWorkshop> workshops) {}

    /** A workshop as one of its members sees it. */
    record WorkshopView(
            @JsonUnwrapped WorkshopState state,
            @Described("Until the time is up.") Optional<Integer> remainingSeconds,

            @Described(value = "Digest of the rule book with which the workshop was created.", kind = Kind.DIGEST)
            String rulesSha256,

            @Described("Whether another rule book is active now.")
            boolean rulesChanged,

            WorkshopRole role,
            @Described("In the order of joining.") List<GroupSeen> groups,
            @Described("The group of the caller.") Optional<OwnGroup> own) {}

    record GroupSeen(
            @JsonUnwrapped WorkshopGroup group,

            @Described("Since a device of it was last heard of; for the facilitator.")
            Optional<Integer> silentSeconds) {}

    record OwnGroup(
            @JsonUnwrapped WorkshopGroup group,

            @Described(value = "Stays the same when the group is renamed.", kind = Kind.FROM_ONE)
            int number,

            @Described("The number of its last move; 0 before the first.")
            int revision,

            @Described("Those that differ from the baseline.")
            GroupReadings readings,

            @Described("After the last move.") Optional<Standing> verdict) {}

    static final ResultDocument<WorkshopView> WORKSHOP = new ResultDocument<>(
            "workshop", "workshop", "A workshop as the caller may see it.", RecordType.of(WorkshopView.class));

    static final ResultDocument<WorkshopGroup> GROUP = new ResultDocument<>(
            "workshop-group",
            "group of a workshop",
            "A group with the number of its moves, and whether it is ready.",
            RecordType.of(WorkshopGroup.class));

    static final ResultDocument<MoveAnswer> MOVE = new ResultDocument<>(
            "workshop-move", "answer to a move", "The verdict after a move.", RecordType.of(MoveAnswer.class));

    static final ResultDocument<Link> LINK = new ResultDocument<>(
            "workshop-link", "link into a workshop", "A link that can be used once.", RecordType.of(Link.class));

    static final ResultDocument<WorkshopList> LIST = new ResultDocument<>(
            "workshops",
            "list of workshops",
            "The latest workshops of the archive.",
            RecordType.of(WorkshopList.class));

    static final ResultDocument<WorkshopBoard> BOARD = new ResultDocument<>(
            "workshop-board",
            "board of a workshop",
            "Where the groups stand: before the reveal only how many moves each has made.",
            RecordType.of(WorkshopBoard.class));

    public static final List<ResultDocument<?>> ALL = List.of(WORKSHOP, LIST, GROUP, MOVE, LINK, BOARD);

    /** The bodies of requests, by the names that operations use. */
    public static final SortedMap<String, Class<? extends Record>> REQUESTS = new TreeMap<>(Map.of(
            "workshop-request", WorkshopRequest.class,
            "workshop-group-request", GroupRequest.class,
            "workshop-moves-request", MovesRequest.class,
            "workshop-ready-request", ReadyRequest.class,
            "workshop-command-request", WorkshopChange.class,
            "workshop-link-request", LinkRequest.class));

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
        return Responses.json(201, view(request, WorkshopCaller.facilitator(code)))
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
        return Responses.json(200, LIST.pretty(new WorkshopList(workshops.latest(MAX_LISTED))));
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
        String path = workshops.link(WorkshopCaller.facilitator(access.code(http, code)));
        return Responses.json(201, LINK.pretty(new Link(path, Optional.empty())));
    }

    @PostMapping(path = ONE + "/commands", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            access = Access.PUBLIC,
            description = "Changes the state of a workshop, as its facilitator.",
            body = "workshop-command-request",
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
        // In this order, so that groups which are newer than the revision are fetched with the next.
        WorkshopState state = workshops.find(caller.code()).orElseThrow();
        List<WorkshopGroup> present = workshops.groups(caller.code());
        Instant now = clock.instant();
        boolean facilitates = caller.is(WorkshopRole.FACILITATOR);
        return WORKSHOP.pretty(new WorkshopView(
                state,
                // Rounded up, so that 0 says that the time is up.
                state.timerEnds().map(ends -> (int) Math.max(
                        0, (Duration.between(state.pausedAt().orElse(now), ends).toMillis() + 999) / 1000)),
                state.rulesSha256(),
                !request.snapshot().book().sha256().equals(state.rulesSha256()),
                caller.role(),
                present.stream()
                        .map(group -> new GroupSeen(group, facilitates ? silentSeconds(group, now) : Optional.empty()))
                        .toList(),
                present.stream()
                        .filter(group -> caller.isGroup(group.member()))
                        .map(group ->
                                new OwnGroup(group, group.member(), group.moves(), group.readings(), group.verdict()))
                        .findFirst()));
    }

    private static Optional<Integer> silentSeconds(WorkshopGroup group, Instant now) {
        return group.seen().map(seen ->
                (int) Math.max(0, Duration.between(seen, now).toSeconds()));
    }

    /**
     * In the transaction of the change.
     *
     * @return the numbers of groups that are there no more
     */
    private Set<Integer> changeGroups(WorkshopCode code, WorkshopChange asked) {
        List<WorkshopGroup> present = workshops.groups(code);
        switch (asked.command()) {
            case RENAME -> {
                WorkshopGroup group = find(present, asked.group().orElseThrow());
                List<WorkshopGroup> others = new ArrayList<>(present);
                others.remove(group);
                String name = WorkshopGroup.name(asked.name().orElseThrow());
                workshops.renameGroup(code, group.member(), name, letter(others, name));
                return Set.of();
            }
            case MERGE -> {
                WorkshopGroup from = find(present, asked.group().orElseThrow());
                WorkshopGroup into = find(present, asked.into().orElseThrow());
                if (from.equals(into)) {
                    throw WorkshopChange.refusal("SAME_GROUP", "A group is merged with another one.");
                }
                workshops.moveDevices(code, from.member(), into.member());
                workshops.removeGroup(code, from.member());
                return Set.of(from.member());
            }
            case REMOVE -> {
                Set<Integer> members = asked.groups().orElseThrow().stream()
                        .map(letter -> find(present, letter).member())
                        .collect(Collectors.toSet());
                members.forEach(member -> workshops.removeGroup(code, member));
                return members;
            }
            default -> {
                return Set.of();
            }
        }
    }

    private static WorkshopGroup find(List<WorkshopGroup> present, String letter) {
        return WorkshopGroup.find(present, letter)
                .orElseThrow(() -> WorkshopChange.refusal(
                        "UNKNOWN_GROUP", "There is no group with the letter " + Text.excerpt(letter) + "."));
    }

    @Described(closed = true)
    record LinkRequest(
            WorkshopRole role,

            @Described(value = "The letter of the group.", to = MAX_NAME)
            Optional<String> group) {}

    @PostMapping(path = ONE + "/links", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            access = Access.PUBLIC,
            description =
                    "Makes a link that opens the workshop once in another browser, such as that of the projector.",
            body = "workshop-link-request",
            workshopToken = true,
            problems = {ProblemType.FORBIDDEN, ProblemType.INVALID})
    @Response(status = 201, description = "The link.", schema = "workshop-link")
    ApiResponse linkWorkshop(ApiRequest request, HttpServletRequest http, @PathVariable String code) {
        WorkshopCaller caller = access.caller(http, code, WorkshopRole.FACILITATOR);
        RequestBody body = new RequestBody(request);
        LinkRequest asked = body.read(LinkRequest.class);
        Optional<WorkshopGroup> group = Optional.empty();
        if (asked.role() == WorkshopRole.GROUP) {
            group = WorkshopGroup.find(
                    workshops.groups(caller.code()), asked.group().orElse(""));
            if (group.isEmpty()) {
                body.fields().reject("group", "UNKNOWN_GROUP", "There is no group with this letter.");
            }
        }
        int member = group.map(WorkshopGroup::member).orElse(0);
        body.check();
        String path = workshops.link(new WorkshopCaller(caller.code(), asked.role(), member));
        Optional<String> qrCode = room.isReachable(http)
                ? Optional.of(new QrImage(room.base(http) + path).svg("QR code of the link"))
                : Optional.empty();
        return Responses.json(201, LINK.pretty(new Link(path, qrCode)));
    }

    @Described(closed = true)
    record GroupRequest(@Described(from = 1, to = MAX_NAME) String name, Optional<UUID> id) {}

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
        WorkshopCode known = access.visited(http, code);
        RequestBody body = new RequestBody(request);
        GroupRequest asked = body.read(GroupRequest.class);
        body.check();
        String name = WorkshopGroup.name(asked.name());
        boolean isMember = access.known(http, code).isPresent();
        WorkshopToken token = WorkshopToken.generate();
        String origin = WorkshopAccess.origin(http, known);
        WorkshopGroup group = workshops.join(known, name, asked.id(), origin, token, (state, others) -> {
            if (isMember) {
                throw WorkshopChange.refusal(
                        "ALREADY_MEMBER",
                        "This browser is a member of the workshop already. Join from another one, or from a private window.");
            }
            checkJoining(state, others, origin);
            return letter(others, name);
        });
        events.changed(known);
        return Responses.json(201, GROUP.pretty(group))
                .with(Map.of(HttpHeaders.SET_COOKIE, WorkshopAccess.cookie(http, known, token)));
    }

    private void checkJoining(WorkshopState state, List<WorkshopGroup> others, String origin) {
        state.checkNotEnded();
        if (state.joining() == Joining.CLOSED) {
            throw WorkshopChange.refusal("JOINING_CLOSED", "The facilitator has closed joining.");
        }
        if (state.joining() == Joining.OPEN && workshops.countFrom(state.code(), origin) >= MAX_GROUPS_OF_AN_ADDRESS) {
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
        if (others.stream().anyMatch(other -> WorkshopTable.key(other.name()).equals(WorkshopTable.key(name)))) {
            throw WorkshopChange.refusal("NAME_TAKEN", "Another group has this name; choose another.");
        }
        return WorkshopGroup.letter(
                name, others.stream().map(WorkshopGroup::letter).toList());
    }

    @Described(closed = true)
    record MovesRequest(
            UUID id, @Described(from = 1, to = MAX_CHANGES) List<Change> moves) {}

    @PostMapping(path = ONE + "/moves:batch", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            access = Access.PUBLIC,
            description =
                    "Moves readings of the caller's group as one move. The same id again returns the same answer.",
            body = "workshop-moves-request",
            workshopToken = true,
            problems = {ProblemType.FORBIDDEN, ProblemType.INVALID, ProblemType.CONFLICT, ProblemType.EVALUATION_LIMIT})
    @Response(description = "The verdict after the move.", schema = "workshop-move")
    ApiResponse moveReadings(ApiRequest request, HttpServletRequest http, @PathVariable String code) {
        WorkshopCaller caller = access.caller(http, code, WorkshopRole.GROUP);
        RequestBody body = new RequestBody(request);
        MovesRequest asked = body.read(MovesRequest.class);
        body.add(CaseReader.problems(request.snapshot(), asked.moves(), "#/moves"));
        body.check();
        return Responses.json(200, MOVE.pretty(moves.make(request, caller, asked.id(), asked.moves())));
    }

    @Described(closed = true)
    record ReadyRequest(
            @Described(from = 0, to = WorkshopChange.MAX_ROUNDS)
            int round,

            boolean ready) {}

    @PostMapping(path = ONE + "/ready", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            access = Access.PUBLIC,
            description =
                    "Notes whether the caller's group is done with the current round. A further move takes it back.",
            body = "workshop-ready-request",
            workshopToken = true,
            problems = {ProblemType.FORBIDDEN, ProblemType.INVALID, ProblemType.CONFLICT})
    @Response(description = "The group as it stands.", schema = "workshop-group")
    ApiResponse readyForWorkshop(ApiRequest request, HttpServletRequest http, @PathVariable String code) {
        WorkshopCaller caller = access.caller(http, code, WorkshopRole.GROUP);
        RequestBody body = new RequestBody(request);
        ReadyRequest asked = body.read(ReadyRequest.class);
        body.check();
        workshops.ready(caller.code(), caller.member(), asked.ready(), state -> check(state, asked.round()));
        events.changed(caller.code());
        return Responses.json(
                200,
                GROUP.pretty(workshops.group(caller.code(), caller.member()).orElseThrow(WorkshopAccess::noMember)));
    }

    /** The round keeps a late tap from counting for the next one. */
    private static void check(WorkshopState state, int round) {
        state.checkNotEnded();
        if (state.round() != round) {
            throw WorkshopChange.refusal("OTHER_ROUND", "The current round is " + state.round() + ".");
        }
    }

    @GetMapping(ONE)
    @Operation(
            access = Access.PUBLIC,
            description = "Returns a workshop as the caller may see it.",
            workshopToken = true)
    @Response(description = "The workshop.", schema = "workshop")
    ApiResponse getWorkshop(ApiRequest request, HttpServletRequest http, @PathVariable String code) {
        WorkshopCaller caller = access.caller(http, code);
        events.heard(caller);
        return Responses.json(200, view(request, caller));
    }

    @GetMapping(path = ONE + "/events", produces = "text/event-stream")
    @Operation(
            access = Access.PUBLIC,
            description =
                    "Server-sent events: \"changed\" with the revision whenever the workshop has changed, \"ended\" as the last when it ends.",
            workshopToken = true)
    @Response(description = "The events, until the workshop ends.", media = "text/event-stream")
    @Response(status = 204, description = "The workshop has ended, and Last-Event-ID names its last revision.")
    void listenToWorkshop(
            ApiRequest request, HttpServletRequest http, HttpServletResponse response, @PathVariable String code) {
        WorkshopCaller caller = access.caller(http, code);
        long known = request.header("Last-Event-ID")
                .filter(id -> id.matches(EVENT_NUMBER))
                .map(Long::valueOf)
                .orElse(0L);
        events.open(caller, known, http, response);
    }

    @GetMapping(ONE + "/board")
    @Operation(
            access = Access.PUBLIC,
            description = "Where the groups stand; for groups after the reveal.",
            workshopToken = true,
            problems = {ProblemType.FORBIDDEN, ProblemType.CONFLICT, ProblemType.EVALUATION_LIMIT})
    @Response(description = "The board.", schema = "workshop-board")
    ApiResponse getBoard(ApiRequest request, HttpServletRequest http, @PathVariable String code) {
        WorkshopCaller caller = access.caller(http, code);
        Material material = boards.material(caller.code(), request.snapshot());
        if (caller.is(WorkshopRole.GROUP)) {
            checkRevealed(material.state());
        }
        return Responses.json(200, BOARD.pretty(boards.board(material, request)));
    }

    @GetMapping(ONE + "/difference")
    @Operation(
            access = Access.PUBLIC,
            description = "Attributes the difference between two groups exactly; after the reveal.",
            query = {QueryParameter.FIRST, QueryParameter.SECOND},
            workshopToken = true,
            problems = {ProblemType.FORBIDDEN, ProblemType.CONFLICT, ProblemType.EVALUATION_LIMIT})
    @Response(description = "The comparison of the second group with the first.", schema = "comparison")
    ApiResponse getDifference(ApiRequest request, HttpServletRequest http, @PathVariable String code) {
        WorkshopCaller caller = access.caller(http, code);
        Material material = boards.material(caller.code(), request.snapshot());
        checkRevealed(material.state());
        WorkshopGroup first = group(material, request, QueryParameter.FIRST);
        WorkshopGroup second = group(material, request, QueryParameter.SECOND);
        return Responses.json(200, boards.difference(material, first, second, request));
    }

    private static WorkshopGroup group(Material material, ApiRequest request, QueryParameter parameter) {
        String letter = request.text(parameter).orElse("");
        return WorkshopGroup.find(material.groups(), letter)
                .orElseThrow(() -> ProblemType.BAD_PARAMETER.problem(
                        "The parameter " + parameter.parameterName() + " is the letter of a group."));
    }

    @GetMapping(ONE + "/scenarios/{group}")
    @Operation(
            access = Access.PUBLIC,
            description =
                    "The case of a group as a scenario file, for the group, and after the reveal for the facilitator; or the baseline.",
            workshopToken = true,
            problems = {ProblemType.FORBIDDEN, ProblemType.CONFLICT})
    @Response(description = "The scenario.", schema = "scenario")
    ApiResponse getGroupScenario(
            ApiRequest request, HttpServletRequest http, @PathVariable String code, @PathVariable String group) {
        WorkshopCaller caller = access.caller(http, code);
        Material material = boards.material(caller.code(), request.snapshot());
        CaseReader reader = material.reader();
        if (group.equals("baseline")) {
            return Responses.json(
                    200,
                    reader.scenarioFile(
                            reader.baseline().id(), reader.baseline().title(), GroupReadings.BASELINE));
        }
        Optional<WorkshopGroup> found = WorkshopGroup.find(material.groups(), group);
        if (found.filter(one -> caller.isGroup(one.member())).isEmpty()) {
            if (!caller.is(WorkshopRole.FACILITATOR)) {
                throw WorkshopAccess.forbidden();
            }
            checkRevealed(material.state());
        }
        return Responses.json(200, material.file(found.orElseThrow(ApiRequest::notFound)));
    }

    /** What shows more than one group is for no role before the reveal, which ends the workshop at the latest. */
    private static void checkRevealed(WorkshopState state) {
        if (!state.revealed()) {
            throw ProblemType.FORBIDDEN.problem(
                    "The verdicts of the groups are not revealed; the facilitator does that.");
        }
    }

    @GetMapping(
            path = ONE + "/result",
            produces = {MediaType.TEXT_HTML_VALUE, ScenarioBody.XLSX})
    @Operation(
            access = Access.PUBLIC,
            description = "The file to take home after the reveal, by the Accept header as a page or a workbook.",
            workshopToken = true,
            problems = {ProblemType.FORBIDDEN, ProblemType.CONFLICT, ProblemType.EVALUATION_LIMIT})
    @Response(description = "As a page.", media = "text/html")
    @Response(description = "As a workbook.", media = ScenarioBody.XLSX)
    ApiResponse getResult(ApiRequest request, HttpServletRequest http, @PathVariable String code) {
        WorkshopCaller caller = access.caller(http, code);
        Material material = boards.material(caller.code(), request.snapshot());
        checkRevealed(material.state());
        List<Move> all = workshops.moves(caller.code());
        String media = MediaNegotiation.choose(
                request.headers(HttpHeaders.ACCEPT), RESULT_MEDIA, Function.identity(), "The file to take home");
        boolean workbook = media.equals(ScenarioBody.XLSX);
        byte[] content = boards.file(material, media, request, findings -> {
            TakeHome data = new TakeHome(material, findings, all);
            return workbook
                    ? new TakeHomeWorkbook(data).bytes()
                    : Responses.page("take-home", data).body();
        });
        String name = "workshop-" + caller.code().text() + (workbook ? ".xlsx" : ".html");
        return Responses.document(media, content)
                .with(Map.of(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "\""));
    }

    /**
     * Makes a move: reads where the group stands, evaluates the move without holding a connection of the archive, and stores it
     * with its answer unless something has changed meanwhile; then it starts again. It is admitted for the evaluation alone: a
     * repeated move is answered under overload, too, and a slow archive does not use up the capacity.
     */
    @Component
    static class Moves {

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
                        request,
                        () -> needed.stream().collect(Collectors.toMap(Function.identity(), reader::standing))));
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
            throw ProblemType.ARCHIVE_UNAVAILABLE.problem(
                    "Moves of the groups prevented this. Nothing was changed.", 1);
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
}
