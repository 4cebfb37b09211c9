package entente.report.briefing;

import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.report.briefing.Briefing.Method;
import entente.report.wording.Wording;
import java.util.stream.Collectors;

/** How the likelihood is computed, and what reproduces it. */
final class MethodText {

    private MethodText() {}

    static Method of(BriefingBasis basis, Figures figures) {
        Assessment assessment = basis.assessment();
        double base = assessment.outlook().path().basePercent();
        String other = assessment.outsideView().stream()
                .filter(view -> view.baseRatePercent() != base)
                .map(view -> Wording.figure(view.baseRatePercent()) + Wording.GLUE + "% the result is "
                        + figures.of(view.likelihood()))
                .collect(Collectors.joining(", with "));
        String text = Wording.plural(basis.rules(), "rule") + " encode "
                + basis.article().cited()
                + ", cited by section and paragraph. Points add up; ten points multiply the odds by ten. The base rate over "
                + Wording.plural(assessment.scenario().horizonYears(), "year") + " is " + Wording.figure(base)
                + Wording.GLUE + "%" + (other.isEmpty() ? "" : "; with " + other) + ". Words of likelihood follow "
                + (basis.scale() == LikelihoodScale.ICD203 ? "ICD 203" : "the PHIA yardstick")
                + ".";
        return new Method(
                Wording.capitalized(text),
                basis.command(),
                "rules " + assessment.provenance().rulesVersion() + " ("
                        + assessment.provenance().rulesSha256()
                        + "), scenario " + assessment.scenario().sha256() + ", Entente" + Wording.GLUE
                        + assessment.provenance().engine());
    }
}
