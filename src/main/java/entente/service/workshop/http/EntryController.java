package entente.service.workshop.http;

import entente.service.api.ApiRequest;
import entente.service.api.Operation;
import entente.service.api.Operation.Header;
import entente.service.api.Operation.Response;
import entente.service.archive.ApiResponse;
import entente.service.problem.ProblemType;
import entente.service.security.Access;
import entente.service.workshop.WorkshopCaller;
import entente.service.workshop.WorkshopCode;
import entente.service.workshop.WorkshopRole;
import entente.service.workshop.WorkshopToken;
import entente.service.workshop.access.WorkshopAccess;
import entente.service.workshop.store.WorkshopTokens;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Exchanges a link that can be used once for a cookie, and leads to the page of the role. */
@RequiredArgsConstructor
@Controller
class EntryController {

    private static final String PATH = "/workshops/{code}/enter/{key}";

    private final WorkshopAccess access;
    private final WorkshopTokens tokens;
    private final SecureRandom random = new SecureRandom();

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    @Operation(
            access = Access.PUBLIC,
            description = "Opens a workshop by a link that can be used once.",
            archive = Operation.Archive.WRITES,
            problems = ProblemType.TOO_MANY_ATTEMPTS)
    @Response(status = 303, description = "The page of the role; a cookie is set.", headers = Header.LOCATION)
    @Response(
            status = 404,
            description = "The page for joining, which says that the link opens nothing.",
            media = "text/html")
    ApiResponse enterWorkshop(
            ApiRequest request, HttpServletRequest http, @PathVariable String code, @PathVariable String key) {
        WorkshopCode known = access.code(http, code);
        WorkshopToken token = WorkshopToken.generate(random);
        boolean used = http.getMethod().equals("GET");
        Optional<WorkshopCaller> caller = WorkshopToken.of(key)
                .flatMap(link -> used ? tokens.exchange(known, link, token) : tokens.findLink(known, link));
        if (caller.isEmpty()) {
            return WorkshopPages.refused(
                    "This link was used already. Ask the facilitator for another one, or join with the code.");
        }
        WorkshopRole role = caller.get().role();
        ApiResponse entered = new ApiResponse(303, Map.of(HttpHeaders.LOCATION, page(known, role)), new byte[0]);
        return used ? entered.with(Map.of(HttpHeaders.SET_COOKIE, WorkshopAccess.cookie(http, known, token))) : entered;
    }

    private static String page(WorkshopCode code, WorkshopRole role) {
        return switch (role) {
            case FACILITATOR -> "/workshops/" + code.text() + "/lobby";
            case PROJECTOR -> "/workshops/" + code.text() + "/projector";
            case GROUP -> "/w/" + code.text();
        };
    }
}
