package entente.report.briefing;

import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.model.rule.ArticleReference;
import entente.report.briefing.Briefing.Method;
import entente.report.wording.GroundText;
import entente.report.wording.Wording;

/** How the likelihood is computed, and what reproduces it. */
final class MethodText {

    private static final String EXAMPLE = "§1" + Wording.GLUE + "¶1";

    private MethodText() {}

    private static String cited(ArticleReference article) {
        return article.texts().isEmpty()
                ? article.cited() + " by section and paragraph (" + EXAMPLE + ")"
                : "what was read of " + article.cited() + " and other texts by text and sentence (" + EXAMPLE + ")";
    }

    private static String texts(ArticleReference article) {
        return article.texts().isEmpty() ? "" : " " + article.allTexts();
    }

    static Method of(BriefingBasis basis) {
        Assessment assessment = basis.assessment();
        String text = GroundText.count(basis.rules(), cited(basis.article())) + ", as is the size of each weight."
                + texts(basis.article())
                + " The base rate is the share of windows as long as the horizon, in the record of comparable pairs of"
                + " states, in which defence was pledged. Evidence points add up; ten multiply the odds by ten. A ceiling takes back part"
                + " of what lies above it. Grades of sources: reliability A to F, credibility 1 to 6, the best first. Words of likelihood follow "
                + (basis.scale() == LikelihoodScale.ICD203 ? "ICD 203" : "the PHIA yardstick")
                + "; a limit belongs to the word above it.";
        return new Method(
                Wording.capitalized(text),
                basis.command(),
                "rules " + assessment.provenance().rulesVersion() + " ("
                        + assessment.provenance().rulesSha256()
                        + "), scenario " + assessment.scenario().sha256() + ", Entente" + Wording.GLUE
                        + assessment.provenance().engine());
    }
}
