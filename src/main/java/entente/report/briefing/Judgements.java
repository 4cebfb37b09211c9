package entente.report.briefing;

import entente.model.Percent;
import entente.model.Points;
import entente.model.assessment.Assessment;
import entente.model.assessment.CeilingEffect;
import entente.model.assessment.GroupResult;
import entente.model.assessment.LedgerRow;
import entente.model.rule.CeilingKind;
import entente.report.briefing.Briefing.Judgement;
import entente.report.wording.Figures;
import entente.report.wording.GroundText;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

/**
 * The key judgements: the largest factor against and for, each followed by the next ones and what opens the way, each with the likelihood
 * without it; the
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
                .sorted(Comparator.comparingInt(factor -> -factor.size()))
                .toList();
        Map<Integer, Factor> last = new HashMap<>();
        Map<Integer, List<Judgement>> byDirection = new LinkedHashMap<>();
        int further = 0;
        for (Factor factor : factors) {
            Factor before = last.get(factor.direction());
            if (before == null || isOpening(factor) || further++ < MOST_FURTHER) {
                byDirection
                        .computeIfAbsent(factor.direction(), direction -> new ArrayList<>())
                        .add(judgement(factor, before));
                last.put(factor.direction(), factor);
            }
        }
        List<Judgement> judgements = new ArrayList<>();
        byDirection.values().forEach(judgements::addAll);
        terms.ceilings()
                .forEach(held ->
                        new CeilingJudgement(assessment, figures).of(held).ifPresent(judgements::add));
        DepthText.judgement(assessment).ifPresent(judgements::add);
        return List.copyOf(judgements);
    }

    /** @param before the last one named in the same direction; null for the first */
    private Judgement judgement(Factor factor, @Nullable Factor before) {
        LedgerRow row = strongest(factor);
        Tense tense = Tense.of(assessment.scenario());
        String verb = factor.direction() < 0 ? tense.of(" lowers", " lowered") : tense.of(" raises", " raised");
        String lead = before == null
                ? subject(factor) + verb + " the likelihood "
                        + (isTied(factor) ? "as much as any other factor" : "most")
                : factor.label() + verb + (before.size() == factor.size() ? " it equally" : " it further");
        return new Judgement(
                lead,
                ", by " + Wording.size(factor.points()) + " evidence points" + without(factor) + ". "
                        + Wording.sentence(Wording.claim(row.rule())),
                Citations.of(row.rule()),
                GroundText.assumption(row.rule()).orElse(""));
    }

    /** Whether another factor has the same points. */
    private boolean isTied(Factor factor) {
        return BalanceTerms.of(assessment).factors().stream()
                        .filter(other -> other.points().equals(factor.points()))
                        .count()
                > 1;
    }

    /** What moves the likelihood most, as against the base rate: in a supposition another judgement is against its baseline. */
    private String subject(Factor factor) {
        return isBelowACeiling(factor)
                ? "Apart from a ceiling, " + factor.inSentence()
                : factor.direction() < 0 && Supposition.of(assessment.scenario())
                        ? "Here, " + factor.inSentence()
                        : factor.label();
    }

    /** Whether a ceiling lowers the likelihood at least as much as the factor does. */
    private boolean isBelowACeiling(Factor factor) {
        return factor.direction() < 0
                && BalanceTerms.of(assessment).ceilings().stream()
                        .anyMatch(held -> held.reduction().hundredths() >= factor.size());
    }

    private String without(Factor factor) {
        return assessment
                .outlook()
                .without(factor.group().id())
                .map(other -> ": without it" + wouldBe(factor, other))
                .orElse("");
    }

    /** The likelihood without a factor; where a ceiling holds that, too, what the points alone would lead to. */
    private String wouldBe(Factor factor, Percent other) {
        Tense tense = Tense.of(assessment.scenario());
        String be = ", the likelihood would "
                + (other.equals(assessment.verdict().likelihood()) ? "still " : "") + tense.of("be ", "have been ");
        Percent points = byPoints(factor);
        boolean held = points.tenths() > other.tenths() && !figures.of(points).equals(figures.of(other));
        return be + figures.of(other) + (held ? " (" + figures.of(points) + " but for the ceilings)" : "");
    }

    /** Without the points of a factor and without ceilings. */
    private Percent byPoints(Factor factor) {
        Points points = assessment.groups().stream()
                .filter(result -> result.group().equals(factor.group()))
                .map(GroupResult::alliancePoints)
                .findFirst()
                .orElseThrow();
        Points free = assessment.balance().result().minus(points);
        for (CeilingEffect effect : assessment.balance().ceilings()) {
            free = free.plus(effect.reduction());
        }
        return Percent.of(free);
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

    private boolean isOpening(Factor factor) {
        return opening()
                .map(indicator -> assessment.catalogue().indicator(indicator).group())
                .equals(Optional.of(factor.group().id()));
    }

    /** The indicator that the switch asks for first. */
    private Optional<String> opening() {
        return assessment.ledger().stream()
                .filter(row -> row.rule().ceiling().equals(Optional.of(CeilingKind.SWITCH)))
                .flatMap(row -> row.conditions().stream())
                .map(condition -> condition.condition().indicator())
                .findFirst();
    }
}
