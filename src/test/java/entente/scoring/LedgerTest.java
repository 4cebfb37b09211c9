package entente.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entente.model.Assumptions;
import entente.model.ComparisonOperator;
import entente.model.Indicator;
import entente.model.LikelihoodScale;
import entente.model.Points;
import entente.model.Question;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.Assessment.GroupResult;
import entente.model.assessment.Assessment.GroupResult.GroupStatus;
import entente.model.assessment.ConditionResult;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.LedgerStatus;
import entente.model.assessment.PointBalance;
import entente.model.assessment.PointBalance.CeilingEffect;
import entente.model.rule.Ceiling;
import entente.model.rule.CeilingKind;
import entente.model.rule.Rule;
import entente.model.rule.Rule.Weight;
import entente.model.rule.RuleKind;
import entente.report.csv.AssessmentTable;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ledger has every rule once, with the points of its weights and the status given by its conditions. */
class LedgerTest {

    private static final CSVFormat WITH_HEADER =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    @ParameterizedTest
    @MethodSource("entente.testkit.Shipped#scenarioIds")
    void shippedScenarioHasCorrectLedger(String id) {
        isRight(Shipped.scenario(id));
    }

    @Test
    void randomScenarioHasCorrectLedger() {
        Property.forAll(
                RandomWorlds::any,
                (plain, random) -> isRight(
                        random.nextBoolean() ? plain : RandomWorlds.with(plain, RandomWorlds.assumptions(random))));
    }

    private static void isRight(Scenario scenario) {
        Assessment assessment = Shipped.ASSESSOR.assess(scenario);
        List<LedgerRow> ledger = assessment.ledger();
        assertThat(ledger)
                .extracting(LedgerRow::rule)
                .containsExactlyElementsOf(Shipped.BOOK.book().rules());
        ledger.forEach(row -> state(row, assessment));
        balance(assessment);
        ceilings(assessment);
        groups(assessment);
        tables(assessment);
        Weighed weighed = Weighed.of(scenario);
        assertThat(weighed.result()).isEqualTo(assessment.balance().result());
        assertThat(weighed.partnership()).isEqualTo(assessment.balance().partnership());
        assertThat(weighed.likelihood()).isEqualTo(assessment.verdict().likelihood());
        assertThat(weighed.flags()).isEqualTo(assessment.verdict().flags());
        assertThat(assessment.verdict().relationship().stream()).allMatch(weighed.relationship()::equals);
    }

    /** The points from annotation and weight table under the assumptions; of a step what it adds to the one before it. */
    private static double weighs(LedgerRow row, Question question, Assumptions assumptions) {
        if (isOff(row, assumptions)) {
            return 0;
        }
        Rule rule = row.rule();
        return points(rule, rule.weight(question), question, assumptions)
                .subtract(points(rule, rule.weightBefore(question), question, assumptions))
                .doubleValue();
    }

    private static BigDecimal points(Rule rule, Optional<Weight> weight, Question question, Assumptions assumptions) {
        return weight.map(given -> {
                    double shipped = Shipped.BOOK.book().weights().points(question, given.strength());
                    double points = assumptions
                            .weights()
                            .getOrDefault(question, Map.of())
                            .getOrDefault(given.strength(), shipped);
                    double emphasis = assumptions.emphasis().getOrDefault(rule.group(), 1.0);
                    return BigDecimal.valueOf(given.direction() * points * emphasis)
                            .setScale(2, RoundingMode.HALF_EVEN);
                })
                .orElse(BigDecimal.ZERO);
    }

    private static boolean isOff(LedgerRow row, Assumptions assumptions) {
        String group = row.rule().group();
        return assumptions.without().contains(row.rule().cardId())
                || assumptions.without().contains(group)
                || Double.valueOf(0).equals(assumptions.emphasis().get(group));
    }

    private static void state(LedgerRow row, Assessment assessment) {
        for (Question question : Question.values()) {
            assertThat(row.points(question).value())
                    .as("points of " + row.rule().id())
                    .isEqualTo(weighs(row, question, assessment.scenario().assumptions()));
        }
        List<ConditionResult> conditions = row.conditions();
        conditions.forEach(c -> condition(c, assessment.scenario()));
        boolean off = isOff(row, assessment.scenario().assumptions());
        boolean fails = conditions.stream().anyMatch(c -> !c.unknown() && !c.met());
        boolean unknown = conditions.stream().anyMatch(ConditionResult::unknown);
        Optional<LedgerRow> silencer = assessment.ledger().stream()
                .filter(other -> other.fired() && silences(other, row))
                .findFirst();
        LedgerStatus expected = off
                ? LedgerStatus.DISABLED
                : fails
                        ? LedgerStatus.NOT_FIRED
                        : unknown
                                ? LedgerStatus.UNDETERMINED
                                : silencer.isPresent() ? LedgerStatus.OVERRIDDEN : LedgerStatus.FIRED;
        assertThat(row.status()).as(row.rule().id()).isEqualTo(expected);
        assertThat(row.overriddenBy())
                .as("what overrides " + row.rule().id())
                .isEqualTo(
                        expected == LedgerStatus.OVERRIDDEN
                                ? silencer.map(r -> r.rule().id())
                                : Optional.empty());
    }

