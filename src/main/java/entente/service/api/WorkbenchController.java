package entente.service.api;

import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.report.wording.AssessmentSentences;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.api.Operation.Response;
import entente.service.archive.StoredResponse;
import entente.service.security.Access;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Pages on which a scenario is changed, and scenarios are compared. They hold the verdict before their modules load. */
@Controller
class WorkbenchController {

    /** The scenario of the page without a name of one. */
    private static final String FIRST = "status-quo-2025";

    @GetMapping(path = "/workbench", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(
            access = Access.PUBLIC,
            description = "The workbench with the latest shipped scenario.",
            evaluates = Cost.LIGHT)
    @Response(description = "The page.", media = "text/html")
    StoredResponse workbench(ApiRequest request) {
        return workbench(request, FIRST);
    }

    @GetMapping(path = "/workbench/{scenario}", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(access = Access.PUBLIC, description = "The workbench with a shipped scenario.", evaluates = Cost.LIGHT)
    @Response(description = "The page.", media = "text/html")
    StoredResponse workbenchOfScenario(ApiRequest request, @PathVariable String scenario) {
        return workbench(request, scenario);
    }

    private static StoredResponse workbench(ApiRequest request, String id) {
        byte[] scenario = request.snapshot().scenarioSource().find(id).orElseThrow(ApiRequest::notFound);
        Assessment assessment = request.evaluate(
                () -> request.snapshot().assessor().assess(request.snapshot().read(scenario)));
        WorkbenchPage page = new WorkbenchPage(
                id, assessment.scenario().title(), AssessmentSentences.headline(assessment, LikelihoodScale.ICD203));
        return new Shell(page.title(), Shell.Section.WORKBENCH, "workbench", Responses.content("page/workbench", page))
                .page();
    }

    @GetMapping(path = "/compare", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(access = Access.PUBLIC, description = "Compares scenarios.")
    @Response(description = "The page.", media = "text/html")
    StoredResponse compare(ApiRequest request) {
        return new Shell("Compare", Shell.Section.COMPARE, "compare", Responses.content("page/compare", "")).page();
    }
}
