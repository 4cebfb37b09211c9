package entente.report.briefing;

import entente.analysis.comparison.RuleBookContrast;
import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.exploration.ExplorationResult;
import entente.analysis.sensitivity.SensitivityResult;
import entente.analysis.track.Edition;
import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.model.rule.ArticleReference;
import entente.model.rule.KeyAssumption;
import entente.model.rule.Rule;
import java.util.List;
import java.util.Optional;

/**
 * What a briefing is written from.
 *
 * @param sensitivity what each reading alone does
 * @param previous the edition before; empty for the first
 * @param last the same as it was archived; empty outside of an archive, or for the first
 * @param change from the scenario that this one changes; empty for none
 * @param rival the scenario under this and a rival rule book
 * @param exploration the probability of each verdict, where the scenario gives a distribution; empty otherwise
 * @param keyAssumptions those on which the argument of the article rests
 * @param rules those of the book
 * @param command reproduces the assessment
 */
public record BriefingBasis(
        SensitivityResult sensitivity,
        Optional<Previous> previous,
        Optional<Edition> last,
        Optional<ScenarioContrast> change,
        Optional<RuleBookContrast> rival,
        Optional<ExplorationResult> exploration,
        List<KeyAssumption> keyAssumptions,
        ArticleReference article,
        List<Rule> rules,
        LikelihoodScale scale,
        boolean withLedger,
        String command) {

    /**
     * The edition before.
     *
     * @param edition its number
     * @param contrast from its assessment to the present one, both under the present rule book
     * @param sensitivity what each reading alone did then
     */
    public record Previous(int edition, ScenarioContrast contrast, SensitivityResult sensitivity) {}

    public Assessment assessment() {
        return sensitivity.current();
    }

    public int edition() {
        return last.map(before -> before.id().number())
                        .or(() -> previous.map(Previous::edition))
                        .orElse(0)
                + 1;
    }
}
