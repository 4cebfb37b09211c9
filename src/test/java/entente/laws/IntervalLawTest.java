package entente.laws;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Assumptions;
import entente.model.Grade;
import entente.model.GradeScale;
import entente.model.Indicator;
import entente.model.Percent;
import entente.model.Question;
import entente.model.Reading;
import entente.model.ReadingStatus;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.Strength;
import entente.model.ValueRange;
import entente.model.assessment.Assessment;
import entente.model.assessment.Assessment.Warning;
import entente.model.assessment.Interval;
import entente.model.assessment.Verdict;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleKind;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Assessor;
import entente.scoring.RandomRuleBooks;
import entente.scoring.Weighed;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The interval and the range of states cover exactly the completions of the unknown readings. */
@Tag("law")
class IntervalLawTest {

    private static final int MOST_OPEN = 4;
    private static final int SAMPLES = 50;

    /** Under any assumptions, weights and emphasis of zero and disabled rules included. */
    @ParameterizedTest
    @MethodSource("entente.testkit.Shipped#books")
    void intervalEqualsAllCompletionsWithFewUnknowns(LoadedRuleBook book) {
        Assessor assessor = new Assessor(book);
        Property.forAll(
                random -> nearlyKnown(random, book.book()),
                (scenario, random) -> endsAreThoseOfAllCompletions(assessor, scenario));
    }

    /** Overrides, ceilings and pacts meet as in no shipped book. */
    @Test
    void intervalOfARandomBookEqualsAllCompletions() {
        for (int n = 0; n < Property.cases(); n++) {
            SplittableRandom random = new SplittableRandom(Property.SEED + n);
            LoadedRuleBook book = RandomRuleBooks.open(random, MOST_OPEN + 1);
            endsAreThoseOfAllCompletions(new Assessor(book), nearlyKnown(random, book.book()));
        }
    }

    /** All readings known except a few that are unknown or have a range, often of those that decide the relationship. */
    private static Scenario nearlyKnown(SplittableRandom random, RuleBook book) {
        List<Indicator> indicators = book.catalogue().indicators();
        Scenario scenario = indicators.equals(RandomWorlds.INDICATORS)
                ? RandomWorlds.any(random)
                : RandomWorlds.random(random, indicators, 0);
        List<String> decisive = book.rules().stream()
                .filter(rule ->
                        rule.kind() != RuleKind.CLAIM || book.relationship().isPact(rule))
                .flatMap(rule -> rule.indicators().stream())
                .toList();
        List<String> read = book.rules().stream()
                .flatMap(rule -> rule.indicators().stream())
                .toList();
        Set<String> open = new TreeSet<>();
        for (int n = random.nextInt(MOST_OPEN + 1); n > 0; n--) {
            List<String> some = random.nextBoolean() || decisive.isEmpty() ? read : decisive;
            open.add(some.get(random.nextInt(some.size())));
        }
        for (Indicator indicator : indicators) {
            double value =
                    scenario.reading(indicator.id()).value().orElseGet(() -> RandomWorlds.value(random, indicator));
            double other = open.contains(indicator.id()) ? RandomWorlds.value(random, indicator) : value;
            ValueRange range = new ValueRange(value, Math.min(value, other), Math.max(value, other));
            scenario = RandomWorlds.with(
                    scenario,
                    open.contains(indicator.id()) && random.nextInt(3) > 0
                            ? Reading.unknown(indicator.id())
                            : Reading.known(indicator.id(), value).withRange(Optional.of(range)));
        }
        return switch (random.nextInt(3)) {
            case 0 -> scenario;
            case 1 -> RandomWorlds.with(scenario, RandomWorlds.assumptions(random, book));
            default -> RandomWorlds.with(scenario, withoutDirections(random, book));
        };
    }

    /** Claims of a pact and ceilings that no longer raise or lower the likelihood, but still decide the relationship. */
    private static Assumptions withoutDirections(SplittableRandom random, RuleBook book) {
        Map<Strength, Double> zero = book.weights().alliance().keySet().stream()
                .collect(Collectors.toMap(strength -> strength, strength -> 0.0));
        Set<String> without = book.rules().stream()
                .filter(rule -> rule.kind() != RuleKind.CLAIM && random.nextBoolean())
                .map(Rule::id)
                .collect(Collectors.toSet());
        Map<Question, Map<Strength, Double>> weights = random.nextBoolean()
                ? Map.of(Question.ALLIANCE, zero)
                : Map.of(Question.ALLIANCE, zero, Question.PARTNERSHIP, zero);
        return Assumptions.NONE.withWeights(weights).withWithout(without);
    }

    private static void endsAreThoseOfAllCompletions(Assessor assessor, Scenario scenario) {
        List<Indicator> open = assessor.book().catalogue().indicators().stream()
                .filter(indicator -> grades(scenario, indicator).size() > 1)
                .toList();
        // Shrinking removes readings; scenarios with too many completions are skipped.
        if (open.size() > MOST_OPEN) {
            return;
        }
        List<Weighed> all = new ArrayList<>();
        complete(scenario, open, assessor, all);
        // The known readings alone are an answer too, without which the likelihood would lie outside its interval.
        all.add(Weighed.of(assessor, scenario));
        Assessment assessment = assessor.assess(scenario);
        TreeSet<Percent> likelihoods =
                all.stream().map(Weighed::likelihood).collect(Collectors.toCollection(TreeSet::new));
        assertThat(assessment.verdict().interval())
                .isEqualTo(new Interval(likelihoods.first(), likelihoods.last(), true));
        Set<Relationship> states = all.stream().map(Weighed::relationship).collect(Collectors.toSet());
        assertThat(assessment.verdict().relationships()).as("states").containsAll(states);
        boolean exact = assessment.warnings().stream()
                .noneMatch(warning -> warning.kind() == Warning.Kind.RELATIONSHIPS_NOT_EXACT);
        if (exact) {
            assertThat(states).containsAll(assessment.verdict().relationships());
        } else {
            assertThat(scenario.assumptions().weights()).as("exact otherwise").isNotEmpty();
        }
    }

