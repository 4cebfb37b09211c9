package entente.service.api;

import entente.document.Text;
import entente.model.Problem;
import entente.model.Scenario;
import entente.report.json.JsonWriter;
import entente.scenario.ScenarioOverrides;
import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Weight;
import entente.service.archive.StoredResponse;
import entente.service.archive.StoredScenario;
import entente.service.archive.StoredScenarios;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;

/** Scenarios by their ids: the ones that ship, which stay as they are, and the ones that callers put beside them. */
@Controller
public class ScenarioController {

    public static final String PATH = "/api/v1/scenarios";

    private static final int DEFAULT_PAGE = 50;

    private final StoredScenarios stored;
    private final EvaluationExecutor evaluations;

    ScenarioController(StoredScenarios stored, EvaluationExecutor evaluations) {
        this.stored = stored;
        this.evaluations = evaluations;
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            id = "listScenarios",
            description = "The scenarios that ship and those that were put, by their ids.",
            query = {QueryParameter.LIMIT, QueryParameter.AFTER},
            archive = Operation.Archive.READS,
            evaluates = true,
            responses = @Operation.Good(status = 200, description = "A page of them.", schema = "scenarios"))
    StoredResponse list(ApiRequest asked) {
        int limit = asked.integer(QueryParameter.LIMIT, 1, QueryParameter.MAX_PAGE, DEFAULT_PAGE);
        Optional<String> after = asked.text(QueryParameter.AFTER);
        ScenarioListJson list = ScenarioListJson.fetch(asked.edition(), stored, after, limit);
        return Responses.json(200, evaluations.run(Weight.LIGHT, () -> list.write(asked.edition())));
    }

    @GetMapping(path = PATH + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            id = "getScenario",
            description = "A scenario as it was written.",
            archive = Operation.Archive.READS,
            problems = ProblemType.NOT_FOUND,
            responses = {
                @Operation.Good(
                        status = 200,
                        description = "The scenario.",
                        schema = "scenario",
                        headers = Operation.Header.ETAG),
                @Operation.Good(
                        status = 304,
                        description = "The one that If-None-Match names.",
                        headers = Operation.Header.ETAG)
            })
    StoredResponse get(ApiRequest asked, @PathVariable String id) {
        Optional<byte[]> shipped = shipped(asked, id) ? asked.edition().scenarioSource().find(id) : Optional.empty();
        byte[] bytes =
                shipped.or(() -> stored.find(id).map(StoredScenario::bytes)).orElseThrow(ApiRequest::notFound);
        return Responses.withEtag(new StoredResponse(200, Map.of("Content-Type", Responses.JSON), bytes));
    }

    @PutMapping(
            path = PATH + "/{id}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            id = "putScenario",
            description = "Puts a scenario, or a further version of one from the version that If-Match names.",
            body = "scenario",
            archive = Operation.Archive.WRITES,
            evaluates = true,
            problems = {ProblemType.INVALID, ProblemType.CONFLICT, ProblemType.STALE, ProblemType.PRECONDITION_REQUIRED
            },
            responses = {
                @Operation.Good(
                        status = 201,
                        description = "A new scenario.",
                        schema = "stored-scenario",
                        headers = {Operation.Header.LOCATION, Operation.Header.ETAG}),
                @Operation.Good(
                        status = 200,
                        description = "A further version, or the same bytes again.",
                        schema = "stored-scenario",
                        headers = Operation.Header.ETAG)
            })
    StoredResponse put(ApiRequest asked, @PathVariable String id) {
        refuseShipped(asked, id);
        byte[] body = asked.body();
        Scenario scenario = evaluations.run(Weight.LIGHT, () -> asked.edition().read(body, ScenarioOverrides.NONE));
        if (!scenario.id().equals(id)) {
            throw ProblemException.of(
                    ProblemType.INVALID,
                    "The scenario has 1 problem.",
                    List.of(new Problem(
                            "#/id",
                            "OTHER_ID",
                            "The address names " + Text.excerpt(id) + ", the scenario another.",
                            List.of(),
                            Optional.of(Text.excerpt(id)),
                            0,
                            0)));
        }
        boolean anew = asked.header("If-None-Match").map(String::strip).equals(Optional.of("*"));
        StoredScenario put = stored.put(id, asked.owner(), body, asked.header("If-Match"), anew);
        StoredResponse answer = Responses.with(Responses.json(anew ? 201 : 200, json(put)), "ETag", put.etag());
        return anew ? Responses.with(answer, "Location", PATH + "/" + id) : answer;
    }

    @DeleteMapping(path = PATH + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            id = "deleteScenario",
            description = "Takes a scenario away that was put; its versions stay in the archive.",
            archive = Operation.Archive.WRITES,
            problems = {
                ProblemType.NOT_FOUND,
                ProblemType.CONFLICT,
                ProblemType.STALE,
                ProblemType.PRECONDITION_REQUIRED
            },
            responses = @Operation.Good(status = 204, description = "It is gone."))
    StoredResponse delete(ApiRequest asked, @PathVariable String id) {
        refuseShipped(asked, id);
        if (!stored.delete(id, asked.owner(), asked.header("If-Match"))) {
            throw ApiRequest.notFound();
        }
        return Responses.empty(204);
    }

    /** An id is looked up among those that are there, and never turned into the name of a file. */
    private static boolean shipped(ApiRequest asked, String id) {
        return asked.edition().scenarioSource().ids().contains(id);
    }

    private static void refuseShipped(ApiRequest asked, String id) {
        if (shipped(asked, id)) {
            throw ProblemException.of(
                    ProblemType.CONFLICT, "This scenario ships with the service and stays as it is; take another id.");
        }
    }

    private static String json(StoredScenario put) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", put.id());
        entry.put("version", put.version());
        entry.put("sha256", put.sha256());
        entry.put("author", put.author());
        entry.put("at", put.at().toString());
        return JsonWriter.write(entry);
    }
}
