package entente.analysis.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.sensitivity.Swing.GradeOutcome;
import entente.analysis.sensitivity.Swing.TippingPoint;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("thorough")
class SensitivityAnalysisTest extends SensitivityFixture {

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

    /** The four cut points under the scenario's assumptions. */
    private static List<Double> cuts(Scenario scenario, Indicator indicator) {
        return scenario.assumptions()
                .cutPoints()
                .getOrDefault(indicator.id(), indicator.scale().cuts());
    }

    private static double oneStepShort(Indicator indicator, double cut) {
        return indicator.whole() ? cut - 1 : Math.nextDown(cut);
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
