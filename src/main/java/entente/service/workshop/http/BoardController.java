package entente.service.workshop.http;

import entente.service.api.ApiRequest;
import entente.service.api.Operation;
import entente.service.api.Operation.Response;
import entente.service.api.QueryParameter;
import entente.service.api.Responses;
import entente.service.api.ScenarioBody;
import entente.service.archive.ApiResponse;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.security.Access;
import entente.service.workshop.GroupReadings;
import entente.service.workshop.WorkshopCaller;
import entente.service.workshop.WorkshopCaller.WorkshopRole;
import entente.service.workshop.WorkshopGroup;
import entente.service.workshop.WorkshopMove;
import entente.service.workshop.WorkshopState;
import entente.service.workshop.access.WorkshopAccess;
import entente.service.workshop.board.Boards;
import entente.service.workshop.board.Boards.Material;
import entente.service.workshop.board.CaseReader;
import entente.service.workshop.board.GroupScenarios;
import entente.service.workshop.result.TakeHome;
import entente.service.workshop.result.TakeHomePage;
import entente.service.workshop.result.TakeHomeWorkbook;
import entente.service.workshop.store.MoveTable;
import entente.service.workshop.store.WorkshopTable;
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

/** What the groups have come to, and the file to take home. */
@RequiredArgsConstructor
@Controller
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class BoardController {

    private final WorkshopAccess access;
    private final Boards boards;
    private final MoveTable moves;
    private final WorkshopTable workshops;

    @GetMapping(WorkshopController.ONE + "/board")
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
        return Responses.json(200, BoardDocument.DOCUMENT.pretty(boards.board(material, request)));
    }

    @GetMapping(WorkshopController.ONE + "/difference")
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
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.BAD_PARAMETER,
                        "The parameter " + parameter.parameterName() + " is the letter of a group."));
    }

    @GetMapping(WorkshopController.ONE + "/scenarios/{group}")
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
        return Responses.json(200, GroupScenarios.file(material, found.orElseThrow(ApiRequest::notFound)));
    }

    /** What shows more than one group is for no role before the reveal, which ends the workshop at the latest. */
    private static void checkRevealed(WorkshopState state) {
        if (!state.revealed()) {
            throw ProblemException.of(
                    ProblemType.FORBIDDEN, "The verdicts of the groups are not revealed; the facilitator does that.");
        }
    }

    @GetMapping(
            path = WorkshopController.ONE + "/result",
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
        List<WorkshopMove> all = moves.list(caller.code());
        String name = "workshop-" + caller.code().text();
        Instant started = workshops.started(caller.code());
        boolean workbook = wantsWorkbook(request);
        String media = workbook ? ScenarioBody.XLSX : "text/html;charset=UTF-8";
        byte[] content = boards.file(material, media, request, findings -> {
            TakeHome data = new TakeHome(material, findings, started, all);
            return workbook
                    ? new TakeHomeWorkbook(data).bytes()
                    : Responses.page("take-home", new TakeHomePage(data)).body();
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
