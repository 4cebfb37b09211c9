package entente.service.briefing.http;

import entente.briefing.BriefingMedium;
import entente.briefing.BriefingScenario;
import entente.briefing.Briefings;
import entente.briefing.Briefings.Request;
import entente.model.LikelihoodScale;
import entente.report.briefing.Briefing;
import entente.report.briefing.CombinedBriefing;
import entente.report.form.Hint;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.api.ApiRequest;
import entente.service.api.Operation;
import entente.service.api.Operation.Response;
import entente.service.api.QueryParameter;
import entente.service.api.ScenarioBody;
import entente.service.archive.ApiResponse;
import entente.service.archive.StoredScenarios;
import entente.service.briefing.BriefingFormat;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.rulebook.RuleBookSnapshot;
import entente.service.security.Access;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Writes briefings of scenarios that the service has, and of one that is sent. */
@RequiredArgsConstructor
@Controller
class BriefingController {

    /** Each takes as much as some hundred assessments, and is explored where its readings are uncertain. */
    private static final int MAX_SCENARIOS = 8;

    private final StoredScenarios stored;

    @GetMapping("/api/v1/briefings")
    @Operation(
            access = Access.READER,
            description =
                    "Writes a briefing of scenarios that the service has; of several in one document, which begins "
                            + "with their comparison. It is not stored.",
            query = {QueryParameter.SCENARIOS, QueryParameter.FORMAT, QueryParameter.SCALE, QueryParameter.LONG},
            archive = Operation.Archive.READS,
            evaluates = Cost.HEAVY)
    @Response(description = "The briefing.", schema = "briefing-of-scenarios")
    @Response(description = "As Markdown,", media = "text/markdown")
    @Response(description = "as a page,", media = "text/html")
    @Response(description = "as PDF,", media = "application/pdf")
    @Response(description = "and as a Word document.", media = BriefingMedium.WORD)
    ApiResponse briefScenarios(ApiRequest request) {
        BriefingMedium medium = BriefingFormat.of(request, EnumSet.allOf(BriefingMedium.class), "A briefing");
        LikelihoodScale scale = request.scale();
        boolean isLong = request.booleanValue(QueryParameter.LONG).orElse(false);
        AvailableScenarios available = new AvailableScenarios(request.snapshot(), stored);
        List<byte[]> scenarios = ids(request).stream().map(available::get).toList();
        return request.evaluate(() -> {
            Briefings briefings = request.snapshot().briefings();
            List<Request> requests = available.read(scenarios).stream()
                    .map(scenario ->
                            Request.first(scenario, scale, isLong, Hint.command("assess " + Hint.GENERIC.input())))
                    .toList();
            return write(briefings, requests, medium);
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

    private static ApiResponse write(Briefings briefings, List<Request> requests, BriefingMedium medium) {
        if (requests.size() == 1) {
            Briefing briefing = briefings.write(requests.get(0));
            return BriefingFormat.response(medium, briefing.fileName(), medium.render(briefing));
        }
        CombinedBriefing combined = briefings.combine(requests);
        return BriefingFormat.response(medium, combined.fileName(), medium.render(combined));
    }

    private static List<String> ids(ApiRequest request) {
        List<String> ids = request.text(QueryParameter.SCENARIOS).stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .distinct()
                .toList();
        if (ids.isEmpty() || ids.size() > MAX_SCENARIOS) {
            throw ProblemException.of(
                    ProblemType.BAD_PARAMETER, "The parameter scenarios names 1 to " + MAX_SCENARIOS + " scenarios.");
        }
        return ids;
    }
}
