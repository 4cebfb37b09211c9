package entente.web;

import entente.archive.Answer;
import entente.domain.Indicator;
import entente.domain.Rule;
import entente.json.CaseSchema;
import entente.json.CatalogueJson;
import entente.json.RulesJson;
import entente.json.Schemas;
import entente.problem.ProblemType;
import entente.problem.Refusal;
import entente.service.Edition;
import entente.service.InForce;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a scenario can rate, the rules that judge it, and the forms of what goes in and out. */
@Controller
class Catalogues {

    private final InForce inForce;

    Catalogues(InForce inForce) {
        this.inForce = inForce;
    }

    @GetMapping(path = "/api/v1/indicators", produces = MediaType.APPLICATION_JSON_VALUE)
    @Call(
            id = "listIndicators",
            says = "Everything that a scenario can rate, with scales, cut points and citations.",
            answers = {
                @Call.Good(
                        status = 200,
                        says = "In the order of the article.",
                        schema = "indicators",
                        headers = Call.Header.ETAG),
                @Call.Good(status = 304, says = "The ones that If-None-Match names.", headers = Call.Header.ETAG)
            })
    Answer indicators(Asked asked) {
        return tagged(CatalogueJson.write(asked.edition().book().catalogue().indicators()));
    }

    @GetMapping(path = "/api/v1/indicators/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Call(
            id = "getIndicator",
            says = "One indicator.",
            problems = ProblemType.NOT_FOUND,
            answers = {
                @Call.Good(status = 200, says = "It.", schema = "indicator", headers = Call.Header.ETAG),
                @Call.Good(status = 304, says = "The one that If-None-Match names.", headers = Call.Header.ETAG)
            })
    Answer indicator(Asked asked, @PathVariable String id) {
        List<Indicator> all = asked.edition().book().catalogue().indicators();
        return all.stream()
                .filter(indicator -> indicator.id().equals(id))
                .findFirst()
                .map(indicator -> tagged(CatalogueJson.write(indicator)))
                .orElseThrow(() ->
                        missing("indicator", id, all.stream().map(Indicator::id).toList()));
    }

    @GetMapping(path = "/api/v1/rules", produces = MediaType.APPLICATION_JSON_VALUE)
    @Call(
            id = "listRules",
            says = "The rule book in force, and what stood in the way of the last edit that was refused.",
            answers = {
                @Call.Good(
                        status = 200,
                        says = "Version, digest, state and every rule.",
                        schema = "book",
                        headers = Call.Header.ETAG),
                @Call.Good(status = 304, says = "The one that If-None-Match names.", headers = Call.Header.ETAG)
            })
    Answer rules(Asked asked) {
        Edition edition = asked.edition();
        return tagged(BookJson.write(edition.book(), inForce.state()));
    }

    @GetMapping(path = "/api/v1/rules/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Call(
            id = "getRule",
            says = "One rule with its whole card.",
            problems = ProblemType.NOT_FOUND,
            answers = {
                @Call.Good(status = 200, says = "It.", schema = "rule", headers = Call.Header.ETAG),
                @Call.Good(status = 304, says = "The one that If-None-Match names.", headers = Call.Header.ETAG)
            })
    Answer rule(Asked asked, @PathVariable String id) {
        List<Rule> all = asked.edition().book().rules();
        return asked.edition()
                .book()
                .find(id)
                .map(rule -> tagged(RulesJson.write(rule)))
                .orElseThrow(
                        () -> missing("rule", id, all.stream().map(Rule::id).toList()));
    }

    @GetMapping(path = "/api/v1/schemas/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Call(
            id = "getSchema",
            says = "The JSON Schema of a scenario, of a case, or of what is answered, by its name.",
            problems = ProblemType.NOT_FOUND,
            answers = {
                @Call.Good(status = 200, says = "The schema.", schema = "schema", headers = Call.Header.ETAG),
                @Call.Good(status = 304, says = "The one that If-None-Match names.", headers = Call.Header.ETAG)
            })
    Answer schema(Asked asked, @PathVariable String name) {
        Edition edition = asked.edition();
        return switch (name) {
            case "scenario" ->
                tagged(Schemas.scenario(
                        edition.book().catalogue(), edition.book().switches()));
            case "case" -> tagged(CaseSchema.of(edition.book()));
            default -> {
                if (!Schemas.NAMES.contains(name)) {
                    throw missing("schema", name, Schemas.NAMES);
                }
                yield tagged(Schemas.of(name));
            }
        };
    }

    private static Answer tagged(String json) {
        return Answers.tagged(Answers.json(200, json));
    }

    private static Refusal missing(String what, String id, List<String> known) {
        String meant = Meant.of(id, known);
        return Refusal.of(
                ProblemType.NOT_FOUND, "There is no " + what + " of this name" + (meant.isEmpty() ? "." : meant));
    }
}
