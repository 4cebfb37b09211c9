package entente.report.briefing;

import entente.model.Points;
import entente.model.assessment.Assessment;
import entente.model.assessment.CeilingEffect;
import entente.model.assessment.GroupResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The points of an assessment as printed, in tenths: the base rate, the factors and the ceilings add up to the result.
 *
 * @param factors barriers, drivers and commitments: what lowers first, then what raises, then those without points; each
 *     the largest first
 */
record BalanceTerms(int base, List<Factor> factors, List<HeldBack> ceilings, int result) {

    /** Points that a ceiling takes back; {@code tenths} is not positive. */
    record HeldBack(CeilingEffect effect, int tenths) {}

    static BalanceTerms of(Assessment assessment) {
        List<GroupResult> groups = assessment.groups().stream()
                .sorted(Comparator.comparingInt(BalanceTerms::side)
                        .thenComparingInt(
                                result -> -Math.abs(result.alliancePoints().hundredths())))
                .toList();
        List<CeilingEffect> effects = assessment.balance().ceilings().stream()
                .filter(effect -> effect.reduction().hundredths() != 0)
                .toList();
        List<Points> terms = new ArrayList<>();
        terms.add(assessment.balance().base());
        groups.forEach(result -> terms.add(result.alliancePoints()));
        effects.forEach(effect -> terms.add(Points.ZERO.minus(effect.reduction())));
        int[] tenths = RoundedPoints.tenths(terms);
        List<Factor> factors = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            factors.add(new Factor(groups.get(i).group(), tenths[i + 1]));
        }
        // As printed they fall by size, too: rounding so that they add up may turn the order of two that are nearly
        // equal.
        factors.sort(Comparator.comparingInt((Factor factor) -> sideOf(factor.tenths()))
                .thenComparingInt(factor -> -Math.abs(factor.tenths())));
        List<HeldBack> ceilings = new ArrayList<>();
        for (int i = 0; i < effects.size(); i++) {
            ceilings.add(new HeldBack(effects.get(i), tenths[groups.size() + i + 1]));
        }
        return new BalanceTerms(
                tenths[0],
                factors,
                ceilings,
                RoundedPoints.tenths(assessment.balance().result()));
    }

    /** Of what all ceilings take back. */
    int heldBack() {
        return ceilings.stream().mapToInt(HeldBack::tenths).sum();
    }

    private static int side(GroupResult result) {
        return sideOf(result.alliancePoints().hundredths());
    }

    private static int sideOf(int points) {
        return points == 0 ? 2 : Integer.signum(points);
    }
}
