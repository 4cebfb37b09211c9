package entente.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Assumptions;
import entente.model.ComparisonOperator;
import entente.model.Indicator;
import entente.model.Question;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.ConditionResult;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.LedgerStatus;
import entente.model.rule.CeilingKind;
import entente.model.rule.Rule;
import entente.model.rule.Rule.Weight;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ledger has every rule once, with the points of its weights and the status given by its conditions. */
class LedgerTest {

    static List<String> shipped() {
        return Shipped.scenarioIds();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void shippedScenarioHasCorrectLedger(String id) {
        isRight(Shipped.assess(id));
    }

    @Test
    void randomScenarioHasCorrectLedger() {
        Property.forAll(Property.cases() / 4, RandomWorlds::any, (plain, random) -> {
            Scenario scenario =
                    random.nextBoolean() ? plain : RandomWorlds.with(plain, RandomWorlds.assumptions(random));
            isRight(Shipped.ASSESSOR.assess(scenario));
        });
    }

    private static void isRight(Assessment assessment) {
        List<LedgerRow> ledger = assessment.ledger();
        assertThat(ledger)
                .extracting(LedgerRow::rule)
                .containsExactlyElementsOf(Shipped.BOOK.book().rules());
        ledger.forEach(row -> state(row, assessment));
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
}