    private static void complete(Scenario scenario, List<Indicator> open, Assessor assessor, List<Weighed> all) {
        if (open.isEmpty()) {
            all.add(Weighed.of(assessor, scenario));
            return;
        }
        Indicator indicator = open.get(0);
        for (Grade grade : grades(scenario, indicator)) {
            Scenario completed = RandomWorlds.with(scenario, indicator.id(), value(scenario, indicator, grade));
            complete(completed, open.subList(1, open.size()), assessor, all);
        }
    }

    /**
     * An incident closes the switch, which raises the result without the lowest ceiling, so that it is not monotone.
     */
    @Test
    void intervalEqualsAllCompletionsWithoutTheLowestCeiling() {
        Scenario shots = RandomWorlds.with(
                Shipped.scenario("total-decoupling"), Assumptions.NONE.withWithout(Set.of("no_switch")));
        for (Indicator indicator : RandomWorlds.INDICATORS) {
            if (shots.reading(indicator.id()).status() == ReadingStatus.UNKNOWN) {
                shots = RandomWorlds.with(
                        shots, Shipped.scenario("baseline-2018").reading(indicator.id()));
            }
        }
        Reading calm = shots.reading("border_or_proxy_incident");
        Reading perhapsShots = calm.withRange(Optional.of(new ValueRange(0, 0, 4)));
        endsAreThoseOfAllCompletions(Shipped.ASSESSOR, RandomWorlds.with(shots, perhapsShots));
    }

    @Test
    void aPactWithoutPointsIsPossible() {
        Scenario scenario = RandomWorlds.with(
                Shipped.rated(
                        "baseline-2018",
                        Map.of("treaty_commitment_level", "unknown", "rus_elite_balancing_sentiment", "unknown")),
                Assumptions.NONE
                        .withWeights(Map.of(Question.ALLIANCE, Map.of(Strength.DECISIVE, 0.0)))
                        .withWithout(Set.of("mutual_mistrust", "working_pact_lifts_ceiling")));
        assertThat(Shipped.ASSESSOR.assess(scenario).verdict().relationships())
                .containsExactly(Relationship.STRATEGIC_PARTNERSHIP, Relationship.FORMAL_ALLIANCE);
    }

    @Test
    void intervalContainsRandomCompletions() {
        Property.forAll(
                RandomWorlds::any, (scenario, random) -> containsCompletions(Shipped.ASSESSOR, scenario, random));
    }

    @Test
    void intervalOfARandomBookContainsRandomCompletions() {
        int bounds = 0;
        for (int n = 0; n < 10 + Property.cases() / 10; n++) {
            SplittableRandom random = new SplittableRandom(Property.SEED + n);
            Assessor assessor = new Assessor(RandomRuleBooks.open(random, 14));
            Scenario unrated = RandomWorlds.random(random, RandomWorlds.INDICATORS, 1);
            bounds += containsCompletions(assessor, unrated, random).exact() ? 0 : 1;
        }
        assertThat(bounds).as("books with too many completions").isPositive();
    }

    private static Interval containsCompletions(Assessor assessor, Scenario scenario, SplittableRandom random) {
        Verdict verdict = assessor.assess(scenario).verdict();
        for (int n = 0; n < SAMPLES; n++) {
            Scenario complete = scenario;
            for (Indicator indicator : RandomWorlds.INDICATORS) {
                List<Grade> grades = grades(scenario, indicator);
                Grade grade = grades.get(random.nextInt(grades.size()));
                complete = RandomWorlds.with(complete, indicator.id(), value(scenario, indicator, grade));
            }
            Weighed weighed = Weighed.of(assessor, complete);
            assertThat(weighed.likelihood())
                    .as("likelihood of " + RandomWorlds.describe(complete))
                    .isBetween(verdict.interval().low(), verdict.interval().high());
            assertThat(verdict.relationships())
                    .as("states of " + RandomWorlds.describe(complete))
                    .contains(weighed.relationship());
        }
        return verdict.interval();
    }

    /** The possible grades of a reading. */
    private static List<Grade> grades(Scenario scenario, Indicator indicator) {
        GradeScale scale = scenario.assumptions().scale(indicator);
        return scenario.reading(indicator.id())
                .range()
                .map(range -> List.of(Grade.values())
                        .subList(
                                scale.gradeOf(range.low()).ordinal(),
                                scale.gradeOf(range.high()).ordinal() + 1))
                .orElse(List.of(Grade.values()).subList(1, 6));
    }

    private static double value(Scenario scenario, Indicator indicator, Grade grade) {
        return grade == Grade.VERY_LOW
                ? indicator.low()
                : scenario.assumptions().scale(indicator).from(grade);
    }
}
