package entente.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entente.model.Assumptions;
import entente.model.Percent;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.Assessment.ReferenceClassVerdict;
import entente.model.rule.ReferenceClasses;
import entente.model.rule.ReferenceClasses.Counts;
import entente.model.rule.ReferenceClasses.ReferenceClass;
import entente.model.rule.RuleBook.Parameter;
import entente.rulebook.LoadedRuleBook;
import entente.scenario.ScenarioOverrides;
import entente.scoring.Assessor;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The outside view: the base rate of a class for each horizon, and the verdict from each class. */
class ReferenceClassLawTest {

    private static final ReferenceClasses CLASSES = Shipped.BOOK.book().referenceClasses();
    private static final String OTHER = "since-1946";

    private static ReferenceClass ofRate(double percent) {
        return new ReferenceClass("one", "one", Optional.empty(), new Parameter(percent, "test"));
    }

    /** Classes of the shipped books, and random ones. */
    private static Stream<ReferenceClass> classes() {
        return Stream.of(
                        Shipped.books().stream().flatMap(book -> book.book().referenceClasses().all().stream()),
                        Stream.of(0.1, 99.0).map(ReferenceClassLawTest::ofRate),
                        new SplittableRandom(Property.SEED)
                                .doubles(1000, 0.1, 99)
                                .mapToObj(ReferenceClassLawTest::ofRate))
                .flatMap(classes -> classes);
    }

    @Test
    void rateOfFiveYearsIsThatOfTheClassAndGrowsWithEachYear() {
        assertThat(classes()).allSatisfy(one -> {
            assertThat(one.percent(5)).isEqualTo(one.rate().value());
            assertThat(one.percent(1)).isPositive();
            assertThat(one.percent(10)).isLessThan(100);
            assertThat(IntStream.rangeClosed(1, 10).mapToObj(one::percent).toList())
                    .isSorted()
                    .doesNotHaveDuplicates();
        });
    }

    /** What remains without a pledge after some years, and then after others, is what remains after both. */
    @Test
    void chanceIsTheSameInEachYear() {
        assertThat(classes()).allSatisfy(one -> {
            for (int years = 2; years <= 10; years++) {
                double first = 1 - one.percent(1) / 100;
                double others = 1 - one.percent(years - 1) / 100;
                assertThat(100 * (1 - first * others)).isCloseTo(one.percent(years), within(0.0151));
            }
        });
        ReferenceClass pooled = CLASSES.find("pooled-1815-2017").orElseThrow();
        assertThat(List.of(pooled.percent(1), pooled.percent(5), pooled.percent(10)))
                .containsExactly(1.72, 8.3, 15.91);
    }

    @Test
    void rateIsTheShareOfWindowsOrJeffreysEstimateFromIndependentOnes() {
        assertThat(new Counts(44, 530, 0).percent()).isCloseTo(8.3019, within(0.0001));
        assertThat(new Counts(0, 243, 49).percent()).isEqualTo(1.0);
        assertThat(new Counts(2, 40, 20).percent()).isCloseTo(100 * 1.5 / 21, within(1e-9));
    }

    @Test
    void verdictOfEachClassIsThatOfAnAssessmentThatChoosesIt() {
        for (LoadedRuleBook book : Shipped.books()) {
            Assessor assessor = new Assessor(book);
            Property.forAll(100, random -> RandomWorlds.random(random, book.book()), (world, random) -> {
                Assumptions assumptions = RandomWorlds.assumptions(random, book.book());
                Assessment assessment = assessor.assess(world.withAssumptions(assumptions));
                assertThat(assessment.outsideView())
                        .allSatisfy(view -> agrees(
                                view,
                                assessor.assess(world.withAssumptions(assumptions
                                        .withBaseRatePercent(OptionalDouble.empty())
                                        .withReferenceClass(Optional.of(view.referenceClass()))))));
                assertThat(assessment.outsideView().stream()
                                .filter(ReferenceClassVerdict::used)
                                .map(ReferenceClassVerdict::likelihood))
                        .isEqualTo(
                                assumptions.baseRatePercent().isPresent()
                                        ? List.of()
                                        : List.of(assessment.verdict().likelihood()));
            });
        }
    }

    private static void agrees(ReferenceClassVerdict view, Assessment chosen) {
        assertThat(chosen.verdict().likelihood()).isEqualTo(view.likelihood());
        assertThat(chosen.outlook().path().basePercent()).isEqualTo(view.baseRatePercent());
    }

    private static String json(String assumptions) {
        return "{\"id\": \"new-a\", \"title\": \"T\", \"extends\": \"baseline-2018\", \"readings\": {},\n"
                + " \"assumptions\": {" + assumptions + "}}";
    }

    private static Percent with(String assumptions, ScenarioOverrides overrides) {
        Scenario scenario = Shipped.accepted(
                Shipped.READER.read(json(assumptions).getBytes(StandardCharsets.UTF_8), Shipped.SHELF, overrides));
        return Shipped.ASSESSOR.assess(scenario).verdict().likelihood();
    }

    private static ScenarioOverrides option(String id, String... file) {
        return new ScenarioOverrides(
                Map.of(),
                Stream.of(file)
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .findFirst(),
                Optional.empty(),
                List.of(),
                Optional.of(id).filter(given -> !given.isEmpty()));
    }

    @Test
    void classIsChosenByScenarioFileOrOptionAndTheLastOneDecides() {
        Percent since1946 = with("\"baseRatePercent\": 1", ScenarioOverrides.NONE);
        Percent war = with("\"baseRatePercent\": 28.6", ScenarioOverrides.NONE);
        assertThat(since1946).isNotEqualTo(war);
        assertThat(with("\"referenceClass\": \"" + OTHER + "\"", ScenarioOverrides.NONE))
                .isEqualTo(since1946);
        assertThat(with("", option(OTHER))).isEqualTo(since1946);
        assertThat(with("", option("", "{\"referenceClass\": \"" + OTHER + "\"}")))
                .isEqualTo(since1946);
        assertThat(with("\"baseRatePercent\": 50", option(OTHER))).isEqualTo(since1946);
        assertThat(with("\"referenceClass\": \"general-war\"", option("", "{\"baseRatePercent\": 1}")))
                .isEqualTo(since1946);
        assertThat(with("", option("general-war", "{\"baseRatePercent\": 1}"))).isEqualTo(war);
    }
}
