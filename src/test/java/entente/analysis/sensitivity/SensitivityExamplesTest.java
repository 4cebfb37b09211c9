package entente.analysis.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.sensitivity.Swing.GradeOutcome;
import entente.analysis.sensitivity.Swing.TippingPoint;
import entente.model.Assumptions;
import entente.model.Band;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Reading;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.scenario.ScenarioOverrides;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The sensitivity of readings in shipped and modified scenarios. */
class SensitivityExamplesTest extends SensitivityFixture {

    /** Close enough to the next band for the stake to bring it. */
    private static final String NEAR = "treaty-with-teeth";

    @Test
    void stakeChangesTheBandAtItsCutPoint() {
        Swing stake = swing(Shipped.scenario(NEAR), STAKE);
        assertThat(stake.tippingPoints()).singleElement().satisfies(point -> {
            assertThat(point.cutPoint()).isEqualTo(Shipped.cut(STAKE, Grade.MODERATE));
            assertThat(point.below().band()).isEqualTo(Band.VERY_UNLIKELY);
            assertThat(point.above().band()).isEqualTo(Band.ALMOST_NO_CHANCE);
            assertThat(point.changesBand()).isTrue();
            assertThat(point.changesRelationship()).isFalse();
        });
    }

    @Test
    void treatyOfSupportChangesTheRelationshipOnly() {
        Swing treaty = swing(Shipped.scenario("creeping-sanctions"), "treaty_commitment_level");
        assertThat(treaty.tippingPoints()).extracting(TippingPoint::cutPoint).containsExactly(3.0, 4.0);
        TippingPoint support = treaty.tippingPoints().get(0);
        assertThat(support.changesBand()).isFalse();
        assertThat(support.changesRelationship()).isTrue();
        assertThat(support.below().relationship()).hasValue(Relationship.STRATEGIC_PARTNERSHIP);
        assertThat(support.above().relationship()).hasValue(Relationship.INFORMAL_ALLIANCE);
        assertThat(treaty.tippingPoints().get(1).changesBand()).isTrue();
    }

    @Test
    void assumedCutPointsReplaceThoseOfTheBook() {
        String assumed = "{\"cutPoints\": {\"" + STAKE + "\": [8, 22.5, 30, 40]}}";
        Scenario scenario = Shipped.scenario(
                NEAR,
                new ScenarioOverrides(Map.of(), Optional.of(assumed.getBytes(StandardCharsets.UTF_8)), List.of()));
        Swing stake = swing(scenario, STAKE);
        assertThat(stake.tippingPoints()).extracting(TippingPoint::cutPoint).containsExactly(22.5);
        assertThat(assess(scenario, stake, 22.49).verdict().likelihood().band()).isEqualTo(Band.VERY_UNLIKELY);
        assertThat(assess(scenario, stake, 22.5).verdict().likelihood().band()).isEqualTo(Band.ALMOST_NO_CHANCE);
    }

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

    @Test
    void noReadingHasAnEffectWhenAllRulesAreDisabled() {
        Set<String> everything = Shipped.BOOK.book().switchableIds();
        Scenario off = RandomWorlds.with(Shipped.scenario("status-quo-2025"), Assumptions.NONE.withWithout(everything));
        SensitivityResult result = SENSITIVITY.analyze(off);
        assertThat(result.effectiveSwings()).isEmpty();
        assertThat(result.ineffectiveCount()).isEqualTo(result.swings().size());
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
            same(step, Shipped.ASSESSOR.assess(RandomWorlds.with(scenario, last, step.value())));
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
}
