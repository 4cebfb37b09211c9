package entente.service.api;

import entente.report.json.JsonWriter;
import entente.service.archive.StoredResponse;
import entente.service.problem.ProblemType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** HTML pages: the front page and the problem types. */
@Controller
class PageController {

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(
            id = "front",
            description = "The front page.",
            responses = @Operation.Response(status = 200, description = "The page.", media = "text/html"))
    StoredResponse front(ApiRequest request) {
        return Responses.html(HtmlPage.of("front", request.snapshot().book()));
    }

    @GetMapping(
            path = "/problems",
            produces = {MediaType.TEXT_HTML_VALUE, MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            id = "listProblems",
            description = "Lists all problem types.",
            responses = {
                @Operation.Response(status = 200, description = "As JSON.", schema = "problem-types"),
                @Operation.Response(status = 200, description = "As a page.", media = "text/html")
            })
    StoredResponse problems(ApiRequest request) {
        ProblemType[] types = ProblemType.values();
        return request.acceptsHtml()
                ? Responses.html(HtmlPage.of("problems", types))
                : Responses.json(
                        200,
                        JsonWriter.write(
                                Arrays.stream(types).map(PageController::entry).toList()));
    }

    @GetMapping(
            path = "/problems/{slug}",
            produces = {MediaType.TEXT_HTML_VALUE, MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            id = "getProblem",
            description = "Describes a problem type.",
            problems = ProblemType.NOT_FOUND,
            responses = {
                @Operation.Response(status = 200, description = "As JSON.", schema = "problem-type"),
                @Operation.Response(status = 200, description = "As a page.", media = "text/html")
            })
    StoredResponse problem(ApiRequest request, @PathVariable String slug) {
        ProblemType type = ProblemType.of(slug).orElseThrow(ApiRequest::notFound);
        return request.acceptsHtml()
                ? Responses.html(HtmlPage.of("problem", type))
                : Responses.json(200, JsonWriter.write(entry(type)));
    }

    private static Map<String, Object> entry(ProblemType type) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("type", type.address());
        entry.put("title", type.title());
        entry.put("status", type.status());
        entry.put("explanation", type.explanation());
        return entry;
    }
}
