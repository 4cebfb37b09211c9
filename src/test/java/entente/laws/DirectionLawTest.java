package entente.laws;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Assumptions;
import entente.model.Group;
import entente.model.Indicator;
import entente.model.Indicator.Sign;
import entente.model.Points;
import entente.model.Reading;
import entente.model.Scenario;
import entente.model.rule.Rule;
import entente.scoring.Weighed;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws 1, 6 and 10: direction of the effect of readings and disabled claims. */
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
        return Assumptions.NONE.withWeights(RandomWorlds.weights(random));
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
}
