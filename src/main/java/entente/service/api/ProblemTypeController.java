package entente.service.api;

import entente.service.api.Operation.Response;
import entente.service.archive.ApiResponse;
import entente.service.problem.ProblemType;
import entente.service.problem.ProblemWriter;
import entente.service.security.Access;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The problem types, as pages and as JSON. */
@Controller
class ProblemTypeController {

    @GetMapping(
            path = "/problems",
            produces = {MediaType.TEXT_HTML_VALUE, MediaType.APPLICATION_JSON_VALUE})
    @Operation(access = Access.PUBLIC, description = "Lists all problem types.")
    @Response(description = "As JSON.", schema = "problem-types")
    @Response(description = "As a page.", media = "text/html")
    ApiResponse listProblems(ApiRequest request) {
        return request.acceptsHtml()
                ? Responses.page("problems", ProblemType.values())
                : Responses.json(200, ProblemWriter.TYPES_DOCUMENT.pretty(List.of(ProblemType.values())));
    }

    @GetMapping(
            path = "/problems/{slug}",
            produces = {MediaType.TEXT_HTML_VALUE, MediaType.APPLICATION_JSON_VALUE})
    @Operation(access = Access.PUBLIC, description = "Describes a problem type.")
    @Response(description = "As JSON.", schema = "problem-type")
    @Response(description = "As a page.", media = "text/html")
    ApiResponse getProblem(ApiRequest request, @PathVariable String slug) {
        ProblemType type = ProblemType.of(slug).orElseThrow(ApiRequest::notFound);
        return request.acceptsHtml()
                ? Responses.page("problem", type)
                : Responses.json(200, ProblemWriter.TYPE_DOCUMENT.pretty(type));
    }
}
