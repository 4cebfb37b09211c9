package entente.analysis.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Assumptions;
import entente.model.Band;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Reading;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.scenario.ScenarioOverrides;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SensitivityAnalysisTest {

    private static final SensitivityAnalysis SENSITIVITY = new SensitivityAnalysis(Shipped.ASSESSOR);
    private static final String STAKE = "prc_export_share_west5_pct";
    /** Each case takes dozens of assessments. */
    private static final int CASES = Math.max(1, Property.cases() / 100);

    private static final int READINGS = 2;

    private static Scenario any(SplittableRandom random) {
        Scenario scenario = RandomWorlds.any(random);
        return random.nextBoolean() ? scenario : RandomWorlds.with(scenario, RandomWorlds.assumptions(random));
    }

    private static List<Swing> some(SensitivityResult result, SplittableRandom random) {
        List<Swing> some = new ArrayList<>();
        for (int n = 0; n < READINGS; n++) {
            some.add(result.swings().get(random.nextInt(result.swings().size())));
        }
        return some;
    }

    private static Indicator indicator(Swing swing) {
        return Shipped.BOOK.book().catalogue().indicator(swing.indicator());
    }

    /** The four cut points under the scenario's assumptions. */
    private static List<Double> cuts(Scenario scenario, Indicator indicator) {
        return scenario.assumptions()
                .cutPoints()
                .getOrDefault(indicator.id(), indicator.scale().cuts());
    }

    private static double oneStepShort(Indicator indicator, double cut) {
        return indicator.whole() ? cut - 1 : Math.nextDown(cut);
    }

    private static Assessment assess(Scenario scenario, Swing swing, double value) {
        return Shipped.ASSESSOR.assess(RandomWorlds.with(scenario, swing.indicator(), value));
    }

    private static void same(GradeOutcome step, Assessment assessment) {
        assertThat(step.likelihood()).isEqualTo(assessment.verdict().likelihood());
        assertThat(step.relationship()).isEqualTo(assessment.verdict().relationship());
    }

    @Test
    void eachGradeMatchesItsAssessment() {
        Property.forAll(CASES, SensitivityAnalysisTest::any, (scenario, random) -> {
            for (Swing swing : some(SENSITIVITY.analyze(scenario), random)) {
                Indicator indicator = indicator(swing);
                List<Double> cuts = cuts(scenario, indicator);
                assertThat(swing.outcomes())
                        .extracting(GradeOutcome::grade)
                        .containsExactly(Grade.VERY_LOW, Grade.LOW, Grade.MODERATE, Grade.HIGH, Grade.VERY_HIGH);
                for (int g = 0; g < swing.outcomes().size(); g++) {
                    GradeOutcome step = swing.outcomes().get(g);
                    double first = g == 0 ? indicator.low() : cuts.get(g - 1);
                    double last = g == 4 ? indicator.high() : oneStepShort(indicator, cuts.get(g));
                    assertThat(step.from()).isEqualTo(first);
                    assertThat(step.to()).isEqualTo(g == 4 ? indicator.high() : cuts.get(g));
                    assertThat(step.value()).isBetween(first, last);
                    for (double value : new double[] {first, step.value(), last}) {
                        same(step, assess(scenario, swing, value));
                    }
                }
            }
        });
    }

    @Test
    void swingSpansTheLowestToTheHighestOfAllGrades() {
        Property.forAll(CASES, SensitivityAnalysisTest::any, (scenario, random) -> {
            for (Swing swing : some(SENSITIVITY.analyze(scenario), random)) {
                List<Integer> tenths = swing.outcomes().stream()
                        .map(step -> assess(scenario, swing, step.value())
                                .verdict()
                                .likelihood()
                                .tenths())
                        .sorted()
                        .toList();
                assertThat(swing.low().likelihood().tenths()).isEqualTo(tenths.get(0));
                assertThat(swing.high().likelihood().tenths()).isEqualTo(tenths.get(4));
                assertThat(swing.spreadTenths()).isEqualTo(tenths.get(4) - tenths.get(0));
            }
        });
    }

    /** Each of the four cut points is reported if and only if the outcome changes there. */
    @Test
    void outcomeChangesExactlyAtATippingPoint() {
        Property.forAll(CASES, SensitivityAnalysisTest::any, (scenario, random) -> {
            for (Swing swing : some(SENSITIVITY.analyze(scenario), random)) {
                List<Double> bands = new ArrayList<>();
                List<Double> relationships = new ArrayList<>();
                for (double cut : cuts(scenario, indicator(swing))) {
                    Assessment below = assess(scenario, swing, oneStepShort(indicator(swing), cut));
                    Assessment from = assess(scenario, swing, cut);
                    if (below.verdict().likelihood().band()
                            != from.verdict().likelihood().band()) {
                        bands.add(cut);
                    }
                    if (!below.verdict().relationship().equals(from.verdict().relationship())) {
                        relationships.add(cut);
                    }
                    swing.tippingPoints().stream()
                            .filter(point -> point.cutPoint() == cut)
                            .forEach(point -> {
                                same(point.below(), below);
                                same(point.above(), from);
                            });
                }
                assertThat(swing.tippingPoints().stream()
                                .filter(TippingPoint::changesBand)
                                .map(TippingPoint::cutPoint))
                        .isEqualTo(bands);
                assertThat(swing.tippingPoints().stream()
                                .filter(TippingPoint::changesRelationship)
                                .map(TippingPoint::cutPoint))
                        .isEqualTo(relationships);
            }
        });
    }

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

    @Test
    void reportedBoundIsTheOneNearestToTheReading() {
        Swing reaction = swing(Shipped.scenario("status-quo-2025"), "us_reaction_severity_expected");
        assertThat(reaction.value()).hasValue(3);
        assertThat(reaction.high().likelihood())
                .isEqualTo(reaction.outcomes().get(0).likelihood())
                .isEqualTo(reaction.outcomes().get(1).likelihood());
        assertThat(reaction.high().grade()).isEqualTo(Grade.LOW);
        assertThat(reaction.high().value()).isEqualTo(1);
        Swing stake = swing(Shipped.scenario("status-quo-2025"), STAKE);
        assertThat(stake.low().value()).as("as it is").isEqualTo(24);
        assertThat(stake.high().value()).as("just below the cut").isEqualTo(14.9);
    }

    @Test
    void stakeOf2025ChangesTheBandAtFifteenPercent() {
        Swing stake = swing(Shipped.scenario("status-quo-2025"), STAKE);
        assertThat(stake.spreadTenths()).isEqualTo(83);
        assertThat(stake.tippingPoints()).singleElement().satisfies(point -> {
            assertThat(point.cutPoint()).isEqualTo(15);
            assertThat(point.below().band()).isEqualTo(Band.UNLIKELY);
            assertThat(point.above().band()).isEqualTo(Band.VERY_UNLIKELY);
            assertThat(point.changesBand()).isTrue();
            assertThat(point.changesRelationship()).isFalse();
        });
    }

    @Test
    void treatyOfSupportChangesTheRelationshipOnly() {
        Swing treaty = swing(Shipped.scenario("status-quo-2025"), "treaty_commitment_level");
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
                "status-quo-2025",
                new ScenarioOverrides(Map.of(), Optional.of(assumed.getBytes(StandardCharsets.UTF_8)), List.of()));
        Swing stake = swing(scenario, STAKE);
        assertThat(stake.tippingPoints()).extracting(TippingPoint::cutPoint).containsExactly(22.5);
        assertThat(stake.high().value()).isEqualTo(22.49);
        assertThat(assess(scenario, stake, 22.49).verdict().likelihood().band()).isEqualTo(Band.UNLIKELY);
        assertThat(assess(scenario, stake, 22.5).verdict().likelihood().band()).isEqualTo(Band.VERY_UNLIKELY);
    }

    /** The full precision of a double. */
    @Test
    void valueBelowACutPointWithManyDigitsLiesBelowIt() {
        double cut = 31.51122612175146;
        Scenario scenario = RandomWorlds.with(
                Shipped.scenario("baseline-2018"),
                new Assumptions(
                        Map.of(),
                        Map.of(),
                        Set.of(),
                        Map.of(STAKE, List.of(8.0, 15.0, 25.0, cut)),
                        OptionalDouble.empty()));
        GradeOutcome high = swing(scenario, STAKE).outcomes().get(3);
        assertThat(high.grade()).isEqualTo(Grade.HIGH);
        assertThat(high.value()).isLessThan(cut).isEqualTo(Math.nextDown(cut));
    }

    @Test
    void unknownReadingHasNoValueButASwing() {
        Scenario scenario = Shipped.with("status-quo-2025", Map.of(STAKE, "unknown"));
        Swing stake = swing(scenario, STAKE);
        assertThat(stake.value()).isEmpty();
        assertThat(stake.grade()).isEqualTo(Grade.UNKNOWN);
        assertThat(stake.tippingPoints()).extracting(TippingPoint::cutPoint).containsExactly(15.0);
        assertThat(stake.low().likelihood().tenths()).isEqualTo(121);
        assertThat(stake.high().likelihood().tenths()).isEqualTo(204);
    }

    @Test
    void noReadingHasAnEffectWhenAllRulesAreDisabled() {
        Set<String> everything = Shipped.BOOK.book().switchableIds();
        Scenario off = RandomWorlds.with(
                Shipped.scenario("status-quo-2025"),
                new Assumptions(Map.of(), Map.of(), everything, Map.of(), OptionalDouble.empty()));
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
                .as("it tips the relationship, if not the likelihood")
                .contains("shared_shock_severity")
                .doesNotContain("shock_suddenness", "leader_meetings_per_year");
    }

    private static Swing swing(Scenario scenario, String indicator) {
        return SENSITIVITY.analyze(scenario).swings().stream()
                .filter(swing -> swing.indicator().equals(indicator))
                .findFirst()
                .orElseThrow();
    }
}
