package entente.service.api;

import entente.model.Indicator;
import entente.model.rule.Rule;
import entente.report.json.CaseSchema;
import entente.report.json.CatalogueJson;
import entente.report.json.RulesJson;
import entente.report.json.Schemas;
import entente.service.archive.StoredResponse;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.rulebook.ActiveRuleBook;
import entente.service.rulebook.RuleBookSnapshot;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a scenario can rate, the rules that judge it, and the forms of what goes in and out. */
@Controller
class CatalogueController {

    private final ActiveRuleBook inForce;

    CatalogueController(ActiveRuleBook inForce) {
        this.inForce = inForce;
    }

    @GetMapping(path = "/api/v1/indicators", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            id = "listIndicators",
            description = "Everything that a scenario can rate, with scales, cut points and citations.",
            responses = {
                @Operation.Good(
                        status = 200,
                        description = "In the order of the article.",
                        schema = "indicators",
                        headers = Operation.Header.ETAG),
                @Operation.Good(
                        status = 304,
                        description = "The ones that If-None-Match names.",
                        headers = Operation.Header.ETAG)
            })
    StoredResponse indicators(ApiRequest asked) {
        return tagged(CatalogueJson.write(asked.edition().book().catalogue().indicators()));
    }

    @GetMapping(path = "/api/v1/indicators/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            id = "getIndicator",
            description = "One indicator.",
            problems = ProblemType.NOT_FOUND,
            responses = {
                @Operation.Good(status = 200, description = "It.", schema = "indicator", headers = Operation.Header.ETAG),
                @Operation.Good(
                        status = 304,
                        description = "The one that If-None-Match names.",
                        headers = Operation.Header.ETAG)
            })
    StoredResponse indicator(ApiRequest asked, @PathVariable String id) {
        List<Indicator> all = asked.edition().book().catalogue().indicators();
        return all.stream()
                .filter(indicator -> indicator.id().equals(id))
                .findFirst()
                .map(indicator -> tagged(CatalogueJson.write(indicator)))
                .orElseThrow(() ->
                        missing("indicator", id, all.stream().map(Indicator::id).toList()));
    }

    @GetMapping(path = "/api/v1/rules", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            id = "listRules",
            description = "The rule book in force, and what stood in the way of the last edit that was refused.",
            responses = {
                @Operation.Good(
                        status = 200,
                        description = "Version, digest, state and every rule.",
                        schema = "book",
                        headers = Operation.Header.ETAG),
                @Operation.Good(
                        status = 304,
                        description = "The one that If-None-Match names.",
                        headers = Operation.Header.ETAG)
            })
    StoredResponse rules(ApiRequest asked) {
        RuleBookSnapshot edition = asked.edition();
        return tagged(RuleBookJson.write(edition.book(), inForce.state()));
    }

    @GetMapping(path = "/api/v1/rules/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            id = "getRule",
            description = "One rule with its whole card.",
            problems = ProblemType.NOT_FOUND,
            responses = {
                @Operation.Good(status = 200, description = "It.", schema = "rule", headers = Operation.Header.ETAG),
                @Operation.Good(
                        status = 304,
                        description = "The one that If-None-Match names.",
                        headers = Operation.Header.ETAG)
            })
    StoredResponse rule(ApiRequest asked, @PathVariable String id) {
        List<Rule> all = asked.edition().book().rules();
        return asked.edition()
                .book()
                .find(id)
                .map(rule -> tagged(RulesJson.write(rule)))
                .orElseThrow(
                        () -> missing("rule", id, all.stream().map(Rule::id).toList()));
    }

    @GetMapping(path = "/api/v1/schemas/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            id = "getSchema",
            description = "The JSON Schema of a scenario, of a case, or of what is answered, by its name.",
            problems = ProblemType.NOT_FOUND,
            responses = {
                @Operation.Good(status = 200, description = "The schema.", schema = "schema", headers = Operation.Header.ETAG),
                @Operation.Good(
                        status = 304,
                        description = "The one that If-None-Match names.",
                        headers = Operation.Header.ETAG)
            })
    StoredResponse schema(ApiRequest asked, @PathVariable String name) {
        RuleBookSnapshot edition = asked.edition();
        return switch (name) {
            case "scenario" ->
                tagged(Schemas.scenario(
                        edition.book().catalogue(), edition.book().switchableIds()));
            case "case" -> tagged(CaseSchema.of(edition.book()));
            default -> {
                if (!Schemas.NAMES.contains(name)) {
                    throw missing("schema", name, Schemas.NAMES);
                }
                yield tagged(Schemas.of(name));
            }
        };
    }

    private static StoredResponse tagged(String json) {
        return Responses.withEtag(Responses.json(200, json));
    }

    private static ProblemException missing(String what, String id, List<String> known) {
        String meant = SuggestionText.of(id, known);
        return ProblemException.of(
                ProblemType.NOT_FOUND, "There is no " + what + " of this name" + (meant.isEmpty() ? "." : meant));
    }
}
