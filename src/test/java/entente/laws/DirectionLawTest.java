package entente.laws;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Assumptions;
import entente.model.Grade;
import entente.model.Group;
import entente.model.Indicator;
import entente.model.Indicator.Sign;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Reading;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.ConditionResult;
import entente.model.assessment.Confidence;
import entente.model.assessment.Interval;
import entente.model.assessment.LedgerRow;
import entente.model.rule.Rule;
import entente.model.rule.RuleKind;
import entente.report.json.AssessmentJson;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Assessor;
import entente.scoring.Weighed;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Laws 1, 6 and 10: direction of the effect of readings and disabled claims; and emphasis of zero disables. */
@Tag("law")
class DirectionLawTest {

    private static final String WEST = "rus_west_relations";

    /** Law 1. */
    @Test
    void raisingAReadingMovesNoAnswerAgainstItsSign() {
        Property.law(RandomWorlds::any, (drawn, random) -> {
            Scenario scenario = random.nextInt(4) == 0 ? drawn : RandomWorlds.with(drawn, weights(random));
            Weighed before = Weighed.of(scenario);
            for (Indicator indicator : RandomWorlds.INDICATORS) {
                double value = RandomWorlds.value(random, indicator);
                var known = scenario.reading(indicator.id()).range();
                if (known.isEmpty() || known.get().value() >= value) {
                    continue;
                }
                Weighed after = Weighed.of(RandomWorlds.with(scenario, Reading.known(indicator.id(), value)));
                String raised = indicator.id() + " raised to " + value + " under "
                        + scenario.assumptions().weights();
                keeps(indicator.alliance(), before.result(), after.result(), "alliance points: " + raised);
                keeps(indicator.partnership(), before.partnership(), after.partnership(), "P: " + raised);
            }
        });
    }

    private static void keeps(Sign sign, Points before, Points after, String what) {
        switch (sign) {
            case RAISES -> assertThat(after).as(what).isGreaterThanOrEqualTo(before);
            case LOWERS -> assertThat(after).as(what).isLessThanOrEqualTo(before);
            case NOTHING -> assertThat(after).as(what).isEqualTo(before);
            case TWO_SIDED, GATE, VETO -> {
                // Either direction is allowed.
            }
        }
    }

    /** Random positive weights. */
    private static Assumptions weights(SplittableRandom random) {
        return Assumptions.NONE.withWeights(RandomWorlds.weights(random, Shipped.BOOK.book()));
    }

    /** Law 6. */
    @Test
    void betterTiesWithTheWestNeverRaisePartnershipPoints() {
        Property.law(RandomWorlds::any, (scenario, random) -> {
            Points last = Points.UNBOUNDED;
            for (int ties = 0; ties <= 10; ties++) {
                Points depth =
                        Weighed.of(RandomWorlds.with(scenario, WEST, ties)).partnership();
                assertThat(depth).as("P with %s at %d", WEST, ties).isLessThanOrEqualTo(last);
                last = depth;
            }
        });
    }

    /** Law 10. */
    @ParameterizedTest
    @MethodSource("groups")
    void disablingABarriersOpposingClaimsNeverLowersTheLikelihood(String group) {
        Set<String> against = Shipped.BOOK.book().rules().stream()
                .filter(rule -> rule.group().equals(group))
                .filter(rule -> rule.alliance().filter(w -> w.direction() < 0).isPresent())
                .map(Rule::id)
                .collect(Collectors.toSet());
        Assumptions without = Assumptions.NONE.withWithout(against);
        Property.law(
                RandomWorlds::any,
                (scenario, random) -> assertThat(
                                Weighed.of(RandomWorlds.with(scenario, without)).result())
                        .as("alliance points without what %s says against", group)
                        .isGreaterThanOrEqualTo(Weighed.of(scenario).result()));
    }

    static List<String> groups() {
        return Shipped.BOOK.book().catalogue().groups().stream().map(Group::id).toList();
    }

    private static final int ONE_POINT = 100;

    @Test
    void removedReadingKeepsOldLikelihoodAndRaisesNoConfidence() {
        Property.law(
                RandomWorlds::any,
                (scenario, random) -> randomKnownReading(scenario, random).ifPresent(indicator -> {
                    Assessment before = Shipped.ASSESSOR.assess(scenario);
                    Assessment after =
                            Shipped.ASSESSOR.assess(RandomWorlds.with(scenario, Reading.unknown(indicator.id())));
                    Interval interval = after.verdict().interval();
                    assertThat(before.verdict().likelihood())
                            .as("the old likelihood, without %s", indicator.id())
                            .isBetween(interval.low(), interval.high());
                    Confidence old = before.confidence();
                    Confidence now = after.confidence();
                    assertThat(now.coverage()).as("coverage").isLessThanOrEqualTo(old.coverage());
                    assertThat(now.sourceGrade()).as("source grade").isLessThanOrEqualTo(old.sourceGrade());
                    assertThat(now.age()).as("age").isLessThanOrEqualTo(old.age());
                    assertThat(now.known()).as("readings known").isEqualTo(old.known() - 1);
                }));
    }

