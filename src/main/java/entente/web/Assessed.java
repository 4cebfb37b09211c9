package entente.web;

import entente.archive.NewAssessment;
import entente.domain.Assessment;
import entente.domain.ScaleOfWords;
import entente.json.AssessmentJson;
import entente.scenario.Overrides;
import entente.service.Edition;

/** An assessment with the bytes in which it is answered. */
record Assessed(Assessment assessment, String json) {

    static Assessed of(Edition edition, byte[] scenario, ScaleOfWords scale) {
        Assessment assessment = edition.assessor().assess(edition.read(scenario, Overrides.NONE));
        return new Assessed(assessment, new AssessmentJson(scale).pretty(assessment));
    }

    /** As the archive keeps it. */
    NewAssessment kept(String owner) {
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
