package entente.analysis.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.sensitivity.Swing.GradeOutcome;
import entente.analysis.sensitivity.Swing.TippingPoint;
import entente.model.Assumptions;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Reading;
import entente.model.Scenario;
import entente.model.assessment.Verdict;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The sensitivity of readings in shipped and modified scenarios. */
class SensitivityAnalysisTest {

    static final SensitivityAnalysis SENSITIVITY = new SensitivityAnalysis(Shipped.ASSESSOR);

    static final String STAKE = "prc_export_share_west5_pct";

    static Swing swing(Scenario scenario, String indicator) {
        return SENSITIVITY.analyze(scenario).swings().stream()
                .filter(swing -> swing.indicator().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    /** Close enough to the next band for the stake to bring it. */
    private static final String NEAR = "treaty-with-teeth";

    /** The full precision of a double. */
    @Test
    void valueBelowACutPointWithManyDigitsLiesBelowIt() {
        double cut = 31.51122612175146;
        Scenario scenario = RandomWorlds.with(
                Shipped.scenario("baseline-2018"),
                Assumptions.NONE.withCutPoints(Map.of(STAKE, List.of(8.0, 15.0, 25.0, cut))));
        GradeOutcome high = swing(scenario, STAKE).outcomes().get(3);
        assertThat(high.grade()).isEqualTo(Grade.HIGH);
        assertThat(high.value()).isLessThan(cut).isEqualTo(Math.nextDown(cut));
    }

    @Test
    void unknownReadingHasNoValueButASwing() {
        Scenario scenario = Shipped.with(NEAR, Map.of(STAKE, "unknown"));
        Swing stake = swing(scenario, STAKE);
        assertThat(stake.value()).isEmpty();
        assertThat(stake.grade()).isEqualTo(Grade.UNKNOWN);
        assertThat(stake.tippingPoints())
                .extracting(TippingPoint::cutPoint)
                .containsExactly(Shipped.cut(STAKE, Grade.MODERATE));
        assertThat(stake.low().likelihood()).isLessThan(stake.high().likelihood());
    }

    /** Removes readings one by one until too few are known; the last one alone restores coverage. */
    @Test
    void readingThatCompletesCoverageHasRelationships() {
        Scenario scenario = Shipped.scenario("status-quo-2025");
        String last = "";
        for (Indicator indicator : RandomWorlds.INDICATORS) {
            if (Shipped.ASSESSOR.assess(scenario).verdict().relationship().isPresent()) {
                last = indicator.id();
                scenario = RandomWorlds.with(scenario, Reading.unknown(last));
            }
        }
        assertThat(Shipped.ASSESSOR.assess(scenario).verdict().relationship()).isEmpty();
        for (GradeOutcome step : swing(scenario, last).outcomes()) {
            assertThat(step.relationship()).isPresent();
            Verdict verdict = Shipped.ASSESSOR
                    .assess(RandomWorlds.with(scenario, last, step.value()))
                    .verdict();
            assertThat(step.likelihood()).isEqualTo(verdict.likelihood());
            assertThat(step.relationship()).isEqualTo(verdict.relationship());
        }
        assertThat(swing(
                                scenario,
                                RandomWorlds.INDICATORS
                                        .get(RandomWorlds.INDICATORS.size() - 1)
                                        .id())
                        .outcomes())
                .noneMatch(step -> step.relationship().isPresent());
    }

    @Test
    void readingsWithoutEffectAreCounted() {
        SensitivityResult result = SENSITIVITY.analyze(Shipped.scenario("status-quo-2025"));
        assertThat(result.ineffectiveCount()).isPositive();
        assertThat(result.effectiveSwings())
                .hasSize(RandomWorlds.INDICATORS.size() - result.ineffectiveCount())
                .extracting(Swing::indicator)
                .doesNotContain("shock_suddenness");
        assertThat(result.swings())
                .allSatisfy(swing -> assertThat(swing.hasEffect())
                        .as("%s tips the likelihood or the relationship", swing.indicator())
                        .isEqualTo(swing.outcomes().stream()
                                        .map(step -> List.of(step.likelihood(), step.relationship()))
                                        .distinct()
                                        .count()
                                > 1));
    }

    private static Scenario any(SplittableRandom random) {
        Scenario scenario = RandomWorlds.any(random);
        return random.nextBoolean() ? scenario : RandomWorlds.with(scenario, RandomWorlds.assumptions(random));
    }

    @Tag("thorough")
    @Test
    void readingsAreSortedBySpreadThenCatalogueOrder() {
        Property.forAll(Math.max(1, Property.cases() / 50), SensitivityAnalysisTest::any, (scenario, random) -> {
            List<Swing> swings = SENSITIVITY.analyze(scenario).swings();
            Map<String, Integer> places = Shipped.BOOK.book().catalogue().positions();
            assertThat(swings).extracting(Swing::indicator).containsExactlyInAnyOrderElementsOf(places.keySet());
            assertThat(swings)
                    .isSortedAccordingTo(Comparator.comparingInt(Swing::spreadTenths)
                            .reversed()
                            .thenComparing(swing -> places.get(swing.indicator())));
        });
    }

    @Tag("thorough")
    @Test
    void reportedBoundIsTheOneNearestToTheReading() {
        Swing disputes = swing(Shipped.scenario("status-quo-2025"), "prc_territorial_assertiveness");
        assertThat(disputes.value()).hasValue(3);
        assertThat(disputes.high().likelihood())
                .isEqualTo(disputes.outcomes().get(0).likelihood())
                .isEqualTo(disputes.outcomes().get(2).likelihood());
        assertThat(disputes.high().grade()).isEqualTo(Grade.MODERATE);
        assertThat(disputes.high().value()).isEqualTo(2);
        Swing stake = swing(Shipped.scenario("status-quo-2025"), STAKE);
        assertThat(stake.low().value()).as("the cut").isEqualTo(Shipped.cut(STAKE, Grade.HIGH));
        assertThat(stake.high().value()).as("just below the cut").isEqualTo(Shipped.cut(STAKE, Grade.LOW) - 0.1);
        Swing tariff = swing(Shipped.scenario("status-quo-2025"), "us_avg_tariff_on_prc_pct");
        assertThat(tariff.low().value()).as("as it is").isEqualTo(47.5);
    }
}
