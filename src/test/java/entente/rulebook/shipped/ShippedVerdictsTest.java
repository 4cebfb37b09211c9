package entente.rulebook.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Shipped;
import org.junit.jupiter.api.Test;

/** The expected verdict of each shipped scenario. One test checks all, so that a change shows all its effects. */
class ShippedVerdictsTest {

    @Test
    void everyShippedScenarioHasTheExpectedVerdict() {
        assertThat(ShippedVerdicts.misses(Shipped.ASSESSOR::assess)).isEmpty();
    }

    @Test
    void everyShippedScenarioHasAnExpectedVerdict() {
        assertThat(Shipped.scenarioIds()).isNotEmpty().allMatch(ShippedVerdicts::covers);
    }
}