    /** Law 8 as stated: removing any reading lowers coverage. */
    @Test
    void removedReadingLowersTheCoverage() {
        Scenario whole = Shipped.scenario("baseline-2018");
        double coverage = Shipped.ASSESSOR.assess(whole).confidence().coverage();
        assertThat(known(whole)).allSatisfy(indicator -> {
            Scenario without = RandomWorlds.with(whole, Reading.unknown(indicator.id()));
            assertThat(Shipped.ASSESSOR.assess(without).confidence().coverage()).isLessThan(coverage);
        });
    }

    private static List<Indicator> known(Scenario scenario) {
        return RandomWorlds.INDICATORS.stream()
                .filter(i -> scenario.reading(i.id()).status() != ReadingStatus.UNKNOWN)
                .toList();
    }

    private static Optional<Indicator> randomKnownReading(Scenario scenario, SplittableRandom random) {
        List<Indicator> known = known(scenario);
        return known.isEmpty() ? Optional.empty() : Optional.of(known.get(random.nextInt(known.size())));
    }

    @Test
    void minorReadingMovesTheLikelihoodByAtMostOneBand() {
        List<Indicator> minor =
                RandomWorlds.INDICATORS.stream().filter(DirectionLawTest::minor).toList();
        assertThat(minor).as("readings of one point at most").hasSizeGreaterThan(10);
        Property.law(RandomWorlds::any, (scenario, random) -> {
            for (Indicator indicator : minor) {
                List<Percent> answers = new ArrayList<>();
                answers.add(Weighed.of(RandomWorlds.with(scenario, Reading.unknown(indicator.id())))
                        .likelihood());
                for (Grade grade : Grade.values()) {
                    if (grade != Grade.UNKNOWN) {
                        double value = RandomWorlds.first(indicator, grade);
                        answers.add(Weighed.of(RandomWorlds.with(scenario, indicator.id(), value))
                                .likelihood());
                    }
                }
                int lowest =
                        answers.stream().mapToInt(p -> p.band().ordinal()).min().orElseThrow();
                int highest =
                        answers.stream().mapToInt(p -> p.band().ordinal()).max().orElseThrow();
                assertThat(highest - lowest)
                        .as("bands that %s moves", indicator.id())
                        .isLessThanOrEqualTo(1);
            }
        });
    }

    /** Read by no override or ceiling, and by claims of at most one point in total. */
    private static boolean minor(Indicator indicator) {
        List<Rule> readers = Shipped.BOOK.book().rules().stream()
                .filter(r -> r.conditions().stream().anyMatch(c -> c.indicator().equals(indicator.id())))
                .toList();
        double points = readers.stream()
                .flatMap(r -> r.alliance().stream())
                .mapToDouble(w -> Shipped.BOOK
                        .book()
                        .weights()
                        .alliance()
                        .get(w.strength())
                        .value())
                .sum();
        return readers.stream().allMatch(r -> r.kind() == RuleKind.CLAIM) && Math.rint(points * 100) <= ONE_POINT;
    }

    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(strings = {"baseline-2018", "status-quo-2025"})
    void everyReadingMovesAnAnswerInItsMarkedDirection(String id) {
        Scenario scenario = filled(Shipped.scenario(id));
        List<String> dead = new ArrayList<>();
        for (Indicator indicator : RandomWorlds.INDICATORS) {
            boolean waits = gate(indicator) && waitsForReportedConditions(scenario, indicator);
            if (!waits
                    && !moves(scenario, indicator, indicator.low())
                    && !moves(scenario, indicator, indicator.high())) {
                dead.add(indicator.id());
            }
        }
        assertThat(dead).as("readings that move nothing in " + id).isEmpty();
    }

    @Test
    void gateMovesTheAnswerOnceItsOtherConditionsHold() {
        Scenario scenario = Shipped.scenario("total-decoupling");
        RandomWorlds.INDICATORS.stream()
                .filter(DirectionLawTest::gate)
                .forEach(gate -> assertThat(moves(scenario, gate, gate.low()))
                        .as(gate.id() + " in total-decoupling")
                        .isTrue());
    }

