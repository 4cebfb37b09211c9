package entente.rulebook.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Shipped;
import org.junit.jupiter.api.Test;

/**
 * What the article's logic says of each shipped scenario. All in one test: the verdicts are a property of the whole
 * book, and mending one must show what it breaks.
 */
class ShippedVerdictsTest {

    @Test
    void everyShippedScenarioHasTheVerdictThatTheArticlesLogicGivesIt() {
        assertThat(ShippedVerdicts.misses(Shipped.ASSESSOR::assess)).isEmpty();
    }

    @Test
    void noShippedScenarioIsLeftOut() {
        assertThat(Shipped.scenarioIds()).hasSize(17).allMatch(ShippedVerdicts::covers);
    }
}
