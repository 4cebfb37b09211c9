package entente.analysis.exploration;

import static entente.scoring.RandomRuleBooks.atLeast;
import static entente.scoring.RandomRuleBooks.atMost;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.analysis.exploration.DiagramCompiler.PendingRule;
import entente.model.Assumptions;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.RuleCondition;
import entente.model.rule.Rule;
import entente.model.rule.Rule.Weight;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Conjunction;
import entente.scoring.RandomRuleBooks;
import entente.scoring.ScoringModel;
import entente.testkit.Shipped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Books whose rules ask pairs of readings do not take more memory than the bounds, however many steps are allowed. */
class DiagramCompilerTest {

    private static final List<Indicator> INDICATORS =
            Shipped.BOOK.book().catalogue().indicators();
    private static final List<Grade> GRADES = List.of(Grade.LOW, Grade.MODERATE, Grade.HIGH, Grade.VERY_HIGH);

    private final List<Rule> rules = new ArrayList<>();

    private void rule(Weight weight, RuleCondition... conditions) {
        rules.add(RandomRuleBooks.claim("r" + rules.size(), weight, conditions));
    }

    /** Each reading of the first with one of the others: each of the first doubles the states, each of the others halves them. */
    private void pairs(int count) {
        for (int i = 0; i < count; i++) {
            rule(Weight.SLIGHTLY_FOR, atLeast(i, Grade.HIGH), atLeast(count + i, Grade.HIGH));
        }
    }

    private DiagramCompiler compiler() {
        LoadedRuleBook book = RandomRuleBooks.ruleBook(rules);
        int[] support = new int[INDICATORS.size()];
        Arrays.fill(
                support,
                IntStream.range(1, Diagram.GRADES).map(grade -> 1 << grade).sum());
        return new DiagramCompiler(new ScoringModel(book.book(), book.tables(), Assumptions.NONE), support);
    }

    private static WorkLimits.Budget unlimited() {
        return new WorkLimits.Budget(Long.MAX_VALUE);
    }

    private static List<Integer> order(int indicators) {
        return IntStream.range(0, indicators).boxed().toList();
    }

    private void assertTooLarge(int indicators) {
        assertThatThrownBy(() -> compiler().compile(order(indicators), unlimited()))
                .isInstanceOf(WorkLimits.Exceeded.class)
                .hasMessage("too many states");
    }

    @Test
    void stepsAddUp() {
        WorkLimits.Budget budget = new WorkLimits.Budget(10);
        budget.charge(6);
        budget.charge(4);
        assertThatThrownBy(() -> budget.charge(1)).isInstanceOf(WorkLimits.Exceeded.class);
    }

    @Test
    void statesOfALayerAreBounded() {
        pairs(14);
        assertThat(compiler().compile(order(28), unlimited()).layers()).hasSize(28);
        pairs(15);
        assertTooLarge(30);
    }

    @Test
    void statesOfAllLayersAreBounded() {
        pairs(14);
        List<Integer> order = new ArrayList<>(order(14));
        for (int alone = 28; alone < 36; alone++) {
            rule(Weight.SLIGHTLY_FOR, atLeast(alone, Grade.HIGH));
            order.add(alone);
        }
        IntStream.range(14, 28).forEach(order::add);
        assertThatThrownBy(() -> compiler().compile(order, unlimited())).isInstanceOf(WorkLimits.Exceeded.class);
    }

    @Test
    void rulesThatAreLeftInAllStatesAreBounded() {
        for (int i = 0; i < 14; i++) {
            for (Grade grade : GRADES) {
                rule(Weight.SLIGHTLY_FOR, atLeast(i, Grade.HIGH), atLeast(14 + i, grade));
                rule(Weight.STRONGLY_FOR, atMost(i, Grade.MODERATE), atLeast(14 + i, grade));
                rule(Weight.SLIGHTLY_FOR, atLeast(i, Grade.HIGH), atMost(14 + i, Grade.values()[grade.ordinal() - 1]));
                rule(
                        Weight.STRONGLY_FOR,
                        atMost(i, Grade.MODERATE),
                        atMost(14 + i, Grade.values()[grade.ordinal() - 1]));
            }
        }
        assertTooLarge(28);
    }

    @Test
    void rulesInPartAreBounded() {
        PendingRule.Numbers pending = new PendingRule.Numbers(INDICATORS.size());
        Conjunction none = Conjunction.none(INDICATORS.size());
        assertThatThrownBy(() -> {
                    for (int grades = 0; grades < 30_000; grades++) {
                        Conjunction condition = none.with(0, grades & 31)
                                .with(1, grades >> 5 & 31)
                                .with(2, grades >> 10);
                        pending.number(new PendingRule(condition, List.of(), Diagram.Effect.POINTS));
                    }
                })
                .isInstanceOf(WorkLimits.Exceeded.class)
                .hasMessage("more than 20000 rules in part");
    }
}
