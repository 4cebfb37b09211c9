package entente.rulebook.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Shipped;
import entente.analysis.comparison.Discriminator;
import entente.analysis.comparison.RuleBookContrasts;
import entente.model.Scenario;
import org.junit.jupiter.api.Test;

/** Which reading tells the two books apart, over all that ships. */
class RivalApartTest {

    /** Also where the books change places: then the gap goes through nothing, and its ends lie on either side. */
    @Test
    void the_ends_that_are_shown_make_the_figure_beside_them() {
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
        assertThat(crossing).as("readings over which the books change places").isPositive();
    }
}
