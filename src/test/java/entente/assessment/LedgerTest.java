package entente.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Shipped;
import entente.domain.Assessment;
import entente.domain.Balance;
import entente.domain.CeilingEffect;
import entente.domain.CeilingKind;
import entente.domain.Comparison;
import entente.domain.ConditionRow;
import entente.domain.GroupResult;
import entente.domain.GroupStatus;
import entente.domain.Indicator;
import entente.domain.LedgerRow;
import entente.domain.LedgerStatus;
import entente.domain.Question;
import entente.domain.RuleKind;
import entente.domain.Scenario;
import entente.laws.Property;
import entente.laws.Worlds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ledger holds every rule once, its numbers add up to the last digit, and its words agree with its numbers. */
class LedgerTest {

    static List<String> shipped() {
        return Shipped.scenarioIds();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void theLedgerOfAShippedScenarioAddsUp(String id) {
        addsUp(Shipped.assess(id));
    }

    @Test
    void soDoesThatOfAnyScenarioUnderAnyAssumptions() {
        Property.forAll(Property.cases() / 2, Worlds::any, (plain, random) -> {
            Scenario scenario = random.nextBoolean() ? plain : Worlds.with(plain, Worlds.assumptions(random));
            addsUp(Shipped.ASSESSOR.assess(scenario));
        });
    }

    private static void addsUp(Assessment assessment) {
        List<LedgerRow> ledger = assessment.ledger();
        assertThat(ledger)
                .extracting(LedgerRow::rule)
                .containsExactlyElementsOf(Shipped.BOOK.book().rules());
        ledger.forEach(row -> state(row, assessment));
        balance(assessment);
        groups(assessment);
    }

    private static int sum(List<LedgerRow> ledger, Question question) {
        return ledger.stream()
                .filter(LedgerRow::fired)
                .mapToInt(r -> r.points(question).hundredths())
                .sum();
    }

    private static void balance(Assessment assessment) {
        Balance balance = assessment.balance();
        int sum = sum(assessment.ledger(), Question.ALLIANCE);
        assertThat(balance.sum().hundredths()).as("sum").isEqualTo(sum);
        assertThat(balance.raw().hundredths())
                .as("raw")
                .isEqualTo(balance.base().hundredths() + sum);
        int takenBack = balance.ceilings().stream()
                .mapToInt(c -> c.takenBack().hundredths())
                .sum();
        assertThat(balance.result().hundredths())
                .as("final")
                .isEqualTo(balance.raw().hundredths() - takenBack);
        assertThat(balance.ceilings())
                .as("taken back")
                .allMatch(c -> c.takenBack().hundredths() >= 0);
        assertThat(balance.partnership().hundredths())
                .as("partnership")
                .isEqualTo(sum(assessment.ledger(), Question.PARTNERSHIP));
        BigDecimal percent = BigDecimal.valueOf(
                        100 / (1 + Math.pow(10, -balance.result().value() / 10)))
                .setScale(1, RoundingMode.HALF_EVEN);
        double clamped = Math.max(1, Math.min(99, percent.doubleValue()));
        assertThat(assessment.verdict().likelihood().value()).as("percent").isEqualTo(clamped);
        assertThat(balance.clampedFrom().isPresent()).as("clamped").isEqualTo(clamped != percent.doubleValue());
        balance.clampedFrom().ifPresent(from -> assertThat(from).isEqualTo(percent.doubleValue()));
        assertThat(balance.ceilings().stream().map(CeilingEffect::rule))
                .as("ceilings in force")
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

    private static void state(LedgerRow row, Assessment assessment) {
        List<ConditionRow> conditions = row.conditions();
        conditions.forEach(c -> condition(c, assessment.scenario()));
        boolean off = assessment.scenario().assumptions().without().stream()
                .anyMatch(w -> w.equals(row.rule().id()) || w.equals(row.rule().group()));
        boolean fails = conditions.stream().anyMatch(c -> !c.unknown() && !c.held());
        boolean unknown = conditions.stream().anyMatch(ConditionRow::unknown);
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

    /** An override by tag; or, of the four ceilings of which one counts, a higher one. */
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

    private static void condition(ConditionRow row, Scenario scenario) {
        Indicator indicator =
                Shipped.BOOK.book().catalogue().indicator(row.condition().indicator());
        var span = scenario.reading(indicator.id()).span();
        assertThat(row.actual().isPresent()).isEqualTo(span.isPresent());
        assertThat(row.distance().isPresent()).isEqualTo(span.isPresent());
        assertThat(row.held() && row.unknown()).isFalse();
        span.ifPresent(s -> {
            assertThat(row.actual().getAsDouble()).isEqualTo(s.value());
            boolean reaches = s.value() >= row.cut();
            boolean holds = row.condition().comparison() == Comparison.AT_LEAST ? reaches : !reaches;
            assertThat(row.held()).as(row + " at " + s.value()).isEqualTo(holds);
            // On a cut that it must stay below a continuous value has no distance to go: any step down does.
            boolean far = !holds && (s.value() != row.cut() || indicator.whole());
            assertThat(row.distance().getAsDouble() > 0)
                    .as("a distance in " + row)
                    .isEqualTo(far);
        });
    }
}
