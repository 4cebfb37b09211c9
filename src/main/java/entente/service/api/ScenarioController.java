package entente.service.api;

import entente.document.Text;
import entente.model.Problem;
import entente.model.Scenario;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.api.Operation.Header;
import entente.service.api.Operation.Response;
import entente.service.api.Responses.MediaNegotiation;
import entente.service.archive.ApiResponse;
import entente.service.archive.StoredScenario;
import entente.service.archive.StoredScenarios;
import entente.service.problem.ProblemType;
import entente.service.rulebook.RuleBookSnapshot;
import entente.service.security.Access;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Shipped scenarios, which are read-only, scenarios stored by callers, and scenarios as workbooks. */
@RequiredArgsConstructor
@Controller
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
public class ScenarioController {

    public static final String PATH = "/api/v1/scenarios";

    private final StoredScenarios stored;

    @GetMapping(PATH)
    @Operation(
            access = Access.READER,
            description = "Lists shipped and stored scenarios by id.",
            query = {QueryParameter.LIMIT, QueryParameter.AFTER},
            archive = Operation.Archive.READS,
            evaluates = Cost.LIGHT)
    @Response(description = "A page of the list.", schema = "scenarios")
    ApiResponse listScenarios(ApiRequest request) {
        int limit = request.limit();
        Optional<String> after = request.text(QueryParameter.AFTER);
        ScenarioListJson list = ScenarioListJson.fetch(request.snapshot(), stored.ids(), stored::find, after, limit);
        return Responses.json(200, request.evaluate(() -> list.write(request.snapshot())));
    }

    @GetMapping(PATH + "/{id}")
    @Operation(
            access = Access.READER,
            description = "Returns a scenario as it was written.",
            archive = Operation.Archive.READS)
    @Response(description = "The scenario.", schema = "scenario", headers = Header.ETAG)
    ApiResponse getScenario(ApiRequest request, @PathVariable String id) {
        byte[] bytes = request.snapshot()
                .scenarioSource()
                .listed(id)
                .or(() -> stored.find(id).map(StoredScenario::bytes))
                .orElseThrow(ApiRequest::notFound);
        return Responses.withEtag(new ApiResponse(200, Map.of("Content-Type", Responses.JSON), bytes));
    }

    @PutMapping(
            path = PATH + "/{id}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, ScenarioBody.XLSX})
    @Operation(
            access = Access.ANALYST,
            description =
                    "Creates a scenario, or a new version based on the version that If-Match names. A spreadsheet is "
                            + "stored as JSON.",
            body = "scenario",
            evaluates = Cost.LIGHT,
            problems = {ProblemType.INVALID, ProblemType.CONFLICT, ProblemType.STALE, ProblemType.PRECONDITION_REQUIRED
            })
    @Response(
            status = 201,
            description = "A new scenario.",
            schema = "stored-scenario",
            headers = {Header.LOCATION, Header.ETAG})
    @Response(description = "A new version, or unchanged content.", schema = "stored-scenario", headers = Header.ETAG)
    ApiResponse putScenario(ApiRequest request, @PathVariable String id) {
        refuseShipped(request, id);
        ScenarioBody body = ScenarioBody.of(request);
        Scenario scenario = request.evaluate(() -> body.scenario(request.snapshot()));
        if (!scenario.id().equals(id)) {
            String detail = "The path specifies " + Text.excerpt(id) + ", the scenario a different id.";
            throw RuleBookSnapshot.refusal(
                    List.of(new Problem("#/id", "OTHER_ID", detail, List.of(), Optional.of(Text.excerpt(id)), 0, 0)));
        }
        boolean anew = request.header("If-None-Match").map(String::strip).equals(Optional.of("*"));
        StoredScenario put = stored.put(id, request.owner(), body.json(), request.header("If-Match"), anew);
        ApiResponse answer = Responses.json(anew ? 201 : 200, ServiceDocuments.STORED_SCENARIO.pretty(put))
                .with(Map.of("ETag", put.etag()));
        return anew ? answer.with(Map.of("Location", PATH + "/" + id)) : answer;
    }

    @DeleteMapping(PATH + "/{id}")
    @Operation(
            access = Access.ANALYST,
            description = "Deletes a stored scenario; its versions remain in the archive.",
            problems = {ProblemType.CONFLICT, ProblemType.STALE, ProblemType.PRECONDITION_REQUIRED})
    @Response(status = 204, description = "Deleted.")
    ApiResponse deleteScenario(ApiRequest request, @PathVariable String id) {
        refuseShipped(request, id);
        if (!stored.delete(id, request.owner(), request.header("If-Match"))) {
            throw ApiRequest.notFound();
        }
        return new ApiResponse(204, Map.of(), new byte[0]);
    }

    private static void refuseShipped(ApiRequest request, String id) {
        if (request.snapshot().scenarioSource().ids().contains(id)) {
            throw ProblemType.CONFLICT.problem(
                    "This scenario is shipped with the service and cannot be changed; use another id.");
        }
    }

    @PostMapping(
            path = "/api/v1/sheets",
            consumes = {MediaType.APPLICATION_JSON_VALUE, ScenarioBody.XLSX},
            produces = {ScenarioBody.XLSX, MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            access = Access.READER,
            description =
                    "Writes a valid scenario as a workbook, which every operation that takes a scenario reads, or as JSON.",
            body = "scenario",
            idempotencyKey = false,
            evaluates = Cost.LIGHT,
            problems = ProblemType.INVALID)
    @Response(description = "The workbook,", media = ScenarioBody.XLSX)
    @Response(description = "or the scenario of a spreadsheet as JSON.", schema = "scenario")
    ApiResponse writeSheet(ApiRequest request) {
        ScenarioBody body = ScenarioBody.of(request);
        String media = MediaNegotiation.choose(
                request.headers("Accept"),
                List.of(ScenarioBody.XLSX, MediaType.APPLICATION_JSON_VALUE),
                Function.identity(),
                "A scenario");
        byte[] written = request.evaluate(() -> {
            body.scenario(request.snapshot());
            return media.equals(ScenarioBody.XLSX) ? body.workbook(request.snapshot()) : body.json();
        });
        return new ApiResponse(200, Map.of("Content-Type", media), written);
    }
}
