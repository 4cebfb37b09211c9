package entente.report.briefing;

import entente.model.Percent;
import entente.model.Points;
import entente.model.Relationship;
import entente.model.assessment.Assessment;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.PointBalance;
import entente.model.assessment.PointBalance.CeilingEffect;
import entente.model.assessment.Verdict;
import entente.model.rule.CeilingKind;
import entente.model.rule.Rule;
import entente.report.briefing.Briefing.Judgement;
import entente.report.briefing.Briefing.PointsFigure;
import entente.report.briefing.Briefing.PointsRow;
import entente.report.briefing.Briefing.PointsRow.Step;
import entente.report.wording.BalanceText;
import entente.report.wording.BalanceText.CeilingReason;
import entente.report.wording.BalanceText.GroupFactors;
import entente.report.wording.Figures;
import entente.report.wording.RuleText;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the points of an assessment say: the key judgements, and the way from the base rate to the verdict as a figure. The base
 * rate, the factors and what the ceilings take back add up to the result.
 */
final class Judgements {

    /** Factors with a judgement. */
    private static final int MOST_FACTORS = 4;

    private static final int MOST_CITES = 3;

    private final Assessment assessment;
    private final Figures figures;
    private final CeilingReason reason;
    private final PointBalance balance;
    private final List<GroupFactors> factors;

    /** Those that take points back. */
    private final List<CeilingEffect> ceilings;

    Judgements(Assessment assessment, Figures figures) {
        this.assessment = assessment;
        this.figures = figures;
        this.reason = new CeilingReason(assessment, true);
        this.balance = assessment.balance();
        this.factors = GroupFactors.of(assessment);
        this.ceilings = balance.acting();
    }

    /** The largest factors, each with the likelihood without its points, and the ceilings that act. */
    List<Judgement> list() {
        return Stream.of(
                        factors.stream()
                                .filter(GroupFactors::worthNaming)
                                .sorted(Comparator.comparingInt(factor -> -factor.size()))
                                .limit(MOST_FACTORS)
                                .map(this::judgement),
                        ceilings.stream().map(this::ceiling),
                        depth().stream())
                .flatMap(judgements -> judgements)
                .toList();
    }

    private Judgement judgement(GroupFactors factor) {
        // Its own is one of them.
        boolean most = factors.stream()
                        .filter(other -> other.direction() == factor.direction() && other.size() >= factor.size())
                        .count()
                == 1;
        return judgement(
                factor.title()
                        + (factor.direction() < 0 ? tense(" lowers", " lowered") : tense(" raises", " raised"))
                        + (most ? " the likelihood most" : " the likelihood"),
                (most ? ", by " : " by ") + Wording.size(factor.sum()) + " evidence points" + without(factor),
                List.of(factor.strongest().rule()));
    }

    private static Judgement judgement(String lead, String text, List<Rule> rules) {
        List<String> cites =
                rules.stream().flatMap(rule -> rule.cites().stream()).distinct().toList();
        return new Judgement(
                lead,
                rules.stream().map(rule -> " " + rule.claim()).collect(Collectors.joining("", text + ".", "")),
                citations(cites.subList(0, Math.min(MOST_CITES, cites.size())))
                        + (cites.size() > MOST_CITES ? Wording.GLUE + "+" + (cites.size() - MOST_CITES) : ""),
                rules.stream()
                        .flatMap(rule -> RuleText.assumption(rule).stream())
                        .collect(Collectors.joining("; ")));
    }

    /** Paragraphs of the article as they stand behind a sentence. */
    static String citations(List<String> cites) {
        return cites.stream().map(cite -> cite.replace(' ', Wording.GLUE)).collect(Collectors.joining(", "));
    }

    private String tense(String present, String past) {
        return assessment.scenario().observed().isPresent() ? past : present;
    }

    private String wouldBe() {
        return tense("would be ", "would have been ");
    }

    private String without(GroupFactors factor) {
        Percent now = assessment.likelihood();
        return assessment
                .outlook()
                .without(factor.group().id())
                .map(other -> ": without them, it " + wouldBe() + (other.equals(now) ? "still " : "")
                        + figures.of(other, figures.apart(other, now)) + butForCeilings(factor, other))
                .orElse("");
    }

