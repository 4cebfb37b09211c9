package entente.report.wording;

import entente.model.ComparisonOperator;
import entente.model.Group;
import entente.model.Group.GroupKind;
import entente.model.Indicator;
import entente.model.Points;
import entente.model.Reading;
import entente.model.RuleCondition;
import entente.model.Strength;
import entente.model.Subject.CeilingEvents;
import entente.model.ValueRange;
import entente.model.assessment.Assessment;
import entente.model.assessment.Assessment.ReferenceClassVerdict;
import entente.model.assessment.ConditionResult;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.LedgerStatus;
import entente.model.rule.Ceiling;
import entente.model.rule.CeilingKind;
import entente.model.rule.RuleKind;
import entente.report.wording.BalanceText.GroupFactors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/** How points become a likelihood: the factors, what nearly counts, what interacts, and why a ceiling holds. */
public final class BalanceText {

    /** By what they count for or against an alliance. */
    public static final Comparator<LedgerRow> LARGEST_FIRST =
            Comparator.comparingInt(row -> -Math.abs(row.alliancePoints().hundredths()));

    private BalanceText() {}

    public static String base(Assessment assessment) {
        return "Base rate over " + Wording.plural(assessment.scenario().horizonYears(), "year");
    }

    /** The name of a factor, and whether it is its absence that acts. */
    private static String label(Group group, Points points, String name) {
        String absence = absence(group, points);
        return absence.isEmpty() ? name : absence + group.name();
    }

    /** A barrier that raises the likelihood is overcome, and a driver that lowers it is lacking; else empty. */
    private static String absence(Group group, Points points) {
        boolean barrier = group.kind() == GroupKind.BARRIER;
        return points.hundredths() > 0 && barrier
                ? "Overcoming "
                : points.hundredths() < 0 && !barrier ? "Lack of " : "";
    }

    /** What a ceiling takes back, and what it never lets pass. */
    public static String how(Ceiling ceiling) {
        List<String> how = new ArrayList<>();
        ceiling.kneePercent()
                .ifPresent(knee -> how.add("takes back " + Wording.figure(ceiling.share()) + " of each point above "
                        + Wording.parameter(knee)));
        ceiling.limitPercent().ifPresent(limit -> how.add("never passes " + Wording.parameter(limit)));
        return String.join(", ", how);
    }

    /** The pairs of powers whose record is the base rate; empty if the base rate is assumed. */
    public static Optional<String> referenceClass(Assessment assessment) {
        return assessment.outsideView().stream()
                .filter(ReferenceClassVerdict::used)
                .map(ReferenceClassVerdict::label)
                .findFirst();
    }

    /**
     * The rules of one barrier or driver, which together count for, or against, an alliance.
     *
     * @param rows largest points first, rules of slight weight last
     */
    public record GroupFactors(Group group, Points sum, List<LedgerRow> rows) {

        /** Below this, in hundredths of a point, a factor is not worth a judgement. */
        private static final int WORTH_NAMING = 100;

        /** All groups: what raises first, then what lowers, then those without points; each the largest first. */
        public static List<GroupFactors> of(Assessment assessment) {
            List<LedgerRow> acting = LedgerRow.byCard(assessment.ledger()).stream()
                    .filter(row -> row.fired() && row.alliancePoints().hundredths() != 0)
                    .sorted(Comparator.comparing(GroupFactors::minor).thenComparing(LARGEST_FIRST))
                    .toList();
            return assessment.groups().stream()
                    .map(result -> new GroupFactors(
                            result.group(),
                            result.alliancePoints(),
                            acting.stream()
                                    .filter(row -> row.rule()
                                            .group()
                                            .equals(result.group().id()))
                                    .toList()))
                    .sorted(Comparator.comparingInt(
                                    (GroupFactors side) -> side.direction() == 0 ? 2 : -side.direction())
                            .thenComparingInt(side -> -side.size()))
                    .toList();
        }

        /** Those whose rules together lower (direction −1) or raise (1; those that add up to nothing too) the likelihood. */
        public static List<GroupFactors> of(Assessment assessment, int direction) {
            return of(assessment).stream()
                    .filter(side -> !side.rows.isEmpty() && (side.direction() < 0) == (direction < 0))
                    .toList();
        }

        public boolean worthNaming() {
            return size() >= WORTH_NAMING;
        }

        /** Hundredths of a point, without the direction. */
        public int size() {
            return Math.abs(sum.hundredths());
        }

        public int direction() {
            return Integer.signum(sum.hundredths());
        }