    /** An override by tag or, among the first four ceilings, a higher ceiling. */
    private static boolean silences(LedgerRow other, LedgerRow row) {
        if (other.rule().overrides().stream().anyMatch(row.rule().tags()::contains)) {
            return true;
        }
        Optional<CeilingKind> higher = other.rule().ceiling().filter(kind -> kind != CeilingKind.INCIDENT);
        return higher.isPresent()
                && row.rule()
                        .ceiling()
                        .filter(kind -> kind.compareTo(higher.get()) < 0)
                        .isPresent();
    }

    private static void condition(ConditionResult row, Scenario scenario) {
        Indicator indicator =
                Shipped.BOOK.book().catalogue().indicator(row.condition().indicator());
        var span = scenario.reading(indicator.id()).range();
        assertThat(row.actual().isPresent()).isEqualTo(span.isPresent());
        assertThat(row.distance().isPresent()).isEqualTo(span.isPresent());
        assertThat(row.met() && row.unknown()).isFalse();
        span.ifPresent(s -> {
            assertThat(row.actual().getAsDouble()).isEqualTo(s.value());
            boolean reaches = s.value() >= row.cut();
            boolean holds = row.condition().comparison() == ComparisonOperator.AT_LEAST ? reaches : !reaches;
            assertThat(row.met()).as(row + " at " + s.value()).isEqualTo(holds);
            // A continuous value equal to a cut point that it must stay below has distance 0.
            boolean far = !holds && (s.value() != row.cut() || indicator.whole());
            assertThat(row.distance().getAsDouble() > 0)
                    .as("a distance in " + row)
                    .isEqualTo(far);
        });
    }

    /** Ten times the base-10 logarithm of the odds, in hundredths. */
    private static int hundredthsOf(double percent) {
        return hundredths(10 * Math.log10(percent / (100 - percent)));
    }