    /** Fills unknown readings from 2018. */
    private static Scenario filled(Scenario scenario) {
        Scenario filled = scenario;
        for (Indicator indicator : RandomWorlds.INDICATORS) {
            if (scenario.reading(indicator.id()).status() == ReadingStatus.UNKNOWN) {
                filled = RandomWorlds.with(
                        filled, Shipped.scenario("baseline-2018").reading(indicator.id()));
            }
        }
        return filled;
    }

    private static boolean moves(Scenario scenario, Indicator indicator, double end) {
        double here = scenario.reading(indicator.id()).range().orElseThrow().value();
        Weighed before = Weighed.of(scenario);
        Weighed after = Weighed.of(RandomWorlds.with(scenario, indicator.id(), end));
        int direction = Double.compare(end, here);
        return marked(indicator.alliance(), direction, before.result(), after.result())
                || marked(indicator.partnership(), direction, before.partnership(), after.partnership());
    }

    private static boolean marked(Sign sign, int direction, Points before, Points after) {
        int change = direction * after.compareTo(before);
        return switch (sign) {
            case RAISES, GATE -> change > 0;
            case LOWERS, VETO -> change < 0;
            case TWO_SIDED -> change != 0;
            case NOTHING -> false;
        };
    }

    private static boolean gate(Indicator indicator) {
        return indicator.alliance() == Sign.GATE;
    }

    /** At its highest value no rule fires, and each rule that reads it reports the distance of its other conditions. */
    private static boolean waitsForReportedConditions(Scenario scenario, Indicator gate) {
        Scenario open = RandomWorlds.with(scenario, gate.id(), gate.high());
        List<LedgerRow> asking = Shipped.ASSESSOR.assess(open).ledger().stream()
                .filter(row -> row.conditions().stream()
                        .anyMatch(c -> c.condition().indicator().equals(gate.id())))
                .toList();
        return !asking.isEmpty()
                && asking.stream().allMatch(row -> !row.fired() && reportsMissingConditions(row, gate));
    }

    private static boolean reportsMissingConditions(LedgerRow row, Indicator gate) {
        List<ConditionResult> missing =
                row.conditions().stream().filter(c -> !c.met()).toList();
        return !missing.isEmpty()
                && missing.stream()
                        .allMatch(c -> !c.condition().indicator().equals(gate.id())
                                && c.actual().isPresent()
                                && c.distance().isPresent());
    }

    /** What differs between assessments that are equal: the input itself with its digest, and the list of what was assumed. */
    private static final List<String> INPUT = List.of("scenario", "assumptions");

    @ParameterizedTest
    @MethodSource("entente.testkit.Shipped#books")
    void emphasisOfZeroEqualsDisablingTheGroupAndEachOfItsRules(LoadedRuleBook loaded) {
        Assessor assessor = new Assessor(loaded);
        List<Group> groups = loaded.book().catalogue().groups();
        Property.forAll(
                (Property.cases() + 2) / 3,
                random -> RandomWorlds.random(random, loaded.book().catalogue().indicators(), random.nextInt(3) / 4.0)
                        .withAssumptions(
                                random.nextBoolean()
                                        ? Assumptions.NONE
                                        : RandomWorlds.assumptions(random, loaded.book())),
                (scenario, random) -> {
                    Assumptions assumptions = scenario.assumptions();
                    String group = groups.get(random.nextInt(groups.size())).id();
                    Set<String> rules = loaded.book().rules().stream()
                            .filter(rule -> rule.group().equals(group))
                            .map(Rule::id)
                            .collect(Collectors.toSet());
                    TreeMap<String, Double> emphasis = new TreeMap<>(assumptions.emphasis());
                    emphasis.put(group, 0.0);
                    assertThat(result(assessor, scenario, assumptions.withEmphasis(emphasis)))
                            .as(group)
                            .isEqualTo(result(assessor, scenario, without(assumptions, Set.of(group))))
                            .isEqualTo(result(assessor, scenario, without(assumptions, rules)));
                });
    }

    private static Assumptions without(Assumptions assumptions, Set<String> more) {
        Set<String> without = new TreeSet<>(assumptions.without());
        without.addAll(more);
        return assumptions.withWithout(without);
    }

    /** The whole JSON but what states the input. */
    private static ObjectNode result(Assessor assessor, Scenario scenario, Assumptions assumptions) {
        ObjectNode whole = (ObjectNode) JsonMapper.shared()
                .readTree(AssessmentJson.DOCUMENT.line(assessor.assess(scenario.withAssumptions(assumptions))));
        whole.remove(INPUT);
        ((ObjectNode) whole.get("verdict")).remove("supposition");
        return whole;
    }
}
