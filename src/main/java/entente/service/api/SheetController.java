package entente.service.api;

import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Node;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.api.Operation.Response;
import entente.service.archive.StoredResponse;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.rulebook.RuleBookSnapshot;
import entente.service.security.Access;
import entente.sheet.SheetFormat;
import entente.sheet.SheetReader;
import entente.sheet.SheetWriter;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Writes scenarios as workbooks, in the bytes of the command {@code sheet}. */
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
            byte[] workbook = request.evaluate(() -> workbook(body, request.snapshot()));
            return () -> new StoredResponse(200, Map.of("Content-Type", ScenarioBody.XLSX), workbook);
        });
    }

    /** @throws ProblemException with all problems of the scenario, or if a text is longer than a cell */
    private static byte[] workbook(ScenarioBody body, RuleBookSnapshot snapshot) {
        body.scenario(snapshot);
        return SheetWriter.write(tree(body), SheetFormat.XLSX, snapshot.book().catalogue())
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.INVALID,
                        "The scenario cannot be written as a workbook: a text is longer than a cell of a workbook."));
    }

    /** The tree of a scenario that is known to be valid. */
    private static Node tree(ScenarioBody body) {
        return (body.isSheet()
                        ? SheetReader.tree(body.bytes(), body.format())
                        : Documents.json(body.bytes(), DocumentLimits.SCENARIO).root())
                .orElseThrow();
    }
}
