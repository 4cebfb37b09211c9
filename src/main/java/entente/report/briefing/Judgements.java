package entente.report.briefing;

import entente.model.assessment.Assessment;
import entente.model.assessment.LedgerRow;
import entente.model.rule.CeilingKind;
import entente.report.briefing.Briefing.Judgement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/**
 * The key judgements: the largest factor against and for, the next ones and the shock, each with the likelihood without it; the
 * ceilings that act; how deep the partnership is.
 */
@RequiredArgsConstructor
final class Judgements {

    private static final int MOST_FURTHER = 2;

    private final Assessment assessment;
    private final Figures figures;

    List<Judgement> list() {
        BalanceTerms terms = BalanceTerms.of(assessment);
        List<Factor> factors = terms.factors().stream()
                .filter(Factor::worthNaming)
                .sorted(Comparator.comparingInt(factor -> -Math.abs(factor.tenths())))
                .toList();
        Set<Integer> named = new HashSet<>();
        List<Judgement> judgements = new ArrayList<>();
        int further = 0;
        for (Factor factor : factors) {
            boolean first = named.add(factor.direction());
            if (first || isShock(factor) || further++ < MOST_FURTHER) {
                judgements.add(judgement(factor, first ? " most" : " further"));
            }
        }
        terms.ceilings()
                .forEach(held ->
                        new CeilingJudgement(assessment, figures).of(held).ifPresent(judgements::add));
        DepthText.judgement(assessment).ifPresent(judgements::add);
        return List.copyOf(judgements);
    }

    private Judgement judgement(Factor factor, String rank) {
        LedgerRow row = strongest(factor);
        Tense tense = Tense.of(assessment.scenario());
        String verb = factor.direction() < 0 ? tense.of(" lowers", " lowered") : tense.of(" raises", " raised");
        return new Judgement(
                factor.label() + verb + (rank.equals(" most") ? " the likelihood most" : " it further"),
                ", by " + RoundedPoints.size(factor.tenths()) + " evidence points" + without(factor) + ". "
                        + tense.claim(row.rule()),
                Citations.of(row.rule()));
    }

    private String without(Factor factor) {
        return assessment
                .outlook()
                .without(factor.group().id())
                .map(other -> ": without it, the likelihood would "
                        + (other.equals(assessment.verdict().likelihood()) ? "still be " : "be ")
                        + figures.of(other))
                .orElse("");
    }

    /** The claim that counts most in the direction of its group. */
    private LedgerRow strongest(Factor factor) {
        return assessment.ledger().stream()
                .filter(row ->
                        row.fired() && row.rule().group().equals(factor.group().id()))
                .filter(row -> Integer.signum(row.alliancePoints().hundredths()) == factor.direction())
                .min(Comparator.comparingInt(
                        row -> -Math.abs(row.alliancePoints().hundredths())))
                .orElseThrow();
    }

    /** The group of the reading that the switch asks for first. */
    private boolean isShock(Factor factor) {
        Optional<String> shock = assessment.ledger().stream()
                .filter(row -> row.rule().ceiling().equals(Optional.of(CeilingKind.SWITCH)))
                .flatMap(row -> row.conditions().stream())
                .flatMap(condition -> Stream.of(assessment
                        .catalogue()
                        .indicator(condition.condition().indicator())
                        .group()))
                .findFirst();
        return shock.equals(Optional.of(factor.group().id()));
    }
}
