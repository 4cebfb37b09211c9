package entente.service.analysis;

import entente.analysis.comparison.ScenarioContrasts;
import entente.analysis.exploration.Exploration;
import entente.analysis.flip.FlipSearch;
import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.model.Catalogue;
import entente.model.Problem;
import entente.model.Scenario;
import entente.report.json.ContrastJson;
import entente.report.json.ExplorationJson;
import entente.report.json.FlipJson;
import entente.report.json.ProblemJson;
import entente.report.json.SensitivityJson;
import entente.scenario.ScenarioResult;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.analysis.AnalysisRequests.FlipRequest;
import entente.service.analysis.AnalysisRequests.SensitivityRequest;
import entente.service.api.ApiRequest;
import entente.service.api.IdempotencyHandler;
import entente.service.api.Operation;
import entente.service.api.Operation.Header;
import entente.service.api.Operation.Response;
import entente.service.api.RequestBody;
import entente.service.api.Responses;
import entente.service.api.ScenarioBody;
import entente.service.archive.ApiResponse;
import entente.service.archive.Content;
import entente.service.jobs.JobRunner;
import entente.service.jobs.JobTask;
import entente.service.jobs.JobTask.Progress;
import entente.service.problem.ProblemType;
import entente.service.rulebook.ActiveRuleBook;
import entente.service.rulebook.RuleBookSnapshot;
import entente.service.security.Access;
import java.util.List;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Analyses of scenarios; their results are not stored. */
@RequiredArgsConstructor
@Controller
@RequestMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
class AnalysisController {

    private final IdempotencyHandler idempotency;
    private final JobRunner jobs;

    @PostMapping(
            path = "/api/v1/validations",
            consumes = {MediaType.APPLICATION_JSON_VALUE, ScenarioBody.XLSX})
    @Operation(
            access = Access.READER,
            description = "Validates a scenario and returns every problem. Accepts any text.",
            body = "scenario",
            idempotencyKey = false,
            evaluates = Cost.LIGHT)
    @Response(
            description = "The problems; empty if the scenario is valid. The body is named \"body\".",
            schema = "validation")
    ApiResponse validate(ApiRequest request) {
        return answer(request, body -> {
            ScenarioResult result = body.result(request.snapshot());
            List<Problem> problems = result instanceof ScenarioResult.Refused refused ? refused.problems() : List.of();
            return ProblemJson.DOCUMENT.pretty(List.of(new ProblemJson.InputReport("body", problems)));
        });
    }

    @PostMapping("/api/v1/comparisons")
    @Operation(
            access = Access.READER,
            description =
                    "Compares scenarios with the first one: readings, rules, points and contributions to the likelihood.",
            body = "comparison-request",
            idempotencyKey = false,
            evaluates = Cost.HEAVY,
            problems = ProblemType.INVALID)
    @Response(description = "The comparison of each further scenario with the first.", schema = "comparison")
    ApiResponse compare(ApiRequest request) {
        return answer(request, body -> {
            List<Scenario> scenarios = AnalysisRequests.comparison(new RequestBody(request.snapshot(), body.bytes()));
            return ContrastJson.DOCUMENT.pretty(
                    new ScenarioContrasts(request.snapshot().assessor()).withFirst(scenarios));
        });
    }

    @PostMapping("/api/v1/flips")
    @Operation(
            access = Access.READER,
            description = "Finds all smallest sets of readings whose change leads to another band.",
            body = "flip-request",
            idempotencyKey = false,
            evaluates = Cost.HEAVY,
            problems = ProblemType.INVALID)
    @Response(description = "The sets; empty if there is none up to this size.", schema = "flip")
    ApiResponse flip(ApiRequest request) {
        return answer(request, body -> {
            Catalogue catalogue = request.snapshot().book().catalogue();
            FlipRequest asked = AnalysisRequests.flip(new RequestBody(request.snapshot(), body.bytes()), catalogue);
            return FlipJson.DOCUMENT.pretty(new FlipSearch(request.snapshot().assessor())
                    .find(asked.scenario(), asked.target(), asked.locked(catalogue), asked.size()));
        });
    }

    @PostMapping(
            path = "/api/v1/sensitivities",
            consumes = {MediaType.APPLICATION_JSON_VALUE, ScenarioBody.XLSX})
    @Operation(
            access = Access.READER,
            description = "The effect of each reading alone on the likelihood, and where it changes the band.",
            body = "sensitivity-request",
            idempotencyKey = false,
            evaluates = Cost.HEAVY,
            problems = ProblemType.INVALID)
    @Response(description = "Readings that change the likelihood; with all, every reading.", schema = "sensitivity")
    ApiResponse sensitivity(ApiRequest request) {
        return answer(request, body -> {
            SensitivityAnalysis analysis =
                    new SensitivityAnalysis(request.snapshot().assessor());
            SensitivityRequest asked = AnalysisRequests.sensitivity(request.snapshot(), body);
            return SensitivityJson.write(
                    analysis.analyze(asked.scenario()), asked.all().orElse(false));
        });
    }

    @PostMapping(
            path = "/api/v1/explorations",
            consumes = {MediaType.APPLICATION_JSON_VALUE, ScenarioBody.XLSX})
    @Operation(
            access = Access.READER,
            description = "How probable each verdict is where readings are uncertain, and which reading decides it.",
            body = "exploration-request",
            evaluates = Cost.HEAVY,
            problems = ProblemType.INVALID)
    @Response(description = "Probabilities over all cases, exact unless it says otherwise.", schema = "exploration")
    @Response(
            status = 202,
            description = "Submitted as a job, because of Prefer: respond-async.",
            schema = "job",
            headers = {Header.LOCATION, Header.RETRY_AFTER})
    ApiResponse explore(ApiRequest request) {
        if (request.prefersAsync()) {
            request.requireStoring();
            return submit(request, ScenarioBody.of(request));
        }
        return answer(request, body -> {
            RuleBookSnapshot snapshot = request.snapshot();
            return ExplorationJson.DOCUMENT.pretty(
                    new Exploration(snapshot.assessor()).explore(AnalysisRequests.exploration(snapshot, body)));
        });
    }

    /** An invalid question is refused here already. */
    private ApiResponse submit(ApiRequest request, ScenarioBody body) {
        return idempotency.execute(request, body.variant(), () -> {
            request.evaluate(() -> AnalysisRequests.exploration(request.snapshot(), body));
            byte[] json = body.json();
            return () -> Responses.accepted(jobs.submit(request.owner(), ExplorationTask.KIND, Content.of(json), 1));
        });
    }

    private static ApiResponse answer(ApiRequest request, Function<ScenarioBody, String> evaluation) {
        ScenarioBody body = ScenarioBody.of(request);
        return Responses.json(200, request.evaluate(() -> evaluation.apply(body)));
    }

    /** Explores a scenario as a job, without the deadline of a request. After a restart it begins again: same result. */
    @RequiredArgsConstructor
    @Component(ExplorationTask.KIND)
    static class ExplorationTask implements JobTask {

        static final String KIND = "exploration";

        private final ActiveRuleBook activeRuleBook;

        @Override
        public String run(Content request, Progress progress) {
            RuleBookSnapshot snapshot = activeRuleBook.current();
            ScenarioBody body = ScenarioBody.ofJson(request.bytes());
            String result = ExplorationJson.DOCUMENT.pretty(
                    new Exploration(snapshot.assessor()).explore(AnalysisRequests.exploration(snapshot, body)));
            progress.done(1);
            return result;
        }
    }
}
