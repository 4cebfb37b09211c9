package entente.report.briefing;

import entente.model.Percent;
import entente.model.Points;
import entente.model.assessment.Assessment;
import entente.model.assessment.CeilingEffect;
import entente.model.assessment.LedgerRow;
import entente.model.rule.Rule;
import entente.report.briefing.Briefing.Judgement;
import entente.report.wording.CeilingReason;
import entente.report.wording.Figures;
import entente.report.wording.GroundText;
import entente.report.wording.Wording;
import java.util.Optional;
import lombok.RequiredArgsConstructor;

/** What a ceiling takes back, why, and what the likelihood would be without any ceiling. */
@RequiredArgsConstructor
final class CeilingJudgement {

    private final Assessment assessment;
    private final Figures figures;

    Optional<Judgement> of(CeilingEffect effect) {
        Percent without = Percent.of(assessment.balance().ceilings().stream()
                .map(CeilingEffect::reduction)
                .reduce(assessment.balance().result(), Points::plus));
        return assessment.ledger().stream()
                .map(LedgerRow::rule)
                .filter(rule -> rule.id().equals(effect.rule()))
                .findFirst()
                .map(rule -> judgement(rule, effect, without));
    }

    private Judgement judgement(Rule rule, CeilingEffect effect, Percent without) {
        Tense tense = Tense.of(assessment.scenario());
        return new Judgement(
                tense.of("A ceiling holds the likelihood down", "A ceiling held the likelihood down"),
                ", by " + Wording.size(effect.reduction()) + " evidence points,"
                        + new CeilingReason(assessment, true)
                                .held(effect.ceiling().kind())
                        + ": with no ceiling at all, the likelihood would " + tense.of("be ", "have been ")
                        + figures.of(without) + ". "
                        + Wording.sentence(Wording.claim(rule)),
                Citations.of(rule),
                GroundText.assumption(rule).orElse(""));
    }
}
