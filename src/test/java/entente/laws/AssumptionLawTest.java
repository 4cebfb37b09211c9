package entente.laws;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Assumptions;
import entente.model.Group;
import entente.model.Indicator;
import entente.model.Percent;
import entente.model.Question;
import entente.model.Reading;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.Strength;
import entente.model.assessment.Assessment;
import entente.model.assessment.Assessment.Warning;
import entente.model.assessment.Interval;
import entente.model.assessment.Verdict;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleKind;
import entente.report.json.AssessmentJson;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Assessor;
import entente.scoring.RelationshipJudgement;
import entente.scoring.ScoredScenario;
import entente.scoring.ScoringOutcome;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Assessments by each shipped book under random assumptions, weights and emphasis of zero and disabled rules included. */
@Tag("law")
class AssumptionLawTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<LoadedRuleBook> BOOKS = Shipped.books();
    private static final int MOST_OPEN = 4;

    /** What differs: the input itself with its digest, and the list of what was assumed. */
    private static final List<String> INPUT = List.of("scenario", "assumptions");

    @Test
    void nothingIsPossibleButWhatIsPrinted() {
        for (int n = 0; n < Property.cases(); n++) {
            SplittableRandom random = new SplittableRandom(Property.SEED + n);
            LoadedRuleBook book = BOOKS.get(n % BOOKS.size());
            Assessor assessor = new Assessor(book);
            List<Indicator> indicators = book.book().catalogue().indicators();
            boolean shared = book.book().catalogue().indicators().equals(RandomWorlds.INDICATORS);
            Scenario scenario = RandomWorlds.with(
                    shared && random.nextBoolean()
                            ? RandomWorlds.SHIPPED.get(random.nextInt(RandomWorlds.SHIPPED.size()))
                            : RandomWorlds.random(random, indicators, 0),
                    random.nextBoolean()
                            ? RandomWorlds.assumptions(random, book.book())
                            : withoutDirections(random, book.book()));
            List<String> decisive = book.book().rules().stream()
                    .filter(rule -> rule.kind() != RuleKind.CLAIM
                            || book.book().relationship().isPact(rule))
                    .flatMap(rule -> rule.indicators().stream())
                    .toList();
            Set<String> open = new TreeSet<>();
            while (open.size() < MOST_OPEN) {
                open.add(
                        random.nextBoolean()
                                ? decisive.get(random.nextInt(decisive.size()))
                                : indicators
                                        .get(random.nextInt(indicators.size()))
                                        .id());
            }
            for (Indicator indicator : indicators) {
                scenario = RandomWorlds.with(
                        scenario,
                        open.contains(indicator.id())
                                ? Reading.unknown(indicator.id())
                                : Reading.known(
                                        indicator.id(),
                                        scenario.reading(indicator.id())
                                                .value()
                                                .orElseGet(() -> RandomWorlds.value(random, indicator))));
            }
            Set<Percent> likelihoods = new HashSet<>();
            Set<Relationship> relationships = new TreeSet<>();
            // The known readings alone are an answer too, without which the likelihood would lie outside its interval.
            add(scenario, assessor, likelihoods, relationships);
            complete(scenario, List.copyOf(open), assessor, likelihoods, relationships);
            Assessment assessment = assessor.assess(scenario);
            Verdict verdict = assessment.verdict();
            String place = "case " + n + ": " + RandomWorlds.describe(scenario);
            Interval attained = new Interval(
                    likelihoods.stream().min(Percent::compareTo).orElseThrow(),
                    likelihoods.stream().max(Percent::compareTo).orElseThrow(),
                    true);
            assertThat(verdict.interval()).as(place).isEqualTo(attained);
            assertThat(verdict.relationships()).as(place).containsAll(relationships);
            boolean exact = assessment.warnings().stream()
                    .noneMatch(warning -> warning.kind() == Warning.Kind.RELATIONSHIPS_NOT_EXACT);
            if (exact) {
                assertThat(relationships).as(place).containsAll(verdict.relationships());
            }
        }
    }

    @Test
    void aPactWithoutPointsIsPossible() {
        Scenario scenario = RandomWorlds.with(
                Shipped.with(
                        "baseline-2018",
                        Map.of("treaty_commitment_level", "unknown", "rus_elite_balancing_sentiment", "unknown")),
                Assumptions.NONE
                        .withWeights(Map.of(Question.ALLIANCE, Map.of(Strength.DECISIVE, 0.0)))
                        .withWithout(Set.of("mutual_mistrust", "working_pact_lifts_ceiling")));
        assertThat(Shipped.ASSESSOR.assess(scenario).verdict().relationships())
                .containsExactly(Relationship.STRATEGIC_PARTNERSHIP, Relationship.FORMAL_ALLIANCE);
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

    private static void complete(
            Scenario scenario,
            List<String> open,
            Assessor assessor,
            Set<Percent> likelihoods,
            Set<Relationship> relationships) {
        if (open.isEmpty()) {
            add(scenario, assessor, likelihoods, relationships);
            return;
        }
        Indicator indicator = assessor.book().catalogue().indicator(open.get(0));
        List<Double> values =
                new ArrayList<>(scenario.assumptions().scale(indicator).cuts());
        values.add(indicator.low());
        for (double value : values) {
            Scenario completed = RandomWorlds.with(scenario, indicator.id(), value);
            complete(completed, open.subList(1, open.size()), assessor, likelihoods, relationships);
        }
    }

    private static void add(
            Scenario scenario, Assessor assessor, Set<Percent> likelihoods, Set<Relationship> relationships) {
        ScoredScenario scored = assessor.scored(scenario);
        boolean[] satisfied = scored.variant().satisfiedRules();
        ScoringOutcome outcome = scored.outcome(satisfied);
        likelihoods.add(outcome.likelihood());
        relationships.add(
                RelationshipJudgement.of(scored.model(), outcome, satisfied).relationship());
    }

    @Test
    void emphasisOfZeroEqualsDisablingTheGroupAndEachOfItsRules() {
        for (int n = 0; n < Property.cases(); n++) {
            SplittableRandom random = new SplittableRandom(Property.SEED + n);
            LoadedRuleBook book = BOOKS.get(n % BOOKS.size());
            Assessor assessor = new Assessor(book);
            List<Group> groups = book.book().catalogue().groups();
            String group = groups.get(random.nextInt(groups.size())).id();
            Assumptions assumptions =
                    random.nextBoolean() ? Assumptions.NONE : RandomWorlds.assumptions(random, book.book());
            double unknown = random.nextInt(3) / 4.0;
            Scenario scenario =
                    RandomWorlds.random(random, book.book().catalogue().indicators(), unknown);
            ObjectNode expected = result(assessor, scenario, without(assumptions, Set.of(group)));
            Set<String> rules = book.book().rules().stream()
                    .filter(rule -> rule.group().equals(group))
                    .map(Rule::id)
                    .collect(Collectors.toSet());
            TreeMap<String, Double> emphasis = new TreeMap<>(assumptions.emphasis());
            emphasis.put(group, 0.0);
            Assumptions zero = assumptions.withEmphasis(emphasis);
            String place = "case " + n + ": " + group + " in " + RandomWorlds.describe(scenario);
            assertThat(result(assessor, scenario, zero)).as(place).isEqualTo(expected);
            assertThat(result(assessor, scenario, without(assumptions, rules)))
                    .as(place)
                    .isEqualTo(expected);
        }
    }

    private static Assumptions without(Assumptions assumptions, Set<String> more) {
        Set<String> without = new TreeSet<>(assumptions.without());
        without.addAll(more);
        return assumptions.withWithout(without);
    }

    /** The whole JSON but what states the input. */
    private static ObjectNode result(Assessor assessor, Scenario scenario, Assumptions assumptions) {
        Assessment assessment = assessor.assess(RandomWorlds.with(scenario, assumptions));
        ObjectNode whole = (ObjectNode) JSON.readTree(AssessmentJson.DOCUMENT.line(assessment));
        whole.remove(INPUT);
        ((ObjectNode) whole.get("verdict")).remove("supposition");
        return whole;
    }
}
