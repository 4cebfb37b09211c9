package entente.rulebook.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.comparison.RuleBookContrast.Discriminator;
import entente.analysis.comparison.RuleBookContrasts;
import entente.model.Scenario;
import entente.testkit.Shipped;
import org.junit.jupiter.api.Test;

/** The discriminating readings between the two books, for all shipped scenarios. */
class RivalApartTest {

    /** Also if the difference changes its sign, so that the range includes zero. */
    @Test
    void spreadMatchesShownLikelihoods() {
        RuleBookContrasts contrasts = new RuleBookContrasts(Shipped.ASSESSOR, RivalBook.ASSESSOR);
        int crossing = 0;
        for (String id : Shipped.scenarioIds()) {
            Scenario scenario = Shipped.scenario(id);
            for (Discriminator telling : contrasts.compare(scenario, scenario).discriminators()) {
                int ends = telling.furthest().gap() - telling.closest().gap();
                assertThat(Math.abs(ends)).as(id + ", " + telling).isEqualTo(telling.spreadTenths());
                crossing += telling.furthest().gap() * telling.closest().gap() < 0 ? 1 : 0;
            }
        }
        assertThat(crossing)
                .as("readings that change the sign of the difference")
                .isPositive();
    }
}