    private static int hundredths(double balancePoints) {
        return BigDecimal.valueOf(balancePoints)
                .setScale(2, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .intValueExact();
    }

    /** One of the first four, then INCIDENT; each applies its share above the knee and its limit. */
    private static void ceilings(Assessment assessment) {
        int left = assessment.balance().raw().hundredths();
        assertThat(assessment.balance().ceilings().stream().map(c -> c.ceiling().kind() == CeilingKind.INCIDENT))
                .as("INCIDENT is last and the only second ceiling")
                .isIn(List.of(), List.of(false), List.of(true), List.of(false, true));
        for (CeilingEffect effect : assessment.balance().ceilings()) {
            Ceiling ceiling = effect.ceiling();
            int under = left;
            if (ceiling.kneePercent().isPresent()) {
                int above = left - hundredthsOf(ceiling.kneePercent().getAsDouble());
                under -= above > 0 ? above - (int) Math.rint(above * (1 - ceiling.share())) : 0;
            }
            if (ceiling.limitPercent().isPresent()) {
                under = Math.min(under, hundredthsOf(ceiling.limitPercent().getAsDouble()));
            }
            assertThat(effect.reduction().hundredths())
                    .as("reduction by " + ceiling.kind())
                    .isEqualTo(left - under);
            left = under;
        }
    }

    private static int sum(List<LedgerRow> ledger, Question question) {
        return ledger.stream()
                .filter(LedgerRow::fired)
                .mapToInt(r -> r.points(question).hundredths())
                .sum();
    }

    private static void balance(Assessment assessment) {
        PointBalance balance = assessment.balance();
        Scenario scenario = assessment.scenario();
        double rate = Shipped.BOOK.book().baseRate(scenario.assumptions(), scenario.horizonYears());
        assertThat(balance.base().hundredths()).as("base").isEqualTo(hundredthsOf(rate));
        int sum = sum(assessment.ledger(), Question.ALLIANCE);
        assertThat(balance.sum().hundredths()).as("sum").isEqualTo(sum);
        assertThat(balance.raw().hundredths())
                .as("raw")
                .isEqualTo(balance.base().hundredths() + sum);
        int takenBack = balance.ceilings().stream()
                .mapToInt(c -> c.reduction().hundredths())
                .sum();
        assertThat(balance.result().hundredths())
                .as("final")
                .isEqualTo(balance.raw().hundredths() - takenBack);
        assertThat(balance.ceilings())
                .as("reduction")
                .allMatch(c -> c.reduction().hundredths() >= 0);
        assertThat(balance.partnership().hundredths())
                .as("partnership")
                .isEqualTo(sum(assessment.ledger(), Question.PARTNERSHIP));
        BigDecimal percent = BigDecimal.valueOf(
                        100 / (1 + Math.pow(10, -balance.result().value() / 10)))
                .setScale(1, RoundingMode.HALF_EVEN);
        double clamped = Math.max(0.1, Math.min(99.9, percent.doubleValue()));
        assertThat(assessment.verdict().likelihood().value()).as("percent").isEqualTo(clamped);
        assertThat(balance.clampedFrom().isPresent()).as("clamped").isEqualTo(clamped != percent.doubleValue());
        balance.clampedFrom().ifPresent(from -> {
            assertThat(from).isCloseTo(balance.result().percent(), within(0.01));
            assertThat(from).isStrictlyBetween(0.0, 100.0);
        });
        assertThat(balance.ceilings().stream().flatMap(effect -> effect.rules().stream()))
                .as("applied ceilings")
                .containsExactlyInAnyOrderElementsOf(assessment.ledger().stream()
                        .filter(r -> r.fired() && r.rule().kind() == RuleKind.CEILING)
                        .map(r -> r.rule().id())
                        .toList());
    }

    private static void groups(Assessment assessment) {
        for (GroupResult group : assessment.groups()) {
            List<LedgerRow> rows = assessment.ledger().stream()
                    .filter(r -> r.rule().group().equals(group.group().id()))
                    .toList();
            assertThat(group.alliancePoints().hundredths()).isEqualTo(sum(rows, Question.ALLIANCE));
            assertThat(group.partnershipPoints().hundredths()).isEqualTo(sum(rows, Question.PARTNERSHIP));
            boolean waits = rows.stream().anyMatch(r -> r.status() == LedgerStatus.UNDETERMINED);
            boolean fires = rows.stream().anyMatch(LedgerRow::fired);
            assertThat(group.status())
                    .isEqualTo(fires ? GroupStatus.PRESENT : waits ? GroupStatus.UNKNOWN : GroupStatus.ABSENT);
        }
        assertThat(assessment.groups().stream()
                        .mapToInt(g -> g.alliancePoints().hundredths())
                        .sum())
                .as("all groups")
                .isEqualTo(assessment.balance().sum().hundredths());
        assertThat(assessment.groups().stream()
                        .mapToInt(g -> g.partnershipPoints().hundredths())
                        .sum())
                .as("all groups, partnership")
                .isEqualTo(assessment.balance().partnership().hundredths());
    }

    /** The points of the table are those of the balance: what did not fire is not added. */
    private static void tables(Assessment assessment) {
        List<CSVRecord> ledger = rows(AssessmentTable.LEDGER, assessment);
        assertThat(ledger).hasSameSizeAs(assessment.ledger());
        assertThat(sum(ledger, "alliance_points"))
                .isEqualTo(assessment.balance().sum().hundredths());
        assertThat(sum(ledger, "partnership_points"))
                .isEqualTo(assessment.balance().partnership().hundredths());
        assertThat(sum(ledger, "points_if_met"))
                .isEqualTo(assessment.ledger().stream()
                        .filter(row -> !row.fired())
                        .map(row -> row.points(Question.ALLIANCE))
                        .mapToInt(Points::hundredths)
                        .sum());
        List<CSVRecord> groups = rows(AssessmentTable.GROUPS, assessment);
        assertThat(sum(groups, "alliance_points"))
                .isEqualTo(assessment.balance().sum().hundredths());
    }

    private static int sum(List<CSVRecord> rows, String column) {
        return rows.stream()
                .map(row -> row.get(column))
                .filter(cell -> !cell.isEmpty())
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .movePointRight(2)
                .intValueExact();
    }

    private static List<CSVRecord> rows(AssessmentTable table, Assessment assessment) {
        String csv = table.of(LikelihoodScale.ICD203, one -> {
                    throw new UnsupportedOperationException();
                })
                .write(assessment);
        try {
            return WITH_HEADER.parse(new StringReader(csv)).getRecords();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