        /** The claim that counts most in the direction of its group. */
        public LedgerRow strongest() {
            return rows.stream()
                    .filter(row -> Integer.signum(row.alliancePoints().hundredths()) == direction())
                    .min(LARGEST_FIRST)
                    .orElseThrow();
        }

        /** The full label, for a row or sentence of its own. */
        public String title() {
            return BalanceText.label(group, sum, group.label());
        }

        public String inSentence() {
            return absence(group, sum).toLowerCase(Locale.ROOT) + group.name();
        }

        public String label() {
            return BalanceText.label(group, sum, group.shortLabel());
        }

        public static Points sum(List<GroupFactors> sides) {
            return sides.stream().map(GroupFactors::sum).reduce(Points.ZERO, Points::plus);
        }

        private static boolean minor(LedgerRow row) {
            return row.rule()
                    .alliance()
                    .filter(w -> w.strength() == Strength.SLIGHT)
                    .isPresent();
        }

        public static Points total(List<LedgerRow> rows) {
            return rows.stream().map(LedgerRow::alliancePoints).reduce(Points.ZERO, Points::plus);
        }
    }

    /** A claim that did not fire and is few grades short of it. */
    public record NearMiss(LedgerRow row, int grades) {

        private static final int GRADES_AWAY = 2;

        /** Largest points first, nearest first among equals; of a card with steps the first that does not hold. */
        public static List<NearMiss> of(Assessment assessment) {
            return LedgerRow.byCard(assessment.ledger()).stream()
                    .map(row -> row.next().orElse(row))
                    .filter(row ->
                            row.status() == LedgerStatus.NOT_FIRED && row.rule().kind() == RuleKind.CLAIM)
                    .filter(row -> row.alliancePoints().hundredths() != 0)
                    .map(NearMiss::of)
                    .filter(miss -> miss.grades <= GRADES_AWAY)
                    .sorted(Comparator.comparing(NearMiss::row, LARGEST_FIRST).thenComparingInt(NearMiss::grades))
                    .toList();
        }

        private static NearMiss of(LedgerRow row) {
            return new NearMiss(
                    row, row.failing().stream().mapToInt(NearMiss::gradesShort).sum());
        }

        private static int gradesShort(ConditionResult row) {
            if (row.unknown()) {
                return GRADES_AWAY + 1;
            }
            int threshold = row.condition().threshold().ordinal();
            int grade = row.grade().ordinal();
            return row.condition().comparison() == ComparisonOperator.AT_LEAST ? threshold - grade : grade - threshold;
        }
    }

    /**
     * An override or ceiling as a text shows it.
     *
     * @param silenced claims that it silences, or would silence if it were in play
     */
    public record RuleInteraction(LedgerRow row, boolean inPlay, List<LedgerRow> silenced) {

        /** Those in play, and those out of play that would change something if they were in it. */
        public static List<RuleInteraction> of(Assessment assessment) {
            return assessment.ledger().stream()
                    .filter(row -> row.rule().kind() != RuleKind.CLAIM)
                    .map(row -> of(row, assessment))
                    .filter(interaction -> interaction.inPlay || interaction.wouldMatter(assessment))
                    .toList();
        }

        private static RuleInteraction of(LedgerRow row, Assessment assessment) {
            boolean inPlay = row.fired();
            List<LedgerRow> silenced = LedgerRow.byCard(assessment.ledger()).stream()
                    .filter(other -> inPlay
                            ? other.overriding(assessment.ledger()).contains(row.rule())
                            : other.fired()
                                    && other.rule().tags().stream()
                                            .anyMatch(row.rule().overrides()::contains))
                    .toList();
            return new RuleInteraction(row, inPlay, silenced);
        }

        private boolean wouldMatter(Assessment assessment) {
            if (row.status() == LedgerStatus.DISABLED || row.status() == LedgerStatus.OVERRIDDEN) {
                return false;
            }
            if (row.rule().kind() == RuleKind.OVERRIDE) {
                return points().hundredths() != 0;
            }
            Optional<CeilingKind> kind = row.rule().ceiling();
            return kind.equals(Optional.of(CeilingKind.SWITCH))
                    || (!assessment.balance().acting().isEmpty() && !kind.equals(Optional.of(CeilingKind.INCIDENT)));
        }

        /** What it silences, in points; a dot where that is nothing, or a ceiling. */
        public String effect() {
            boolean silences = row.rule().kind() == RuleKind.OVERRIDE && !silenced.isEmpty();
            return silences ? Wording.points(points()) : "·";
        }

        /** Its effect: a ceiling replaces another one, an override silences claims. */
        public String verb() {
            return row.rule().kind() == RuleKind.CEILING ? "replaces" : "silences";
        }

