package entente.service.api;

import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.report.json.AssessmentJson;
import entente.report.media.AssessmentMedia;
import entente.scoring.Assessor;
import entente.service.archive.AssessmentFacts;
import entente.service.archive.AssessmentFacts.Uncertainty;
import entente.service.archive.NewAssessment;
import entente.service.rulebook.RuleBookSnapshot;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** An assessment with its JSON, which is the form that is archived. */
record AssessedScenario(Assessment assessment, LikelihoodScale scale, String json) {

    /** @param scenario JSON */
    static AssessedScenario of(RuleBookSnapshot snapshot, byte[] scenario, LikelihoodScale scale) {
        return of(snapshot.assessor().assess(snapshot.read(scenario)), scale);
    }

    static AssessedScenario of(Assessment assessment, LikelihoodScale scale) {
        return new AssessedScenario(
                assessment, scale, AssessmentJson.document(scale).pretty(assessment));
    }

    /** In this form, as a summary. */
    byte[] in(AssessmentForm form, Assessor assessor) {
        return form.medium().equals(AssessmentMedia.JSON)
                ? json.getBytes(StandardCharsets.UTF_8)
                : form.medium().write(assessment, form.options(scale, assessor));
    }

    NewAssessment toNewAssessment(String owner) {
        return new NewAssessment(
                new AssessmentFacts(
                        assessment.scenario().id(),
                        assessment.scenario().title(),
                        assessment.verdict().likelihood().band(),
                        assessment.verdict().likelihood().value(),
                        assessment.scenario().sha256(),
                        assessment.provenance().rulesVersion(),
                        assessment.provenance().rulesSha256(),
                        assessment.provenance().engine(),
                        owner,
                        Optional.of(new Uncertainty(
                                assessment.verdict().interval().low().value(),
                                assessment.verdict().interval().high().value(),
                                assessment.confidence().level()))),
                json);
    }
}
