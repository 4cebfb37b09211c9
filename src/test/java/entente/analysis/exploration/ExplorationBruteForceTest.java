package entente.analysis.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.exploration.ReadingEffect.GradeEffect;
import entente.analysis.exploration.diagram.Grades;
import entente.analysis.exploration.diagram.Output;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Fields;
import entente.document.Node;
import entente.document.ProblemCollector;
import entente.model.Assumptions;
import entente.model.Band;
import entente.model.Grade;
import entente.model.Numbers;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.exploration.ExplorationQuestion;
import entente.model.rule.Rule;
import entente.rulebook.LoadedRuleBook;
import entente.scenario.ExplorationQuestionParser;
import entente.scenario.Vocabulary;
import entente.scoring.Assessor;
import entente.scoring.RandomRuleBooks;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On random rule books and distributions, an exact exploration equals the count of every case. */
class ExplorationBruteForceTest {

    private static final int BOOKS = 150;
    private static final double EXACT = 1e-12;
    /** Of a variance, in which the count of every case cancels digits. */
    private static final double VARIANCE = 1e-9;

    @Test
    void explorationEqualsTheCountOfAllCases() {
        compareBooks(BOOKS, 5);
    }

    @Test
    @Tag("thorough")
    void explorationEqualsTheCountOfAllCasesOfEightReadings() {
        compareBooks(BOOKS, 8);
    }

    private static void compareBooks(int books, int indicators) {
        for (int n = 0; n < books; n++) {
            SplittableRandom random = new SplittableRandom(Property.SEED + n);
            LoadedRuleBook book = RandomRuleBooks.open(random, indicators);
            double[][] prior = CountedCases.randomPriors(random, indicators);
            compare("book " + n, book, prior, n % 2 == 0 ? Assumptions.NONE : withoutSome(book, random));
        }
    }

    /** As a file of worlds writes them: unknown for certain, or with some probability, or not at all. */
    @Test
    void readingsCanBeUnknownInSomeWorlds() {
        for (int n = 0; n < 20; n++) {
            SplittableRandom random = new SplittableRandom(Property.SEED + n);
            LoadedRuleBook book = RandomRuleBooks.open(random, 3);
            Map<Integer, Double> counted = new TreeMap<>();
            List<String> worlds = new ArrayList<>();
            for (double p : new double[] {0.25, 0.75}) {
                double[][] prior = CountedCases.randomPriors(random, 3);
                Arrays.fill(prior[0], 0);
                prior[0][random.nextInt(Grades.COUNT)] = 1;
                new CountedCases(book, prior)
                        .byPoints.forEach((points, share) -> counted.merge(points, p * share, Double::sum));
                worlds.add("{\"p\": " + p + ", \"grades\": {" + written(prior, random.nextBoolean()) + "}}");
            }
            ProblemCollector problems = new ProblemCollector();
            Node root = Documents.json(
                            ("{\"world\": " + worlds + "}").getBytes(StandardCharsets.UTF_8), DocumentLimits.SCENARIO)
                    .root()
                    .orElseThrow();
            Scenario scenario = RandomWorlds.scenario(Map.of(), CountedCases.HORIZON);
            ExplorationQuestion question = new ExplorationQuestionParser(Vocabulary.of(book.book()))
                    .question(
                            Optional.of(scenario),
                            Fields.of(root, "#", problems).orElseThrow())
                    .orElseThrow(() -> new AssertionError(problems.all()));
            ExplorationResult found = new Exploration(new Assessor(book)).explore(question);
            assertThat(found.verdict().likelihoods()).as("book " + n).hasSameSizeAs(counted.keySet());
            found.verdict()
                    .likelihoods()
                    .forEach(outcome -> assertThat(outcome.probability())
                            .isCloseTo(counted.get(outcome.points().hundredths()), Offset.offset(EXACT)));
        }
    }

    private static String written(double[][] prior, boolean word) {
        List<String> readings = new ArrayList<>();
        for (int i = 0; i < prior.length; i++) {
            List<String> weights = new ArrayList<>();
            for (Grade grade : Grade.values()) {
                if (prior[i][grade.ordinal()] > 0) {
                    weights.add("\"" + grade + "\": " + Numbers.plain(prior[i][grade.ordinal()]));
                }
            }
            boolean unknown = prior[i][Grade.UNKNOWN.ordinal()] == 1 && word;
            String id = RandomWorlds.INDICATORS.get(i).id();
            readings.add("\"" + id + "\": " + (unknown ? "\"unknown\"" : "{" + String.join(", ", weights) + "}"));
        }
        return String.join(", ", readings);
    }

