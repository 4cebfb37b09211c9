package entente.analysis.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import entente.analysis.exploration.ExplorationResult.ReadingEffect;
import entente.model.Band;
import entente.model.ExplorationQuestion;
import entente.model.ExplorationQuestion.Discover;
import entente.model.Grade;
import entente.model.GradeScale;
import entente.model.Indicator;
import entente.model.Reading;
import entente.model.ReadingDistribution.Shape;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.ValueRange;
import entente.report.wording.ExplorationSentences;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Assessor;
import entente.scoring.RandomRuleBooks;
import entente.scoring.ScoredScenario;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Records;
import entente.testkit.Shipped;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class ExplorationTest {

    private static final Exploration EXPLORATION = new Exploration(Shipped.ASSESSOR);
    private static final String TREATY = "treaty_commitment_level";
    private static final String SHOCK = "shock_suddenness";
    private static final String SHARE = "prc_export_share_west5_pct";
    private static final double ROUNDING = 1e-12;
    private static final WorkLimits NOTHING = new WorkLimits(0, 0, 0, 0, 0, 0);

    private static ExplorationQuestion question(Scenario scenario, Map<String, Grade> given) {
        return new ExplorationQuestion(scenario, given, false, Optional.empty());
    }

    private static Scenario decoupling(Map<String, String> sets) {
        return Shipped.with("total-decoupling", sets);
    }

    /** A scenario without an uncertain reading has one case: its assessment. */
    @Test
    void certainScenarioHasTheVerdictOfItsAssessment() {
        Property.forAll(Property.cases() / 10, RandomWorlds::any, (scenario, random) -> {
            Map<String, Reading> values = new LinkedHashMap<>();
            scenario.readings()
                    .forEach((id, reading) -> values.put(
                            id,
                            reading.range().isPresent()
                                    ? Reading.known(id, reading.range().get().value())
                                    : Reading.unknown(id)));
            Scenario certain = RandomWorlds.with(scenario.withReadings(values), RandomWorlds.assumptions(random));
            ExplorationResult result = EXPLORATION.explore(certain);
            assertThat(result.cases()).isEqualTo(BigInteger.ONE);
            assertThat(result.verdict().likelihoods())
                    .singleElement()
                    .satisfies(only -> assertThat(only.likelihood()).isEqualTo(result.point()));
            assertThat(result.point())
                    .isEqualTo(Shipped.ASSESSOR.pointAssessment(certain).likelihood());
        });
    }

    @Test
    void conditionsAverageToTheWhole() {
        Scenario scenario = decoupling(Map.of(SHOCK, "any", TREATY, "LOW:0.2,MODERATE:0.5,VERY_HIGH:0.3"));
        ExplorationResult all = EXPLORATION.explore(scenario);
        for (Band band : Band.values()) {
            double sum = 0;
            for (ReadingEffect.GradeEffect grade : all.effect(TREATY).grades()) {
                ExplorationResult given = EXPLORATION.explore(question(scenario, Map.of(TREATY, grade.grade())));
                assertThat(given.verdict().bands().get(band))
                        .isEqualTo(grade.bands().get(band), within(ROUNDING));
                sum += grade.probability() * given.verdict().bands().get(band);
            }
            assertThat(sum).isEqualTo(all.verdict().bands().get(band), within(ROUNDING));
        }
    }

    /** Every reading over every grade: probabilities add up in each way that they are told. */
    @Test
    void allIndicatorsTogetherAreExact() {
        ExplorationResult result = EXPLORATION.explore(EVERYTHING);
        int indicators = RandomWorlds.INDICATORS.size();
        assertThat(result.exact()).isTrue();
        assertThat(result.relationships().exact()).isTrue();
        assertThat(result.cases()).isEqualTo(BigInteger.valueOf(5).pow(indicators));
        assertThat(result.verdict().bands().values().stream()
                        .mapToDouble(p -> p)
                        .sum())
                .isEqualTo(1, within(ROUNDING));
        double relationships = 0;
        for (Relationship state : Relationship.values()) {
            relationships += result.relationships().probability(state);
        }
        assertThat(relationships).isEqualTo(1, within(ROUNDING));
        assertThat(result.effects()).hasSize(indicators).allSatisfy(effect -> {
            assertThat(effect.first()).isBetween(0.0, 1.0);
            assertThat(effect.total().orElseThrow()).isGreaterThanOrEqualTo(effect.first() - ROUNDING);
        });
        assertThat(result.pairs()).hasSize(10);
    }

    /** Where the states exceed the limit, the figures are estimated and say so. */
    @Test
    void sampleAgreesWithTheCountWithinItsError() {
        for (int n = 0; n < 7; n++) {
            SplittableRandom random = new SplittableRandom(Property.SEED + n);
            LoadedRuleBook book = n == 0 ? Shipped.BOOK : RandomRuleBooks.open(random, 6);
            Scenario scenario =
                    CountedCases.scenario(CountedCases.randomPriors(random, n == 0 ? Shipped.indicators() : 6));
            ExplorationResult exact = new Exploration(new Assessor(book)).explore(scenario);
            ExplorationResult sampled = new Exploration(new Assessor(book), NOTHING).explore(scenario);
            assertThat(exact.exact()).isTrue();
            assertThat(sampled.exact()).isFalse();
            assertThat(sampled.relationships().exact()).isFalse();
            for (Band band : Band.values()) {
                double p = exact.verdict().bands().get(band);
                double error = Math.sqrt(p * (1 - p) / SampledCases.SIZE);
                assertThat(sampled.verdict().bands().get(band)).isEqualTo(p, within(4 * error + ROUNDING));
            }
            for (Relationship state : Relationship.values()) {
                double p = exact.relationships().probability(state);
                double error = Math.sqrt(p * (1 - p) / SampledCases.SIZE);
                assertThat(sampled.relationships().probability(state)).isEqualTo(p, within(4 * error + ROUNDING));
            }
            double error = exact.verdict().standardDeviation() / Math.sqrt(SampledCases.SIZE);
            assertThat(sampled.verdict().meanPercent())
                    .isEqualTo(exact.verdict().meanPercent(), within(4 * error + ROUNDING));
        }
    }

    /** Each bound that is exceeded costs the part that needs it, and that is said. */
    @Test
    void whatExceedsItsBoundIsEstimatedOrLeftOut() {
        ExplorationResult relationships = bounded(without("relationships", "discovery"));
        assertThat(relationships.exact()).isTrue();
        assertThat(relationships.relationships().exact()).isFalse();
        assertThat(relationships.effects())
                .allSatisfy(effect -> assertThat(effect.total()).isPresent());
        ExplorationResult interactions = bounded(without("interactions", "discovery"));
        assertThat(interactions.exact()).isTrue();
        assertThat(interactions.relationships().exact()).isTrue();
        assertThat(interactions.effects())
                .allSatisfy(effect -> assertThat(effect.total()).isEmpty());
        assertThat(interactions.pairs()).isEmpty();
        assertThat(new ExplorationSentences(interactions).method()).contains("Interactions of readings are left out");
        assertThat(new ExplorationSentences(relationships).method()).doesNotContain("left out");
        String[] more = {"relationships", "interactions", "discovery"};
        assertThat(bounded(Records.with(without(more), "compilation", 0L)).exact())
                .isFalse();
        assertThat(bounded(Records.with(without(more), "distribution", 0L)).exact())
                .isFalse();
        assertThat(bounded(Records.with(without(more), "cells", 1000L)).exact()).isFalse();
        ExplorationQuestion conditions = new ExplorationQuestion(
                decoupling(Map.of(SHOCK, "any")), Map.of(), true, Optional.of(new Discover(Band.LIKELY, Set.of())));
        assertThat(explored(without(more), conditions).exact()).isFalse();
    }

    /** The standard limits with no steps for these parts. */
    private static WorkLimits without(String... parts) {
        WorkLimits limits = WorkLimits.STANDARD;
        for (String part : parts) {
            limits = Records.with(limits, part, 0L);
        }
        return limits;
    }

    private static final Scenario UNRATED = Shipped.parse("{\"id\": \"s\", \"title\": \"S\", \"readings\": {}}");
    private static final ExplorationQuestion EVERYTHING =
            new ExplorationQuestion(UNRATED, Map.of(), true, Optional.empty());
    private static final WorkLimits.Budget UNLIMITED = new WorkLimits.Budget(Long.MAX_VALUE);

    private static DiagramCompiler compiler(ExplorationQuestion question) {
        return new DiagramCompiler(
                Shipped.ASSESSOR.scored(question.scenario()).model(),
                priors(question).support());
    }

    private static Priors priors(ExplorationQuestion question) {
        return Priors.of(question, Shipped.BOOK.book().catalogue());
    }

    private static DiagramSums passes(ExplorationQuestion question) {
        ScoredScenario scored = Shipped.ASSESSOR.scored(question.scenario());
        Diagram diagram = compiler(question).compile(UNLIMITED);
        return new DiagramSums(diagram, scored, priors(question), memory(Long.MAX_VALUE), 1, UNLIMITED);
    }

    /** Any number of steps. */
    private static WorkLimits memory(long cells) {
        long most = Long.MAX_VALUE;
        return new WorkLimits(most, most, most, most, most, cells);
    }

    private static ExplorationResult explored(WorkLimits limits, ExplorationQuestion question) {
        return new Exploration(Shipped.ASSESSOR, limits).explore(question);
    }

    /** Whatever the number of steps, so that a long calculation is not a large one. */
    @Test
    void memoryOfEachPartIsBounded() {
        ExplorationQuestion small = question(decoupling(Map.of(SHOCK, "any", SHARE, "5..15..30")), Map.of());
        DiagramSums few = passes(small);
        long outcomes = 20 * few.grid.cells(few.layers());
        assertThat(outcomes).isGreaterThan(few.cells);
        assertThat(explored(memory(outcomes), small).exact()).isTrue();
        assertThat(explored(memory(outcomes - 1), small).exact()).isFalse();
        DiagramSums many = passes(EVERYTHING);
        assertThat(explored(memory(many.cells), EVERYTHING).exact()).isTrue();
        assertThat(explored(memory(many.cells), EVERYTHING).relationships().exact())
                .as("pairs of sums")
                .isFalse();
        assertThat(explored(memory(many.cells), EVERYTHING).effects())
                .as("pairs of states")
                .allSatisfy(effect -> assertThat(effect.total()).isEmpty());
        assertThat(explored(memory(many.cells - 1), EVERYTHING).exact()).isFalse();
    }

    /** Two cases of one reading are one pair, with one sum. */
    @Test
    void pairsOfStatesAreBounded() {
        DiagramSums two = passes(question(
                Shipped.parse("{\"id\": \"s\", \"title\": \"S\", \"readings\": {\"" + TREATY
                        + "\": {\"grades\": {\"LOW\": 0.5, \"VERY_HIGH\": 0.5}}}}"),
                Map.of()));
        assertThatCode(() -> new TotalEffects(two, memory(22), UNLIMITED)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new TotalEffects(two, memory(21), UNLIMITED)).isInstanceOf(WorkLimits.Exceeded.class);
    }

    @Test
    void pairsNeedStepsOfTheirOwn() {
        ExplorationQuestion three =
                question(decoupling(Map.of(SHOCK, "any", SHARE, "5..15..30", TREATY, "any")), Map.of());
        long pairs = ExactCases.pairSteps(passes(three));
        WorkLimits limits = Records.with(without("relationships", "discovery"), "interactions", pairs - 1);
        ExplorationResult result = explored(limits, three);
        assertThat(result.exact()).isTrue();
        assertThat(result.effects())
                .allSatisfy(effect -> assertThat(effect.total()).isEmpty());
    }

    @Test
    void interruptionEndsEachPart() {
        try {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> compiler(EVERYTHING).compile(UNLIMITED)).isInstanceOf(CancellationException.class);
            Thread.interrupted();
            DiagramSums sums = passes(EVERYTHING);
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> sums.forward(priors(EVERYTHING).byGrade()))
                    .isInstanceOf(CancellationException.class);
        } finally {
            Thread.interrupted();
        }
    }

    private static ExplorationResult bounded(WorkLimits limits) {
        return new Exploration(Shipped.ASSESSOR, limits).explore(decoupling(Map.of(SHOCK, "any", SHARE, "5..15..30")));
    }

    /** Points of many digits multiply the sums; they never take the time and memory of all of them. */
    @Test
    void pointsOfManyDigitsOverAllReadingsAreEstimated() {
        Scenario scenario =
                Shipped.parse("{\"id\": \"s\", \"title\": \"S\", \"readings\": {}, \"assumptions\": {\"weights\":"
                        + " {\"alliance\": {\"OVERWHELMING\": 100, \"DECISIVE\": 99.99, \"VERY_STRONG\": 99.98,"
                        + " \"STRONG\": 99.97, \"MODERATE\": 61.93, \"SLIGHT\": 31.71}}}}");
        ExplorationResult result =
                EXPLORATION.explore(new ExplorationQuestion(scenario, Map.of(), true, Optional.empty()));
        assertThat(result.exact()).isFalse();
    }

    // How probable each grade of a reading is.
    private static final GradeScale PERCENT = new GradeScale(List.of(5.0, 15.0, 25.0, 33.0), false);
    private static final GradeScale ORDINAL =
            Shipped.BOOK.book().catalogue().indicator("shared_shock_severity").scale();

    private static double[] of(GradeScale scale, double value, double low, double high, Optional<Shape> shape) {
        Reading reading = Reading.known("any", value)
                .withRange(Optional.of(new ValueRange(value, low, high)))
                .withDistribution(shape.map(given -> given));
        return Priors.grades(reading, scale);
    }

    private static double[] expected(Map<Grade, Double> byGrade) {
        double[] expected = new double[Grade.values().length];
        byGrade.forEach((grade, probability) -> expected[grade.ordinal()] = probability);
        return expected;
    }

    /** The mode is at 15: a quarter of the mass lies below it where the range is three times longer above. */
    @Test
    void triangularRisesToItsMode() {
        assertThat(of(PERCENT, 15, 10, 25, Optional.of(Shape.TRIANGULAR)))
                .containsExactly(expected(Map.of(Grade.LOW, 1 / 3.0, Grade.MODERATE, 2 / 3.0)), within(ROUNDING));
        assertThat(of(PERCENT, 10, 10, 20, Optional.of(Shape.TRIANGULAR)))
                .containsExactly(expected(Map.of(Grade.LOW, 0.75, Grade.MODERATE, 0.25)), within(ROUNDING));
    }

    @Test
    void wholeNumbersOfARangeAreAlikeProbable() {
        assertThat(of(ORDINAL, 2, 1, 3, Optional.empty()))
                .containsExactly(
                        expected(Map.of(Grade.LOW, 1 / 3.0, Grade.MODERATE, 1 / 3.0, Grade.HIGH, 1 / 3.0)),
                        within(ROUNDING));
    }

    @Test
    void probabilitiesAddUpToOneAndStayWithinTheGradesOfTheRange() {
        for (int n = 0; n < Property.cases(); n++) {
            SplittableRandom random = new SplittableRandom(Property.SEED + n);
            Indicator indicator = RandomWorlds.INDICATORS.get(random.nextInt(RandomWorlds.INDICATORS.size()));
            double[] values = {
                RandomWorlds.value(random, indicator),
                RandomWorlds.value(random, indicator),
                RandomWorlds.value(random, indicator)
            };
            Arrays.sort(values);
            Shape shape = Shape.values()[random.nextInt(Shape.values().length)];
            double[] found = of(indicator.scale(), values[1], values[0], values[2], Optional.of(shape));
            String where = indicator.id() + " " + shape + " " + Arrays.toString(values);
            assertThat(Arrays.stream(found).sum()).as(where).isCloseTo(1, within(ROUNDING));
            for (Grade grade : Grade.values()) {
                boolean within = grade.compareTo(indicator.scale().gradeOf(values[0])) >= 0
                        && grade.compareTo(indicator.scale().gradeOf(values[2])) <= 0;
                assertThat(found[grade.ordinal()]).as(where).isBetween(0.0, within ? 1.0 : 0.0);
            }
        }
    }
}
