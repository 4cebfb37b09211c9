package entente.laws;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.exploration.Exploration;
import entente.analysis.exploration.ExplorationResult;
import entente.analysis.exploration.VerdictProbabilities;
import entente.model.Assumptions;
import entente.model.Band;
import entente.model.ExplorationQuestion;
import entente.model.Group;
import entente.model.Indicator;
import entente.model.Indicator.Sign;
import entente.model.Percent;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.assessment.Interval;
import entente.model.rule.Rule;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import entente.testkit.UncertainWorlds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Laws 1, 7, 8 and 10 for uncertain readings, such as: higher grades more probable never lower what they raise. */
class DistributionLawTest {

    private static final double ROUNDING = 1e-12;
    private static final List<Indicator> DIRECTED = RandomWorlds.INDICATORS.stream()
            .filter(indicator -> indicator.alliance() == Sign.RAISES || indicator.alliance() == Sign.LOWERS)
            .toList();
    private static final Exploration EXPLORATION = new Exploration(Shipped.ASSESSOR);

    @Test
    void moreProbableHigherGradesMoveEveryBandInTheDirectionOfTheSign() {
        Property.forAll(Math.max(1, Property.cases() / 10), RandomWorlds::any, (scenario, random) -> {
            Scenario uncertain = UncertainWorlds.uncertain(scenario, random);
            Indicator indicator = DIRECTED.get(random.nextInt(DIRECTED.size()));
            double[] lower = UncertainWorlds.weights(random);
            ExplorationResult before =
                    EXPLORATION.explore(RandomWorlds.with(uncertain, UncertainWorlds.weighted(indicator, lower)));
            ExplorationResult after = EXPLORATION.explore(RandomWorlds.with(
                    uncertain, UncertainWorlds.weighted(indicator, UncertainWorlds.raised(lower, random))));
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
            ExplorationResult result = EXPLORATION.explore(RandomWorlds.with(
                    UncertainWorlds.uncertain(scenario, random), "border_or_proxy_incident", 3 + random.nextInt(2)));
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
            Scenario scenario = UncertainWorlds.uncertain(drawn, random);
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
            Scenario scenario = RandomWorlds.with(UncertainWorlds.uncertain(drawn, random), Assumptions.NONE);
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
}
