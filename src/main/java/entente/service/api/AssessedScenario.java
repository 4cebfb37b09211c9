package entente.service.api;

import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.report.json.AssessmentJson;
import entente.scenario.ScenarioOverrides;
import entente.service.archive.NewAssessment;
import entente.service.rulebook.RuleBookSnapshot;

/** An assessment with its JSON. */
record AssessedScenario(Assessment assessment, String json) {

    static AssessedScenario of(RuleBookSnapshot snapshot, byte[] scenario, LikelihoodScale scale) {
        Assessment assessment = snapshot.assessor().assess(snapshot.read(scenario, ScenarioOverrides.NONE));
        return new AssessedScenario(assessment, new AssessmentJson(scale).pretty(assessment));
    }

    /** In the form for the archive. */
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