    /** Under a ceiling barriers change little: what one changes without any is told too. */
    private String butForCeilings(GroupFactors factor, Percent under) {
        Percent other = Percent.of(free().minus(factor.sum()));
        return ceilings.isEmpty() || factor.direction() > 0 || other.equals(under)
                ? ""
                : " (" + figures.of(other) + " but for the ceiling" + (ceilings.size() > 1 ? "s" : "") + ")";
    }

    /** The result without ceilings. */
    private Points free() {
        return ceilings.stream().map(CeilingEffect::reduction).reduce(balance.result(), Points::plus);
    }

    /** What a ceiling takes back, why, and what the likelihood would be without any ceiling. */
    private Judgement ceiling(CeilingEffect effect) {
        return judgement(
                "A ceiling" + tense(" holds", " held") + " the likelihood down",
                " by " + Wording.size(effect.reduction()) + " evidence points,"
                        + reason.held(effect.ceiling().kind())
                        + "; with no ceiling at all, the likelihood " + wouldBe() + figures.of(Percent.of(free())),
                assessment.ledger().stream()
                        .map(LedgerRow::rule)
                        .filter(rule -> effect.rules().contains(rule.id()))
                        .toList());
    }

    /** How deep the partnership is, where its depth alone decides the expected relationship and a deeper one follows. */
    private Optional<Judgement> depth() {
        Relationship floor = balance.floor();
        return balance.nextFrom()
                .filter(from -> assessment.verdict().relationship().equals(Optional.of(floor)))
                .map(from -> judgement(
                        "The partnership" + tense(" has", " had") + " a depth of "
                                + Wording.points(balance.partnership()),
                        " on a scale of its own: " + Wording.word(floor) + tense(" is", " was") + " expected, and "
                                + Wording.word(Relationship.values()[floor.ordinal() + 1]) + tense(" begins", " began")
                                + " at " + Wording.points(from),
                        List.of()));
    }

    /** The way in points: what raises it first, then what lowers it. */
    PointsFigure figure() {
        List<PointsRow> rows = new ArrayList<>();
        rows.add(row(Step.BASE, BalanceText.base(assessment), balance.base(), balance.base(), balance.base()));
        Points sum = balance.base();
        for (GroupFactors factor : factors) {
            rows.add(row(Step.GROUP, factor.title(), factor.sum(), sum, sum.plus(factor.sum())));
            sum = sum.plus(factor.sum());
        }
        for (CeilingEffect held : ceilings) {
            Points back = Points.ZERO.minus(held.reduction());
            rows.add(row(Step.CEILING, label(held.ceiling().kind()), back, sum, sum.plus(back)));
            sum = sum.plus(back);
        }
        Verdict verdict = assessment.verdict();
        String likelihood = figures.of(verdict.likelihood());
        var beyond = balance.clampedFrom();
        String result = "Result: " + (beyond.isPresent() ? Wording.parameter(beyond.getAsDouble()) + ", given as " : "")
                + likelihood;
        rows.add(row(Step.RESULT, result, balance.result(), balance.result(), balance.result()));
        return new PointsFigure(
                verdict.likelihood(),
                verdict.interval().low(),
                verdict.interval().high(),
                likelihood,
                List.copyOf(rows));
    }

    /** In a few words: the figure has one line for it. */
    private String label(CeilingKind kind) {
        return switch (kind) {
            case NO_SWITCH ->
                reason.disabledSwitch()
                        .map(disabled -> "Ceiling: a rule that lifts it is disabled")
                        .orElseGet(() -> "Ceiling: the "
                                + assessment.catalogue().subject().events().opening() + " is missing or incomplete");
            case SWITCH, DECISION -> "Ceiling that holds" + reason.held(kind);
            case WORKING_PACT, INCIDENT -> "Ceiling" + reason.held(kind);
        };
    }

    private static PointsRow row(Step kind, String label, Points points, Points from, Points to) {
        return new PointsRow(
                kind, label, points.hundredths() == 0 ? "0" : Wording.points(points), from.value(), to.value());
    }
}
