package entente.rulebook.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.comparison.RuleBookContrast;
import entente.analysis.comparison.RuleBookContrast.Discriminator;
import entente.model.Indicator;
import entente.model.Numbers;
import entente.model.Scenario;
import entente.testkit.Shipped;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** The discriminating readings between the two books. */
class RivalApartTest {

    private static final String ID = "status-quo-2025";

    /** Also if the difference changes its sign, so that the range includes zero. */
    @Test
    void spreadMatchesSettingTheReading() {
        Scenario scenario = Shipped.scenario(ID);
        List<Discriminator> discriminators = RuleBookContrast.of(
                        Shipped.ASSESSOR, scenario, RivalBook.ASSESSOR, scenario)
                .discriminators();
        assertThat(discriminators).hasSizeGreaterThan(5);
        for (Discriminator discriminator : discriminators) {
            Indicator indicator = discriminator.indicator();
            IntSummaryStatistics gaps = DoubleStream.concat(
                            DoubleStream.of(indicator.low()),
                            indicator.cutPoints().stream().mapToDouble(cut -> cut.from()))
                    .mapToObj(value -> Shipped.with(ID, Map.of(indicator.id(), Numbers.plain(value))))
                    .mapToInt(RivalApartTest::gap)
                    .summaryStatistics();
            assertThat(discriminator.spreadTenths()).as(indicator.id()).isEqualTo(gaps.getMax() - gaps.getMin());
        }
    }

    private static int gap(Scenario scenario) {
        return RivalBook.ASSESSOR.pointAssessment(scenario).likelihood().tenths()
                - Shipped.ASSESSOR.pointAssessment(scenario).likelihood().tenths();
    }
}
