package entente.book;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Shipped;
import entente.assessment.BookContrasts;
import entente.domain.Scenario;
import entente.domain.Telling;
import org.junit.jupiter.api.Test;

/** Which reading tells the two books apart, over all that ships. */
class RivalApartTest {

    /** Also where the books change places: then the gap goes through nothing, and its ends lie on either side. */
    @Test
    void the_ends_that_are_shown_make_the_figure_beside_them() {
        BookContrasts contrasts = new BookContrasts(Shipped.ASSESSOR, Rival.ASSESSOR);
        int crossing = 0;
        for (String id : Shipped.scenarioIds()) {
            Scenario scenario = Shipped.scenario(id);
            for (Telling telling : contrasts.of(scenario, scenario).telling()) {
                int ends = telling.furthest().gap() - telling.closest().gap();
                assertThat(Math.abs(ends)).as(id + ", " + telling).isEqualTo(telling.spreadTenths());
                crossing += telling.furthest().gap() * telling.closest().gap() < 0 ? 1 : 0;
            }
        }
        assertThat(crossing).as("readings over which the books change places").isPositive();
    }
}
