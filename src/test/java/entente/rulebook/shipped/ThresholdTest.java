package entente.rulebook.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.ComparisonOperator;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Reading;
import entente.model.RuleCondition;
import entente.model.Scenario;
import entente.model.assessment.ConditionResult;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.LedgerStatus;
import entente.model.rule.Rule;
import entente.rulebook.Inference;
import entente.scoring.ScoredScenario;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule is tested at each threshold and one step short of it. */
class ThresholdTest {

    private static final Inference DROOLS = Shipped.BOOK.drools();
    private static final List<Rule> RULES = Shipped.BOOK.book().rules();

    static List<String> rules() {
        return Shipped.BOOK.book().rules().stream()
                .filter(rule -> !rule.conditions().isEmpty())
                .map(Rule::id)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void ruleFiresExactlyAtItsThresholds(String id) {
        Rule rule = Shipped.BOOK.book().find(id).orElseThrow();
        Scenario all = met(rule);
        for (RuleCondition condition : rule.conditions()) {
            Indicator indicator = Shipped.BOOK.book().catalogue().indicator(condition.indicator());
            boolean atLeast = condition.comparison() == ComparisonOperator.AT_LEAST;
            double cut = cut(indicator, condition);
            double below = indicator.whole() ? cut - 1 : Math.nextDown(cut);
            Scenario on = RandomWorlds.with(all, indicator.id(), atLeast ? cut : below);
            Scenario shortOf = RandomWorlds.with(all, indicator.id(), atLeast ? below : cut);
            expect(rule, condition, on, LedgerStatus.FIRED, true);
            expect(rule, condition, shortOf, LedgerStatus.NOT_FIRED, false);
            expect(
                    rule,
                    condition,
                    RandomWorlds.with(all, Reading.unknown(indicator.id())),
                    LedgerStatus.UNDETERMINED,
                    false);
        }
    }

    private static void expect(
            Rule rule, RuleCondition condition, Scenario scenario, LedgerStatus status, boolean held) {
        LedgerRow row = Shipped.ASSESSOR.pointAssessment(scenario).ledger().stream()
                .filter(found -> found.rule().equals(rule))
                .findFirst()
                .orElseThrow();
        ConditionResult line = row.conditions().stream()
                .filter(c -> c.condition().equals(condition))
                .findFirst()
                .orElseThrow();
        assertThat(line.met()).as("held: %s", line).isEqualTo(held);
        assertThat(row.status()).as("%s in %s", rule.id(), line).isEqualTo(status);
        assertThat(DROOLS.satisfiedRules(ScoredScenario.grades(
                        scenario, Shipped.BOOK.book().catalogue()))[RULES.indexOf(rule)])
                .as("Drools on %s", line)
                .isEqualTo(held);
    }

    /** The lowest value of the required grade, or the lowest value that is too high. */
    private static double cut(Indicator indicator, RuleCondition condition) {
        int above = condition.comparison() == ComparisonOperator.AT_LEAST ? 0 : 1;
        return cuts(indicator).get(condition.threshold().ordinal() + above - Grade.LOW.ordinal());
    }

    /** A scenario that meets all conditions of the rule, with all other readings unknown. */
    private static Scenario met(Rule rule) {
        Map<String, Reading> readings = new LinkedHashMap<>();
        for (Indicator indicator : RandomWorlds.INDICATORS) {
            List<RuleCondition> conditions = rule.conditions().stream()
                    .filter(c -> c.indicator().equals(indicator.id()))
                    .toList();
            readings.put(
                    indicator.id(),
                    conditions.isEmpty() ? Reading.unknown(indicator.id()) : met(indicator, conditions));
        }
        return RandomWorlds.scenario(readings, 5);
    }

    private static Reading met(Indicator indicator, List<RuleCondition> conditions) {
        Grade grade = Arrays.stream(Grade.values())
                .filter(g -> conditions.stream().allMatch(c -> c.isMetBy(g)))
                .findFirst()
                .orElseThrow();
        return Reading.known(indicator.id(), RandomWorlds.first(indicator, grade));
    }

    private static List<Double> cuts(Indicator indicator) {
        return indicator.cutPoints().stream().map(c -> c.from()).toList();
    }

    @Test
    void everyIndicatorIsGradedByItsCutPoints() {
        assertThat(RandomWorlds.INDICATORS).isNotEmpty().allSatisfy(indicator -> {
            List<Double> cuts = cuts(indicator);
            assertThat(cuts).hasSize(4).isSorted().doesNotHaveDuplicates();
            assertThat(indicator.scale().cuts()).isEqualTo(cuts);
            for (int c = 0; c < cuts.size(); c++) {
                double cut = cuts.get(c);
                Grade upper = Grade.values()[c + Grade.LOW.ordinal()];
                Grade lower = Grade.values()[c + Grade.VERY_LOW.ordinal()];
                assertThat(indicator.cutPoints().get(c).grade()).isEqualTo(upper);
                assertThat(indicator.scale().gradeOf(cut)).as("on %s", cut).isEqualTo(upper);
                double below = indicator.whole() ? cut - 1 : Math.nextDown(cut);
                assertThat(indicator.scale().gradeOf(below)).as("below %s", cut).isEqualTo(lower);
                assertThat(cut).as("within the range").isBetween(Math.nextUp(indicator.low()), indicator.high());
            }
            assertThat(indicator.scale().gradeOf(indicator.low())).isEqualTo(Grade.VERY_LOW);
            assertThat(indicator.scale().gradeOf(indicator.high())).isEqualTo(Grade.VERY_HIGH);
        });
    }

    @Test
    void ordinalFromZeroToFourIsGradedByItsAnchors() {
        assertThat(RandomWorlds.INDICATORS.stream().filter(i -> i.ordinal() && i.high() == 4))
                .hasSizeGreaterThan(15)
                .allSatisfy(i -> {
                    for (int anchor = 0; anchor <= 4; anchor++) {
                        assertThat(i.scale().gradeOf(anchor)).isEqualTo(Grade.values()[anchor + 1]);
                    }
                });
    }
}
