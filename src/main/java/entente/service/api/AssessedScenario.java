package entente.service.api;

import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.report.json.AssessmentJson;
import entente.scenario.ScenarioOverrides;
import entente.service.archive.NewAssessment;
import entente.service.rulebook.RuleBookSnapshot;

/** An assessment with the bytes in which it is answered. */
record AssessedScenario(Assessment assessment, String json) {

    static AssessedScenario of(RuleBookSnapshot edition, byte[] scenario, LikelihoodScale scale) {
        Assessment assessment = edition.assessor().assess(edition.read(scenario, ScenarioOverrides.NONE));
        return new AssessedScenario(assessment, new AssessmentJson(scale).pretty(assessment));
    }

    /** As the archive keeps it. */
    NewAssessment toNewAssessment(String owner) {
        return new NewAssessment(
                assessment.scenario().id(),
                assessment.scenario().title(),
                assessment.verdict().likelihood().band(),
                assessment.verdict().likelihood().value(),
                assessment.scenario().sha256(),
                assessment.provenance().rulesVersion(),
                assessment.provenance().rulesSha256(),
                assessment.provenance().engine(),
                owner,
                json);
    }
}
