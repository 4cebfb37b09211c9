package entente.service.workshop.http;

import entente.service.api.ApiRequest;
import entente.service.api.Operation;
import entente.service.api.Operation.Response;
import entente.service.api.Responses;
import entente.service.archive.ApiResponse;
import entente.service.problem.ProblemType;
import entente.service.security.Access;
import entente.service.workshop.WorkshopCaller;
import entente.service.workshop.WorkshopCode;
import entente.service.workshop.WorkshopRole;
import entente.service.workshop.WorkshopToken;
import entente.service.workshop.access.EntryLinks;
import entente.service.workshop.access.WorkshopAccess;
import entente.service.workshop.store.WorkshopTable;
import entente.service.workshop.store.WorkshopTokens;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** All workshops of the archive, and the way back into one, for those who operate the service. */
@RequiredArgsConstructor
@Controller
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class WorkshopListController {

    private static final int MAX_LISTED = 100;

    private final WorkshopAccess access;
    private final WorkshopTable workshops;
    private final WorkshopTokens tokens;
    private final SecureRandom random = new SecureRandom();

    @GetMapping(WorkshopController.PATH)
    @Operation(
            access = Access.OPERATOR,
            description = "Lists the workshops of the archive, latest first.",
            archive = Operation.Archive.READS)
    @Response(description = "The latest workshops.", schema = "workshops")
    ApiResponse listWorkshops(ApiRequest request) {
        return Responses.json(200, WorkshopDocuments.LIST.pretty(workshops.latest(MAX_LISTED)));
    }

    @PostMapping(WorkshopController.ONE + "/facilitators")
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