        Points points() {
            return GroupFactors.total(silenced);
        }
    }

    /** Why a ceiling holds the likelihood down, as the end of a sentence. */
    @RequiredArgsConstructor
    public static final class CeilingReason {

        private static final int MOST_UNMET = 2;

        private final Assessment assessment;

        /** Whether ordinal values are given in the words of their anchors. */
        private final boolean inWords;

        /** Under which circumstance the ceiling holds the likelihood down. */
        public String held(CeilingKind ceiling) {
            CeilingEvents events = assessment.catalogue().subject().events();
            return switch (ceiling) {
                case NO_SWITCH -> withoutSwitch();
                case SWITCH -> " even with the " + events.opening();
                case DECISION -> " even with a decision to ally";
                case WORKING_PACT -> " with the pact in force";
                case INCIDENT -> " after " + events.breach();
            };
        }

        /**
         * What the switch lacks, by the rule that lacks the least of those that have begun; if none has, that rules on it are
         * disabled, or that there is no such event.
         */
        private String withoutSwitch() {
            return switchRules()
                    .filter(row -> hasBegun(row.conditions()))
                    .map(row -> row.failing().stream()
                            .map(ConditionResult::condition)
                            .toList())
                    .filter(lacking -> !lacking.isEmpty())
                    .min(Comparator.comparingInt(List::size))
                    .map(lacking -> " unless " + unmet(lacking))
                    .or(this::disabledSwitch)
                    .orElseGet(() -> " because there "
                            + (assessment.scenario().observed().isPresent() ? "was" : "is") + " no "
                            + assessment.catalogue().subject().events().missing());
        }

        private Stream<LedgerRow> switchRules() {
            return assessment.ledger().stream()
                    .filter(row -> row.rule().ceiling().equals(Optional.of(CeilingKind.SWITCH)));
        }

        /** That rules on the switch are disabled, so that its event does not lift the ceiling by them; empty if none is. */
        public Optional<String> disabledSwitch() {
            long all = switchRules().count();
            long disabled = switchRules()
                    .filter(row -> row.status() == LedgerStatus.DISABLED)
                    .count();
            String which = disabled < all ? "one of the rules" : all == 1 ? "the rule" : "the rules";
            return disabled == 0
                    ? Optional.empty()
                    : Optional.of(" with " + which + " on the "
                            + assessment.catalogue().subject().events().opening() + " disabled");
        }

        /** Whether a condition on the event of the rule, which is that of its first, is met, or the ranges of all allow it. */
        private boolean hasBegun(List<ConditionResult> way) {
            List<ConditionResult> event = way.stream()
                    .filter(condition -> group(condition).equals(group(way.get(0))))
                    .toList();
            return event.stream().anyMatch(ConditionResult::met)
                    || event.stream().allMatch(condition -> isOpen(condition.condition()));
        }

        /** The first conditions that fail, and how many others. */
        String unmet(List<RuleCondition> failing) {
            int more = failing.size() - MOST_UNMET;
            return failing.stream().limit(MOST_UNMET).map(this::unmet).collect(Collectors.joining(" and "))
                    + (more > 0 ? " and " + Wording.plural(more, "other reading") + " changed" : "");
        }

        /** Whether the range of a rated reading allows what its best estimate does not. */
        private boolean isOpen(RuleCondition condition) {
            Indicator indicator = assessment.indicator(condition.indicator());
            Reading reading = assessment.reading(indicator.id());
            return reading.range().isPresent()
                    && assessment.scenario().assumptions().scale(indicator).possibleGrades(reading).stream()
                            .anyMatch(condition::isMetBy);
        }

        private String group(ConditionResult condition) {
            return assessment.indicator(condition.condition().indicator()).group();
        }

        /** A condition that fails, such as: “Competition” is at 3 or more (now 2). */
        private String unmet(RuleCondition condition) {
            Indicator indicator = assessment.indicator(condition.indicator());
            MeasureText measure = new MeasureText(indicator);
            String where = measure.where(condition, assessment.scenario(), value -> text(measure, value));
            Reading reading = assessment.reading(indicator.id());
            String now = MeasureText.figure(reading, value -> text(measure, value))
                    .map((reading.range().filter(ValueRange::wide).isPresent() ? "best estimate " : "now ")::concat)
                    .orElse("not rated");
            return "“" + indicator.shortLabel() + "” is " + where + " (" + now + ")";
        }

        private String text(MeasureText measure, double value) {
            return inWords ? measure.quoted(value) : measure.value(value);
        }
    }
}