    /** Some rules are switched off, overrides among them. */
    private static Assumptions withoutSome(LoadedRuleBook book, SplittableRandom random) {
        Set<String> without = book.book().rules().stream()
                .filter(rule -> random.nextInt(rule.overrides().isEmpty() ? 6 : 2) == 0)
                .map(Rule::id)
                .collect(Collectors.toSet());
        return new Assumptions(Map.of(), Map.of(), without, Map.of(), OptionalDouble.empty());
    }

    private static void compare(String where, LoadedRuleBook book, double[][] prior, Assumptions assumptions) {
        CountedCases counted = new CountedCases(book, prior, assumptions);
        Scenario scenario = RandomWorlds.with(CountedCases.scenario(prior), assumptions);
        ExplorationResult found = new Exploration(new Assessor(book)).explore(scenario);
        assertThat(found.exact()).as(where).isTrue();
        assertThat(found.verdict().likelihoods()).as(where).hasSameSizeAs(counted.byPoints.keySet());
        found.verdict()
                .likelihoods()
                .forEach(outcome -> assertClose(
                        where,
                        outcome.probability(),
                        counted.byPoints.get(outcome.points().hundredths())));
        assertClose(where, found.verdict().meanPercent(), counted.mean());
        for (Relationship relationship : Relationship.values()) {
            for (Band band : Band.values()) {
                assertClose(
                        where + " " + relationship + " " + band,
                        found.relationships().joint().get(relationship).get(band),
                        counted.relationship[relationship.ordinal()][band.ordinal()]);
            }
        }
        found.likeliest()
                .forEach(likeliest -> assertClose(
                        where + " " + likeliest,
                        likeliest.probability(),
                        counted.likeliest[likeliest.band().ordinal()]));
        double variance = found.verdict().standardDeviation() * found.verdict().standardDeviation();
        found.pairs()
                .forEach(pair -> assertThat(pair.index() * variance)
                        .as("%s %s", where, pair)
                        .isCloseTo(
                                counted.pairVariance(position(pair.first()), position(pair.second())),
                                Offset.offset(VARIANCE * variance)));
        for (int i = 0; i < prior.length; i++) {
            String id = RandomWorlds.INDICATORS.get(i).id();
            if (found.effects().stream().anyMatch(effect -> effect.indicator().equals(id))) {
                compare(where + " " + id, found, found.effect(id), counted, i);
            }
        }
    }

    private static void compare(
            String where, ExplorationResult found, ReadingEffect effect, CountedCases counted, int i) {
        double variance = found.verdict().standardDeviation() * found.verdict().standardDeviation();
        double explained = 0;
        for (GradeEffect grade : effect.grades()) {
            double[] joint = counted.joints[i][grade.grade().ordinal()];
            double probability = counted.prior[i][grade.grade().ordinal()];
            assertClose(where, grade.probability(), probability);
            assertClose(where, grade.meanPercent(), joint[Output.PERCENT] / probability);
            for (Band band : Band.values()) {
                assertClose(where, grade.bands().get(band), joint[band.ordinal()] / probability);
                if (found.verdict().bands().get(band) > 0) {
                    assertClose(
                            where,
                            grade.posterior().get(band),
                            joint[band.ordinal()] / found.verdict().bands().get(band));
                }
            }
            double away = joint[Output.PERCENT] / probability - counted.mean();
            explained += probability * away * away;
        }
        if (variance > 0) {
            assertThat(effect.first()).as(where).isCloseTo(explained / variance, Offset.offset(VARIANCE));
            assertThat(effect.total().orElseThrow())
                    .as(where)
                    .isCloseTo(counted.leftVariance(i) / variance, Offset.offset(VARIANCE));
        }
    }

    private static int position(String indicator) {
        return IntStream.range(0, RandomWorlds.INDICATORS.size())
                .filter(i -> RandomWorlds.INDICATORS.get(i).id().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    private static void assertClose(String where, double found, double counted) {
        assertThat(Math.abs(found - counted))
                .as("%s: %s, counted %s", where, found, counted)
                .isLessThanOrEqualTo(EXACT * Math.max(Math.abs(found), Math.abs(counted)));
    }
}
