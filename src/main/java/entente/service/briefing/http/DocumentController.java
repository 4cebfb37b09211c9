package entente.service.briefing.http;

import entente.briefing.BriefingMedium;
import entente.briefing.BriefingScenario;
import entente.briefing.Briefings;
import entente.briefing.Briefings.Request;
import entente.model.LikelihoodScale;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.api.ApiRequest;
import entente.service.api.MediaNegotiation;
import entente.service.api.Operation;
import entente.service.api.Operation.Response;
import entente.service.api.QueryParameter;
import entente.service.api.ScenarioBody;
import entente.service.archive.ApiResponse;
import entente.service.briefing.BriefingFormat;
import entente.service.problem.ProblemType;
import entente.service.rulebook.RuleBookSnapshot;
import entente.service.security.Access;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Writes scenarios as workbooks, and their verdicts as briefings. */
@Controller
class DocumentController {

    @PostMapping(
            path = "/api/v1/sheets",
            consumes = {MediaType.APPLICATION_JSON_VALUE, ScenarioBody.XLSX, ScenarioBody.CSV},
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
        byte[] written = request.evaluate(() -> media.equals(ScenarioBody.XLSX)
                ? body.workbook(request.snapshot())
                : body.validJson(request.snapshot()));
        return new ApiResponse(200, Map.of("Content-Type", media), written);
    }

    @PostMapping(
            path = "/api/v1/briefings",
            consumes = {MediaType.APPLICATION_JSON_VALUE, ScenarioBody.XLSX, ScenarioBody.CSV})
    @Operation(
            access = Access.READER,
            description = "Writes a briefing of a scenario in the medium that Accept names; it is not stored.",
            query = {QueryParameter.FORMAT, QueryParameter.SCALE},
            body = "scenario",
            idempotencyKey = false,
            evaluates = Cost.HEAVY,
            problems = ProblemType.INVALID)
    @Response(description = "The briefing.", schema = "briefing")
    @Response(description = "As Markdown,", media = "text/markdown")
    @Response(description = "as a page,", media = "text/html")
    @Response(description = "as PDF,", media = "application/pdf")
    @Response(description = "and as a Word document.", media = BriefingMedium.WORD)
    ApiResponse writeBriefing(ApiRequest request) {
        BriefingMedium medium = BriefingFormat.of(request, EnumSet.allOf(BriefingMedium.class), "A briefing");
        LikelihoodScale scale = request.scale();
        ScenarioBody body = ScenarioBody.of(request);
        RuleBookSnapshot snapshot = request.snapshot();
        byte[] document = request.evaluate(() -> {
            BriefingScenario scenario = body.forBriefing(snapshot);
            Briefings briefings = snapshot.briefings();
            return medium.render(briefings.write(Request.first(scenario, scale)));
        });
        return BriefingFormat.response(medium, "briefing", document);
    }
}
