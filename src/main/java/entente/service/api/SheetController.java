package entente.service.api;

import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.api.Operation.Response;
import entente.service.archive.StoredResponse;
import entente.service.problem.ProblemType;
import entente.service.security.Access;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Writes scenarios as workbooks. */
@RequiredArgsConstructor
@Controller
class SheetController {

    private final IdempotencyHandler idempotency;

    @PostMapping(
            path = "/api/v1/sheets",
            consumes = {MediaType.APPLICATION_JSON_VALUE, ScenarioBody.XLSX, ScenarioBody.CSV},
            produces = ScenarioBody.XLSX)
    @Operation(
            access = Access.ANALYST,
            description = "Writes a valid scenario as a workbook, which every operation that takes a scenario reads.",
            body = "scenario",
            evaluates = Cost.LIGHT,
            problems = ProblemType.INVALID)
    @Response(description = "The workbook.", media = ScenarioBody.XLSX)
    StoredResponse writeSheet(ApiRequest request) {
        ScenarioBody body = ScenarioBody.of(request);
        return idempotency.execute(request, body.variant(), () -> {
            byte[] workbook = request.evaluate(() -> body.workbook(request.snapshot()));
            return () -> new StoredResponse(200, Map.of("Content-Type", ScenarioBody.XLSX), workbook);
        });
    }
}
