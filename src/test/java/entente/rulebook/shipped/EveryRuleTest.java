package entente.rulebook.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.rule.Rule;
import entente.scoring.Assessor.PointAssessment;
import entente.testkit.Shipped;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule fires in some scenario or example and does not fire in another. */
class EveryRuleTest {

    private static final List<PointAssessment> KNOWN = Stream.concat(
                    Shipped.scenarioIds().stream().map(Shipped::scenario), Cases.scenarios().stream())
            .map(Shipped.ASSESSOR::pointAssessment)
            .toList();

    @Test
    void everyRuleFiresSomewhere() {
        assertThat(lacking(fired -> fired))
                .as("rules that no scenario and no example fires")
                .isEmpty();
    }

    @Test
    void everyRuleFailsToFireSomewhere() {
        assertThat(lacking(fired -> !fired))
                .as("rules that every scenario and every example fires")
                .isEmpty();
    }

    private static Set<String> lacking(Predicate<Boolean> wanted) {
        Set<String> seen = KNOWN.stream()
                .flatMap(findings -> findings.ledger().stream())
                .filter(row -> wanted.test(row.fired()))
                .map(row -> row.rule().id())
                .collect(Collectors.toSet());
        Set<String> lacking =
                new TreeSet<>(Shipped.BOOK.book().rules().stream().map(Rule::id).toList());
        lacking.removeAll(seen);
        return lacking;
    }
}
