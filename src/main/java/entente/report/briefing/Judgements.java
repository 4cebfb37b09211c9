package entente.report.briefing;

import entente.model.Group;
import entente.model.Group.GroupKind;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Relationship;
import entente.model.assessment.Assessment;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.Outlook.LikelihoodPath;
import entente.model.assessment.PointBalance;
import entente.model.assessment.PointBalance.CeilingEffect;
import entente.model.assessment.Verdict;
import entente.model.rule.CeilingKind;
import entente.model.rule.Rule;
import entente.report.briefing.Briefing.Judgement;
import entente.report.briefing.Briefing.PointsFigure;
import entente.report.briefing.Briefing.PointsRow;
import entente.report.briefing.Briefing.PointsRow.Step;
import entente.report.briefing.BriefingWriter.Tense;
import entente.report.wording.BalanceText;
import entente.report.wording.BalanceText.CeilingReason;
import entente.report.wording.Figures;
import entente.report.wording.RuleText;
import entente.report.wording.SuppositionText;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the points of an assessment say: the key judgements, and the way from the base rate to the verdict as a sentence and as a
 * figure. The base rate, the factors and what the ceilings take back add up to the result.
 */
final class Judgements {

    private static final int MOST_FURTHER = 2;
    private static final int MOST_CITES = 3;

    /** Hundredths of a point that drivers of both directions leave at most where they cancel each other out. */
    private static final int CANCELLED = 20;

    private final Assessment assessment;
    private final Figures figures;
    private final Tense tense;
    private final CeilingReason reason;
    private final PointBalance balance;
    private final List<Factor> factors;

    /** Those that take points back. */
    private final List<CeilingEffect> ceilings;

    Judgements(Assessment assessment, Figures figures) {
        this.assessment = assessment;
        this.figures = figures;
        this.tense = Tense.of(assessment.scenario());
        this.reason = new CeilingReason(assessment, true);
        this.balance = assessment.balance();
        this.factors = Factor.of(assessment);
        this.ceilings = balance.ceilings().stream()
                .filter(effect -> effect.reduction().hundredths() != 0)
                .toList();
    }

    /** A barrier, driver or commitment with its points. */
    record Factor(Group group, Points points) {

        /** Below this, in hundredths of a point, a factor is not worth a judgement. */
        private static final int WORTH_NAMING = 100;

        /** What raises first, then what lowers, then those without points; each the largest first. */
        static List<Factor> of(Assessment assessment) {
            return assessment.groups().stream()
                    .map(result -> new Factor(result.group(), result.alliancePoints()))
                    .sorted(Comparator.comparingInt(
                                    (Factor factor) -> factor.direction() == 0 ? 2 : -factor.direction())
                            .thenComparingInt(factor -> -factor.size()))
                    .toList();
        }

        boolean worthNaming() {
            return size() >= WORTH_NAMING;
        }

        /** Hundredths of a point, without the direction. */
        int size() {
            return Math.abs(points.hundredths());
        }

        int direction() {
            return Integer.signum(points.hundredths());
        }

        String label() {
            return BalanceText.label(group, points, group.label());
        }

        String inSentence() {
            return BalanceText.absence(group, points).toLowerCase(Locale.ROOT) + group.name();
        }
    }

