package entente.report.wording;

import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.Provenance;

/** Versions and whole digests that reproduce a result. */
public final class ProvenanceText {

    private ProvenanceText() {}

    public static String of(Assessment assessment) {
        return of(assessment.provenance(), assessment.scenario());
    }

    public static String of(Provenance from, Scenario scenario) {
        return "Reproducible with: rules " + from.rulesVersion() + " (" + from.rulesSha256() + "), scenario "
                + scenario.sha256() + ", Entente" + Wording.GLUE + from.engine() + ".";
    }
}
