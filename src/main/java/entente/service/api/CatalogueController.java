package entente.service.api;

import entente.document.Suggestion;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.report.json.InputSchemas;
import entente.report.json.ResultDocument;
import entente.report.json.ResultDocuments;
import entente.service.api.Operation.Header;
import entente.service.api.Operation.Response;
import entente.service.api.ServiceDocuments.BookJson;
import entente.service.archive.ApiResponse;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.problem.ProblemWriter;
import entente.service.rulebook.ActiveRuleBook;
import entente.service.security.Access;
import java.util.Collection;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Indicators, rules, JSON Schemas and problem types. */
@RequiredArgsConstructor
@Controller
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class CatalogueController {

    private final ActiveRuleBook activeRuleBook;

    @GetMapping("/api/v1/indicators")
    @Operation(access = Access.READER, description = "Lists all indicators with scales, cut points and citations.")
    @Response(
            description = "The indicators, in the order of the article.",
            schema = "indicators",
            headers = Header.ETAG)
    ApiResponse listIndicators(ApiRequest request) {
        return tagged(ResultDocuments.INDICATORS.pretty(
                request.snapshot().book().catalogue().indicators()));
    }

    @GetMapping("/api/v1/rules")
    @Operation(access = Access.READER, description = "Returns the active rule book, and the faults of a refused edit.")
    @Response(description = "Version, digest, state and every rule.", schema = "book", headers = Header.ETAG)
    ApiResponse listRules(ApiRequest request) {
        return tagged(
                ServiceDocuments.RULE_BOOK.pretty(BookJson.of(request.snapshot().book(), activeRuleBook.state())));
    }

    @GetMapping("/api/v1/rules/{id}")
    @Operation(access = Access.READER, description = "Returns one rule with its card.")
    @Response(description = "The content.", schema = "Rule", headers = Header.ETAG)
    ApiResponse getRule(ApiRequest request, @PathVariable String id) {
        RuleBook book = request.snapshot().book();
        return book.find(id)
                .map(rule -> tagged(ResultDocuments.RULE.pretty(rule)))
                .orElseThrow(() ->
                        missing("rule", id, book.rules().stream().map(Rule::id).toList()));
    }

    @GetMapping("/api/v1/schemas/{name}")
    @Operation(
            access = Access.READER,
            description = "Returns a JSON Schema by name: scenario, case, panel, or a result.")
    @Response(description = "The schema.", schema = "schema", headers = Header.ETAG)
    ApiResponse getSchema(ApiRequest request, @PathVariable String name) {
        return InputSchemas.named(name, request.snapshot().book())
                .or(() -> ResultDocuments.find(name).map(ResultDocument::schema))
                .map(CatalogueController::tagged)
                .orElseThrow(() -> missing("schema", name, ResultDocuments.names()));
    }

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

    private static ApiResponse tagged(String json) {
        return Responses.withEtag(Responses.json(200, json));
    }

    private static ProblemException missing(String what, String id, Collection<String> known) {
        String meant = Suggestion.question(id, known);
        return ProblemType.NOT_FOUND.problem(
                "There is no " + what + " with this name" + (meant.isEmpty() ? "." : meant));
    }
}