    /**
     * The largest factor against and for, each followed by the next ones and what opens the way, each with the likelihood without
     * it; the ceilings that act; how deep the partnership is.
     */
    List<Judgement> list() {
        List<Factor> named = factors.stream()
                .filter(Factor::worthNaming)
                .sorted(Comparator.comparingInt(factor -> -factor.size()))
                .toList();
        Map<Integer, Factor> last = new HashMap<>();
        Map<Integer, List<Judgement>> byDirection = new LinkedHashMap<>();
        int further = 0;
        for (Factor factor : named) {
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
        ceilings.forEach(held -> judgements.add(ceiling(held)));
        depth().ifPresent(judgements::add);
        return List.copyOf(judgements);
    }

    /** @param before the last one named in the same direction; null for the first */
    private Judgement judgement(Factor factor, @Nullable Factor before) {
        String verb = factor.direction() < 0 ? tense.of(" lowers", " lowered") : tense.of(" raises", " raised");
        String lead = before == null
                ? subject(factor) + verb + " the likelihood "
                        + (isTied(factor) ? "as much as any other factor" : "most")
                : factor.label() + verb + (before.size() == factor.size() ? " it equally" : " it further");
        return judgement(
                lead,
                ", by " + Wording.size(factor.points()) + " evidence points" + without(factor),
                List.of(strongest(factor).rule()));
    }

    private static Judgement judgement(String lead, String text, List<Rule> rules) {
        List<String> cites =
                rules.stream().flatMap(rule -> rule.cites().stream()).distinct().toList();
        return new Judgement(
                lead,
                rules.stream()
                        .map(rule -> " " + Wording.sentence(Wording.claim(rule)))
                        .collect(Collectors.joining("", text + ".", "")),
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

    private boolean isTied(Factor factor) {
        return factors.stream()
                        .filter(other -> other.points().equals(factor.points()))
                        .count()
                > 1;
    }

    /** What moves the likelihood most, as against the base rate: in a supposition another judgement is against its baseline. */
    private String subject(Factor factor) {
        return isBelowACeiling(factor)
                ? "Apart from a ceiling, " + factor.inSentence()
                : factor.direction() < 0 && SuppositionText.isSupposition(assessment.scenario())
                        ? "Here, " + factor.inSentence()
                        : factor.label();
    }

    /** Whether a ceiling lowers the likelihood at least as much as the factor does. */
    private boolean isBelowACeiling(Factor factor) {
        return factor.direction() < 0
                && ceilings.stream().anyMatch(held -> held.reduction().hundredths() >= factor.size());
    }

    /** The likelihood without a factor; where a ceiling holds that, too, what the points alone would lead to. */
    private String without(Factor factor) {
        return assessment
                .outlook()
                .without(factor.group().id())
                .map(other -> {
                    boolean still = other.equals(assessment.likelihood());
                    Percent free = Percent.of(free().minus(factor.points()));
                    boolean held =
                            free.tenths() > other.tenths() && !figures.of(free).equals(figures.of(other));
                    return ": without it, the likelihood would " + (still ? "still " : "")
                            + tense.of("be ", "have been ")
                            + figures.of(other, figures.apart(other, assessment.likelihood()))
                            + (held ? " (" + figures.of(free) + " but for the ceilings)" : "");
                })
                .orElse("");
    }

    /** The result without ceilings. */
    private Points free() {
        return balance.result().plus(heldBack());
    }

    private Points heldBack() {
        return ceilings.stream().map(CeilingEffect::reduction).reduce(Points.ZERO, Points::plus);
    }

    /** The claim that counts most in the direction of its group. */
    private LedgerRow strongest(Factor factor) {
        return LedgerRow.byCard(assessment.ledger()).stream()
                .filter(row ->
                        row.fired() && row.rule().group().equals(factor.group().id()))
                .filter(row -> Integer.signum(row.alliancePoints().hundredths()) == factor.direction())
                .min(Comparator.comparingInt(
                        row -> -Math.abs(row.alliancePoints().hundredths())))
                .orElseThrow();
    }

    /** Whether it is the group of the indicator that a rule of the switch asks for first. */
    private boolean isOpening(Factor factor) {
        return assessment.ledger().stream()
                .filter(row -> row.rule().ceiling().equals(Optional.of(CeilingKind.SWITCH)))
                .flatMap(row -> row.conditions().stream().limit(1))
                .map(first -> assessment.indicator(first.condition().indicator()))
                .anyMatch(opening -> opening.group().equals(factor.group().id()));
    }

    /** What a ceiling takes back, why, and what the likelihood would be without any ceiling. */
    private Judgement ceiling(CeilingEffect effect) {
        return judgement(
                tense.of("A ceiling holds the likelihood down", "A ceiling held the likelihood down"),
                ", by " + Wording.size(effect.reduction()) + " evidence points,"
                        + reason.held(effect.ceiling().kind())
                        + ": with no ceiling at all, the likelihood would " + tense.of("be ", "have been ")
                        + figures.of(Percent.of(free())),
                assessment.ledger().stream()
                        .map(LedgerRow::rule)
                        .filter(rule -> effect.rules().contains(rule.id()))
                        .toList());
    }

    /**
     * How deep the partnership is, and how far it is to the next state; nothing where too little is rated to expect a relationship,
     * or where it is the event that is judged.
     */
    private Optional<Judgement> depth() {
        return assessment
                .verdict()
                .relationship()
                .filter(expected -> expected != Relationship.OPERATIONAL_ALLIANCE)
                .map(expected -> new Judgement(
                        "The expected relationship " + tense.of("is ", "was ") + relationship(expected),
                        depth(expected) + "."));
    }

    private String depth(Relationship expected) {
        // A number without one to compare it with says nothing.
        return balance.nextFrom()
                .filter(from ->
                        expected == balance.floor() && balance.partnership().hundredths() != 0)
                .map(from -> ": on a separate scale of depth the partnership " + tense.of("stands", "stood") + " at "
                        + Wording.points(balance.partnership()) + ", and "
                        + relationship(Relationship.values()[expected.ordinal() + 1]) + " "
                        + tense.of("begins", "began") + " at " + Wording.points(from))
                .orElse("");
    }

    /** A state of the relationship, as a noun. */
    static String relationship(Relationship state) {
        return switch (state) {
            case MIXED -> "a mixed relationship";
            case WEAKENING -> "a weakening partnership";
            default -> Wording.word(state);
        };
    }

    /** The likelihood step by step, from the base rate to the verdict; the points add up to the result as printed. */
    String path() {
        LikelihoodPath path = assessment.outlook().path();
        IntSummaryStatistics each = factors.stream()
                .filter(factor -> factor.group().kind() != GroupKind.BARRIER)
                .mapToInt(factor -> factor.points().hundredths())
                .summaryStatistics();
        Points drivers = new Points((int) each.getSum());
        boolean cancelled = Math.abs(drivers.hundredths()) <= CANCELLED && each.getMin() < 0 && each.getMax() > 0;
        Points barriers = free().minus(balance.base()).minus(drivers);
        String overcome = factors.stream()
                .filter(factor -> factor.group().kind() == GroupKind.BARRIER && factor.direction() > 0)
                .map(factor -> factor.inSentence() + " (" + Wording.points(factor.points()) + ")")
                .collect(Collectors.joining(" and "));
        boolean free = path.driversOnly().equals(path.driversUnderCeiling());
        String held = free
                ? ""
                : ", which a ceiling lowers to " + figures.of(path.driversUnderCeiling())
                        + path.ceiling().map(reason::held).orElse("");
        String ceiling = heldBack().hundredths() != 0
                ? "; the ceiling then takes back " + Wording.size(heldBack())
                : free ? "" : ", and the ceiling no longer acts";
        return "From the base rate of " + Wording.percent(path.basePercent())
                + ", the drivers"
                + (cancelled ? ", which cancel each other out, lead to " : " alone lead to ")
                + figures.of(path.driversOnly()) + " ("
                + Wording.points(drivers) + " evidence points)" + held
                + "; with the barriers as well"
                + (overcome.isEmpty() ? "" : ", among them " + overcome + ",") + " it is "
                + figures.of(path.likelihood()) + " (a further "
                + Wording.points(barriers) + ceiling + ").";
    }

    /** The way in points: what raises it first, then what lowers it. */
    PointsFigure figure() {
        List<PointsRow> rows = new ArrayList<>();
        rows.add(row(Step.BASE, BalanceText.base(assessment), balance.base(), balance.base(), balance.base()));
        Points sum = balance.base();
        for (Factor factor : factors) {
            rows.add(row(Step.GROUP, factor.label(), factor.points(), sum, sum.plus(factor.points())));
            sum = sum.plus(factor.points());
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
                "Ceiling: the " + assessment.catalogue().subject().events().opening() + " is missing or incomplete";
            case SWITCH, DECISION -> "Ceiling that holds" + reason.held(kind);
            case WORKING_PACT, INCIDENT -> "Ceiling" + reason.held(kind);
        };
    }

    private static PointsRow row(Step kind, String label, Points points, Points from, Points to) {
        return new PointsRow(
                kind, label, points.hundredths() == 0 ? "0" : Wording.points(points), from.value(), to.value());
    }
}
