package entente.service.api;

import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.comparison.ScenarioContrasts;
import entente.analysis.flip.FlipSearch;
import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.model.Problem;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.report.json.ContrastJson;
import entente.report.json.FlipJson;
import entente.report.json.ProblemJson;
import entente.report.json.SensitivityJson;
import entente.scenario.ScenarioResult;
import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Weight;
import entente.service.archive.StoredResponse;
import entente.service.problem.ProblemType;
import entente.service.rulebook.RuleBookSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** What can be asked of scenarios beside their assessment; nothing of it is kept. */
@Controller
class AnalysisController {

    private final EvaluationExecutor evaluations;
    private final IdempotencyHandler idempotency;

    AnalysisController(EvaluationExecutor evaluations, IdempotencyHandler once) {
        this.evaluations = evaluations;
        this.idempotency = once;
    }

    @PostMapping(
            path = "/api/v1/validations",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            id = "validate",
            description = "Whether a scenario can be assessed, and every problem of one that cannot. Any text is answered.",
            body = "scenario",
            evaluates = true,
            responses =
                    @Operation.Good(
                            status = 200,
                            description = "Valid, or every problem; the body bears the name \"body\".",
                            schema = "validation",
                            headers = Operation.Header.IDEMPOTENCY_REPLAYED))
    StoredResponse validate(ApiRequest asked) {
        byte[] body = asked.body();
        return answer(asked, Weight.LIGHT, () -> {
            RuleBookSnapshot edition = asked.edition();
            ScenarioResult result = edition.reader().read(body, edition.scenarioSource());
            List<Problem> problems = result instanceof ScenarioResult.Refused refused ? refused.problems() : List.of();
            return ProblemJson.write(List.of(new ProblemJson.Report("body", problems)));
        });
    }

    @PostMapping(
            path = "/api/v1/comparisons",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            id = "compare",
            description =
                    "What differs from the first scenario: readings, rules, points, and what of the likelihood comes from which.",
            body = "comparison-request",
            evaluates = true,
            problems = ProblemType.INVALID,
            responses =
                    @Operation.Good(
                            status = 200,
                            description = "Each further scenario beside the first.",
                            schema = "comparison",
                            headers = Operation.Header.IDEMPOTENCY_REPLAYED))
    StoredResponse compare(ApiRequest asked) {
        byte[] body = asked.body();
        return answer(asked, Weight.HEAVY, () -> {
            List<Scenario> scenarios = ComparisonRequest.of(asked.edition(), body);
            ScenarioContrasts contrasts = new ScenarioContrasts(asked.edition().assessor());
            List<Assessment> assessments =
                    scenarios.stream().map(asked.edition().assessor()::assess).toList();
            List<ScenarioContrast> found = assessments.subList(1, assessments.size()).stream()
                    .map(after -> contrasts.between(assessments.get(0), after))
                    .toList();
            return ContrastJson.write(found);
        });
    }

    @PostMapping(
            path = "/api/v1/flips",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            id = "flip",
            description = "All smallest sets of readings whose change brings another band.",
            body = "flip-request",
            evaluates = true,
            problems = ProblemType.INVALID,
            responses =
                    @Operation.Good(
                            status = 200,
                            description = "The sets; none where no set of this size does it.",
                            schema = "flip",
                            headers = Operation.Header.IDEMPOTENCY_REPLAYED))
    StoredResponse flip(ApiRequest asked) {
        byte[] body = asked.body();
        return answer(asked, Weight.HEAVY, () -> {
            FlipRequest question = FlipRequest.of(asked.edition(), body);
            return FlipJson.write(new FlipSearch(asked.edition().assessor())
                    .find(question.scenario(), question.target(), question.locked(), question.maxSize()));
        });
    }

    @PostMapping(
            path = "/api/v1/sensitivities",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            id = "sensitivity",
            description = "What each reading alone does to the likelihood, and where it tips the band.",
            body = "sensitivity-request",
            evaluates = true,
            problems = ProblemType.INVALID,
            responses =
                    @Operation.Good(
                            status = 200,
                            description = "Each reading that moves the likelihood; with all, every reading.",
                            schema = "sensitivity",
                            headers = Operation.Header.IDEMPOTENCY_REPLAYED))
    StoredResponse sensitivity(ApiRequest asked) {
        byte[] body = asked.body();
        return answer(asked, Weight.HEAVY, () -> {
            RequestEnvelope envelope = new RequestEnvelope(asked.edition(), body);
            boolean wrapped = envelope.fields().has("scenario");
            if (wrapped) {
                envelope.fields().allowOnly(List.of("scenario", "all"));
            }
            Optional<Scenario> scenario = wrapped ? envelope.scenario("scenario") : envelope.whole();
            boolean all = wrapped && envelope.fields().booleanValue("all").orElse(false);
            envelope.check();
            return SensitivityJson.write(
                    new SensitivityAnalysis(asked.edition().assessor()).analyze(scenario.orElseThrow()), all);
        });
    }

    private StoredResponse answer(ApiRequest asked, Weight weight, Callable<String> evaluation) {
        return idempotency.execute(asked, () -> {
            String json = evaluations.run(weight, evaluation);
            return () -> Responses.json(200, json);
        });
    }
}
