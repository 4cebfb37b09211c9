package entente.service.api;

import entente.model.Engine;
import entente.service.archive.StoredResponse;
import entente.service.problem.ProblemType;
import entente.service.problem.ProblemWriter;
import entente.service.security.Access;
import java.util.List;
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
            access = Access.PUBLIC,
            description = "The front page.",
            responses = @Operation.Response(status = 200, description = "The page.", media = "text/html"))
    StoredResponse front(ApiRequest request) {
        String body =
                "<p>How likely an alliance of China and Russia is, by rules that each cite a paragraph, with every step shown.</p>\n"
                        + "<p>Engine " + Engine.VERSION + ", rule book "
                        + HtmlPage.escaped(request.snapshot().book().version()) + " (<code>"
                        + HtmlPage.escaped(request.snapshot().book().sha256()) + "</code>).</p>\n"
                        + "<ul>\n"
                        + "<li><a href=\"/try\">Try the API</a>, or read <a href=\"/api/v1/openapi.json\">its OpenAPI document</a>.</li>\n"
                        + "<li><a href=\"/api/v1/scenarios\">Scenarios</a>, <a href=\"/api/v1/indicators\">indicators</a>, <a href=\"/api/v1/rules\">rules</a>, <a href=\"/api/v1/assessments\">stored assessments</a>.</li>\n"
                        + "<li><a href=\"/problems\">Problem types</a>.</li>\n"
                        + "</ul>\n";
        return Responses.html(HtmlPage.of("Entente", body));
    }

    @GetMapping(
            path = "/problems",
            produces = {MediaType.TEXT_HTML_VALUE, MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            id = "listProblems",
            access = Access.PUBLIC,
            description = "Lists all problem types.",
            responses = {
                @Operation.Response(status = 200, description = "As JSON.", schema = "problem-types"),
                @Operation.Response(status = 200, description = "As a page.", media = "text/html")
            })
    StoredResponse problems(ApiRequest request) {
        List<ProblemType> types = List.of(ProblemType.values());
        if (!request.acceptsHtml()) {
            return Responses.json(200, ProblemWriter.TYPES_DOCUMENT.pretty(types));
        }
        StringBuilder rows = new StringBuilder("<ul>\n");
        types.forEach(type -> rows.append("<li>")
                .append(type.status())
                .append(" <a href=\"")
                .append(type.address())
                .append("\">")
                .append(HtmlPage.escaped(type.title()))
                .append("</a></li>\n"));
        return Responses.html(HtmlPage.of("Problems", rows + "</ul>\n"));
    }

    @GetMapping(
            path = "/problems/{slug}",
            produces = {MediaType.TEXT_HTML_VALUE, MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            id = "getProblem",
            access = Access.PUBLIC,
            description = "Describes a problem type.",
            problems = ProblemType.NOT_FOUND,
            responses = {
                @Operation.Response(status = 200, description = "As JSON.", schema = "problem-type"),
                @Operation.Response(status = 200, description = "As a page.", media = "text/html")
            })
    StoredResponse problem(ApiRequest request, @PathVariable String slug) {
        ProblemType type = ProblemType.of(slug).orElseThrow(ApiRequest::notFound);
        if (!request.acceptsHtml()) {
            return Responses.json(200, ProblemWriter.TYPE_DOCUMENT.pretty(type));
        }
        return Responses.html(HtmlPage.of(
                type.title(),
                "<p>" + HtmlPage.escaped(type.explanation()) + "</p>\n<p>Status " + type.status()
                        + ". <a href=\"/problems\">All problem types</a></p>\n"));
    }
}
