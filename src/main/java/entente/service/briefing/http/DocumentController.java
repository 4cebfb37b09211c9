package entente.service.briefing.http;

import entente.briefing.BriefingMedium;
import entente.briefing.BriefingScenario;
import entente.briefing.Briefings;
import entente.briefing.Briefings.Request;
import entente.model.LikelihoodScale;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.api.ApiRequest;
import entente.service.api.IdempotencyHandler;
import entente.service.api.Operation;
import entente.service.api.Operation.Response;
import entente.service.api.QueryParameter;
import entente.service.api.ScenarioBody;
import entente.service.archive.StoredResponse;
import entente.service.briefing.BriefingFormat;
import entente.service.briefing.BriefingStyle;
import entente.service.problem.ProblemType;
import entente.service.rulebook.RuleBookSnapshot;
import entente.service.security.Access;
import java.util.EnumSet;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Writes scenarios as workbooks, and their verdicts as briefings. */
@RequiredArgsConstructor
@Controller
class DocumentController {

    private final IdempotencyHandler idempotency;

    @PostMapping(
            path = "/api/v1/sheets",
            consumes = {MediaType.APPLICATION_JSON_VALUE, ScenarioBody.XLSX, ScenarioBody.CSV},
            produces = ScenarioBody.XLSX)
    @Operation(
            access = Access.READER,
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

    @PostMapping(
            path = "/api/v1/briefings",
            consumes = {MediaType.APPLICATION_JSON_VALUE, ScenarioBody.XLSX, ScenarioBody.CSV})
    @Operation(
            access = Access.READER,
            description = "Writes a briefing of a scenario in the medium that Accept names; it is not stored.",
            query = {QueryParameter.FORMAT, QueryParameter.SCALE},
            body = "scenario",
            evaluates = Cost.HEAVY,
            problems = {ProblemType.INVALID, ProblemType.RULE_BOOK_STYLE})
    @Response(description = "The briefing.", schema = "briefing")
    @Response(description = "As Markdown,", media = "text/markdown")
    @Response(description = "as a page,", media = "text/html")
    @Response(description = "as PDF,", media = "application/pdf")
    @Response(description = "and as a Word document.", media = BriefingMedium.WORD)
    StoredResponse writeBriefing(ApiRequest request) {
        BriefingMedium medium = BriefingFormat.of(request, EnumSet.allOf(BriefingMedium.class), "A briefing");
        LikelihoodScale scale = request.scale();
        ScenarioBody body = ScenarioBody.of(request);
        return idempotency.execute(request, medium + " " + scale + body.variant(), () -> {
            RuleBookSnapshot snapshot = request.snapshot();
            byte[] document = request.evaluate(() -> {
                BriefingScenario scenario = body.forBriefing(snapshot);
                Briefings briefings = snapshot.briefings();
                return BriefingStyle.checked(() -> medium.render(briefings.write(Request.first(scenario, scale))));
            });
            return () -> BriefingFormat.response(medium, "briefing", document);
        });
    }
}
