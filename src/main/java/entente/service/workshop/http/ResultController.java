package entente.service.workshop.http;

import entente.service.api.ApiRequest;
import entente.service.api.Operation;
import entente.service.api.Operation.Response;
import entente.service.api.Responses;
import entente.service.archive.ApiResponse;
import entente.service.problem.ProblemType;
import entente.service.security.Access;
import entente.service.workshop.WorkshopCaller;
import entente.service.workshop.WorkshopMove;
import entente.service.workshop.access.WorkshopAccess;
import entente.service.workshop.board.Boards;
import entente.service.workshop.board.Boards.Material;
import entente.service.workshop.result.TakeHome;
import entente.service.workshop.result.TakeHomePage;
import entente.service.workshop.result.TakeHomeWorkbook;
import entente.service.workshop.store.MoveTable;
import entente.service.workshop.store.WorkshopTable;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The file to take home. */
@RequiredArgsConstructor
@Controller
class ResultController {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final WorkshopAccess access;
    private final Boards boards;
    private final MoveTable moves;
    private final WorkshopTable workshops;

    @GetMapping(
            path = WorkshopController.ONE + "/result",
            produces = {MediaType.TEXT_HTML_VALUE, WORKBOOK})
    @Operation(
            access = Access.PUBLIC,
            description = "The file to take home after the reveal, by the Accept header as a page or a workbook.",
            archive = Operation.Archive.READS,
            workshopToken = true,
            problems = {ProblemType.FORBIDDEN, ProblemType.CONFLICT, ProblemType.EVALUATION_LIMIT})
    @Response(description = "As a page.", media = "text/html")
    @Response(description = "As a workbook.", media = WORKBOOK)
    ApiResponse getResult(ApiRequest request, HttpServletRequest http, @PathVariable String code) {
        WorkshopCaller caller = access.caller(http, code);
        Material material = boards.material(caller.code(), request.snapshot());
        BoardController.checkRevealed(material.state());
        List<WorkshopMove> all = moves.list(caller.code());
        String name = "workshop-" + caller.code().text();
        Instant started = workshops.started(caller.code());
        boolean workbook = wantsWorkbook(request);
        String media = workbook ? WORKBOOK : "text/html;charset=UTF-8";
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
        int workbook = accept.indexOf(WORKBOOK);
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
