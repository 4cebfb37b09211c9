package entente.report.briefing;

import entente.model.Points;
import entente.model.assessment.Assessment;
import entente.model.assessment.CeilingEffect;
import java.util.Comparator;
import java.util.List;

/**
 * The points of an assessment: the base rate, the factors and what the ceilings take back add up to the result.
 *
 * @param factors barriers, drivers and commitments: what lowers first, then what raises, then those without points; each
 *     the largest first
 * @param ceilings those that take points back
 */
record BalanceTerms(Points base, List<Factor> factors, List<CeilingEffect> ceilings, Points result) {

    static BalanceTerms of(Assessment assessment) {
        return new BalanceTerms(
                assessment.balance().base(),
                assessment.groups().stream()
                        .map(result -> new Factor(result.group(), result.alliancePoints()))
                        .sorted(Comparator.comparingInt(BalanceTerms::side).thenComparingInt(factor -> -factor.size()))
                        .toList(),
                assessment.balance().ceilings().stream()
                        .filter(effect -> effect.reduction().hundredths() != 0)
                        .toList(),
                assessment.balance().result());
    }

    /** What all ceilings take back. */
    Points heldBack() {
        return ceilings.stream().map(CeilingEffect::reduction).reduce(Points.ZERO, Points::plus);
    }

    private static int side(Factor factor) {
        return factor.direction() == 0 ? 2 : factor.direction();
    }
}
