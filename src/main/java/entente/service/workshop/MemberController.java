package entente.service.workshop;

import entente.service.api.ApiRequest;
import entente.service.api.Operation;
import entente.service.api.Operation.Response;
import entente.service.api.QueryParameter;
import entente.service.api.Responses;
import entente.service.api.ScenarioBody;
import entente.service.archive.ApiResponse;
import entente.service.problem.ProblemType;
import entente.service.security.Access;
import entente.service.workshop.Boards.Material;
import entente.service.workshop.WorkshopCaller.WorkshopRole;
import entente.service.workshop.WorkshopEvents.EventStream;
import entente.service.workshop.WorkshopGroup.Move;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What all members of a workshop see: its state and its events, what the groups have come to, and the file to take home. */
@RequiredArgsConstructor
@Controller
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class MemberController {

    private static final String EVENT_NUMBER = "[1-9][0-9]{0,17}";

    private final WorkshopAccess access;
    private final Boards boards;
    private final GroupTable groups;
    private final WorkshopTable workshops;
    private final WorkshopEvents events;

    @GetMapping(FacilitatorController.ONE)
    @Operation(
            access = Access.PUBLIC,
            description = "Returns a workshop as the caller may see it.",
            archive = Operation.Archive.READS,
            workshopToken = true)
    @Response(description = "The workshop.", schema = "workshop")
    ApiResponse getWorkshop(ApiRequest request, HttpServletRequest http, @PathVariable String code) {
        WorkshopCaller caller = access.caller(http, code);
        events.heard(caller);
        return Responses.json(
                200,
                WorkshopDocuments.WORKSHOP.pretty(
                        groups.view(caller, request.snapshot().book().sha256())));
    }

    @GetMapping(path = FacilitatorController.ONE + "/events", produces = "text/event-stream")
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

    @GetMapping(FacilitatorController.ONE + "/board")
    @Operation(
            access = Access.PUBLIC,
            description = "Where the groups stand; for groups after the reveal.",
            archive = Operation.Archive.READS,
            workshopToken = true,
            problems = {ProblemType.FORBIDDEN, ProblemType.CONFLICT, ProblemType.EVALUATION_LIMIT})
    @Response(description = "The board.", schema = "workshop-board")
    ApiResponse getBoard(ApiRequest request, HttpServletRequest http, @PathVariable String code) {
        WorkshopCaller caller = access.caller(http, code);
        Material material = boards.material(caller.code(), request.snapshot());
        if (caller.is(WorkshopRole.GROUP)) {
            checkRevealed(material.state());
        }
        return Responses.json(200, WorkshopDocuments.BOARD.pretty(boards.board(material, request)));
    }

    @GetMapping(FacilitatorController.ONE + "/difference")
    @Operation(
            access = Access.PUBLIC,
            description = "Attributes the difference between two groups exactly; after the reveal.",
            query = {QueryParameter.FIRST, QueryParameter.SECOND},
            archive = Operation.Archive.READS,
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

    @GetMapping(FacilitatorController.ONE + "/scenarios/{group}")
    @Operation(
            access = Access.PUBLIC,
            description =
                    "The case of a group as a scenario file, for the group, and after the reveal for the facilitator; or the baseline.",
            archive = Operation.Archive.READS,
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
            path = FacilitatorController.ONE + "/result",
            produces = {MediaType.TEXT_HTML_VALUE, ScenarioBody.XLSX})
    @Operation(
            access = Access.PUBLIC,
            description = "The file to take home after the reveal, by the Accept header as a page or a workbook.",
            archive = Operation.Archive.READS,
            workshopToken = true,
            problems = {ProblemType.FORBIDDEN, ProblemType.CONFLICT, ProblemType.EVALUATION_LIMIT})
    @Response(description = "As a page.", media = "text/html")
    @Response(description = "As a workbook.", media = ScenarioBody.XLSX)
    ApiResponse getResult(ApiRequest request, HttpServletRequest http, @PathVariable String code) {
        WorkshopCaller caller = access.caller(http, code);
        Material material = boards.material(caller.code(), request.snapshot());
        checkRevealed(material.state());
        List<Move> all = groups.moves(caller.code());
        String name = "workshop-" + caller.code().text();
        Instant started = workshops.started(caller.code());
        boolean workbook = wantsWorkbook(request);
        String media = workbook ? ScenarioBody.XLSX : "text/html;charset=UTF-8";
        byte[] content = boards.file(material, media, request, findings -> {
            TakeHome data = new TakeHome(material, findings, started, all);
            return workbook
                    ? new TakeHomeWorkbook(data).bytes()
                    : Responses.page("take-home", data).body();
        });
        return file(media, name + (workbook ? ".xlsx" : ".html"), content);
    }

    /** Whether the first of the two that the client accepts is the workbook. */
    private static boolean wantsWorkbook(ApiRequest request) {
        String accept = String.join(",", request.headers(HttpHeaders.ACCEPT));
        int workbook = accept.indexOf(ScenarioBody.XLSX);
        int page = accept.indexOf(MediaType.TEXT_HTML_VALUE);
        return workbook >= 0 && (page < 0 || workbook < page);
    }

    private static ApiResponse file(String media, String name, byte[] content) {
        return new ApiResponse(
                200,
                Map.of(
                        HttpHeaders.CONTENT_TYPE,
                        media,
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"" + name + "\"",
                        HttpHeaders.VARY,
                        HttpHeaders.ACCEPT,
                        "Content-Security-Policy",
                        Responses.DOCUMENT_POLICY + "; font-src data:"),
                content);
    }
}
