package entente.laws;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.exploration.Exploration;
import entente.analysis.exploration.ExplorationResult;
import entente.analysis.exploration.ExplorationResult.VerdictProbabilities;
import entente.model.Assumptions;
import entente.model.Band;
import entente.model.ExplorationQuestion;
import entente.model.Grade;
import entente.model.Group;
import entente.model.Indicator;
import entente.model.Indicator.Sign;
import entente.model.Percent;
import entente.model.Reading;
import entente.model.ReadingDistribution.GradeWeights;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.assessment.Interval;
import entente.model.rule.Rule;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Laws 1, 7, 8 and 10 for uncertain readings, such as: higher grades more probable never lower what they raise. */
class DistributionLawTest {

    private static final List<Grade> KNOWN = List.of(Grade.values()).subList(1, Grade.values().length);
    private static final double ROUNDING = 1e-12;
    private static final List<Indicator> DIRECTED = RandomWorlds.INDICATORS.stream()
            .filter(indicator -> indicator.alliance() == Sign.RAISES || indicator.alliance() == Sign.LOWERS)
            .toList();
    private static final Exploration EXPLORATION = new Exploration(Shipped.ASSESSOR);

    @Test
    void moreProbableHigherGradesMoveEveryBandInTheDirectionOfTheSign() {
        Property.forAll(Math.max(1, Property.cases() / 10), RandomWorlds::any, (scenario, random) -> {
            Scenario uncertain = uncertain(scenario, random);
            Indicator indicator = DIRECTED.get(random.nextInt(DIRECTED.size()));
            double[] lower = weights(random);
            ExplorationResult before = EXPLORATION.explore(RandomWorlds.with(uncertain, weighted(indicator, lower)));
            ExplorationResult after =
                    EXPLORATION.explore(RandomWorlds.with(uncertain, weighted(indicator, raised(lower, random))));
            int direction = indicator.alliance() == Sign.RAISES ? 1 : -1;
            for (Band band : Band.values()) {
                double rise = after.verdict().atLeast(band) - before.verdict().atLeast(band);
                assertThat(direction * rise)
                        .as("%s, at least %s", indicator.id(), band)
                        .isGreaterThanOrEqualTo(-ROUNDING);
            }
        });
    }

    /** Law 7. */
    @Test
    void incidentWithDeathsLeavesTheLowestVerdictOnly() {
        Property.forAll(Math.max(1, Property.cases() / 10), RandomWorlds::any, (scenario, random) -> {
            ExplorationResult result = EXPLORATION.explore(
                    RandomWorlds.with(uncertain(scenario, random), "border_or_proxy_incident", 3 + random.nextInt(2)));
            assertThat(result.verdict().atLeast(Band.VERY_UNLIKELY)).isLessThan(ROUNDING);
            for (Relationship relationship : Relationship.values()) {
                if (relationship.compareTo(Relationship.WEAKENING) > 0) {
                    assertThat(result.relationships().probability(relationship)).isLessThan(ROUNDING);
                }
            }
        });
    }

    /** Law 8. A grade that a range meets at its end only has no probability, so that the ends may not be reached. */
    @Test
    void likelihoodsOfAllCasesLieWithinTheInterval() {
        Property.forAll(Math.max(1, Property.cases() / 50), RandomWorlds::any, (drawn, random) -> {
            Scenario scenario = uncertain(drawn, random);
            Interval interval = Shipped.ASSESSOR.assess(scenario).verdict().interval();
            ExplorationQuestion question = new ExplorationQuestion(scenario, Map.of(), true, Optional.empty());
            List<Percent> likelihoods = EXPLORATION.explore(question).verdict().likelihoods().stream()
                    .map(VerdictProbabilities.Outcome::likelihood)
                    .sorted()
                    .toList();
            assertThat(likelihoods).allMatch(each -> each.compareTo(interval.low()) >= 0);
            assertThat(likelihoods).allMatch(each -> each.compareTo(interval.high()) <= 0);
        });
    }

    /** Law 10. */
    @Test
    void disabledBarrierMakesNoBandLessProbable() {
        List<Group> groups = Shipped.BOOK.book().catalogue().groups();
        Property.forAll(Math.max(1, Property.cases() / 10), RandomWorlds::any, (drawn, random) -> {
            Scenario scenario = RandomWorlds.with(uncertain(drawn, random), Assumptions.NONE);
            String group = groups.get(random.nextInt(groups.size())).id();
            Set<String> against = Shipped.BOOK.book().rules().stream()
                    .filter(rule -> rule.group().equals(group))
                    .filter(rule -> rule.alliance().stream().anyMatch(weight -> weight.direction() < 0))
                    .map(Rule::id)
                    .collect(Collectors.toSet());
            ExplorationResult with = EXPLORATION.explore(scenario);
            ExplorationResult without =
                    EXPLORATION.explore(RandomWorlds.with(scenario, Assumptions.NONE.withWithout(against)));
            for (Band band : Band.values()) {
                assertThat(without.verdict().atLeast(band))
                        .as("%s without what %s says against", band, group)
                        .isGreaterThanOrEqualTo(with.verdict().atLeast(band) - ROUNDING);
            }
        });
    }

    /** Four readings with weights of grades. */
    private static Scenario uncertain(Scenario scenario, SplittableRandom random) {
        Scenario uncertain = scenario;
        for (int n = 0; n < 4; n++) {
            Indicator indicator = RandomWorlds.INDICATORS.get(random.nextInt(RandomWorlds.INDICATORS.size()));
            uncertain = RandomWorlds.with(uncertain, weighted(indicator, weights(random)));
        }
        return uncertain;
    }

    private static double[] weights(SplittableRandom random) {
        double[] weights = random.doubles(KNOWN.size()).toArray();
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int n = 0; n < weights.length; n++) {
            weights[n] /= sum;
        }
        return weights;
    }

    /** Some of the weight of a grade moved to the next one. */
    private static double[] raised(double[] weights, SplittableRandom random) {
        double[] raised = weights.clone();
        for (int n = 0; n + 1 < raised.length; n++) {
            double moved = raised[n] * random.nextDouble();
            raised[n] -= moved;
            raised[n + 1] += moved;
        }
        return raised;
    }

    private static Reading weighted(Indicator indicator, double[] weights) {
        Map<Grade, Double> byGrade = new EnumMap<>(Grade.class);
        for (Grade grade : KNOWN) {
            if (weights[grade.ordinal() - 1] > 0) {
                byGrade.put(grade, weights[grade.ordinal() - 1]);
            }
        }
        return Reading.unknown(indicator.id()).withDistribution(Optional.of(new GradeWeights(byGrade)));
    }
}
