package entente.laws;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.flip.FlipResult;
import entente.analysis.flip.FlipResult.FlipTarget;
import entente.analysis.flip.FlipSearch;
import entente.model.Assumptions;
import entente.model.Group;
import entente.model.Group.GroupKind;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.Outlook;
import entente.model.assessment.Outlook.Counterfactual;
import entente.model.assessment.Outlook.LikelihoodPath;
import entente.model.assessment.Outlook.SingleChange;
import entente.scoring.Assessor.PointAssessment;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every number of the outlook equals that of the corresponding analysis. */
@Tag("law")
class OutlookLawTest {

    private static final FlipSearch FLIPS = new FlipSearch(Shipped.ASSESSOR);
    private static final List<Group> GROUPS = Shipped.BOOK.book().catalogue().groups();

    private static PointAssessment without(Scenario scenario, Collection<String> groups) {
        Assumptions given = scenario.assumptions();
        Set<String> without = new TreeSet<>(given.without());
        without.addAll(groups);
        return Shipped.ASSESSOR.pointAssessment(scenario.withAssumptions(given.withWithout(without)));
    }

    @Test
    void counterfactualsAreRunsWithoutTheGroup() {
        Property.forAll(Math.min(Property.cases(), 300), RandomWorlds::any, (world, random) -> {
            Scenario scenario = RandomWorlds.with(world, RandomWorlds.assumptions(random));
            Assessment assessment = Shipped.ASSESSOR.assess(scenario);
            Set<String> withPoints = assessment.ledger().stream()
                    .filter(row -> row.fired() && !row.alliancePoints().equals(Points.ZERO))
                    .map(LedgerRow::rule)
                    .map(rule -> rule.group())
                    .collect(Collectors.toSet());
            assertThat(assessment.outlook().counterfactuals())
                    .extracting(Counterfactual::group)
                    .containsExactlyElementsOf(GROUPS.stream()
                            .map(Group::id)
                            .filter(withPoints::contains)
                            .toList());
            for (Counterfactual counterfactual : assessment.outlook().counterfactuals()) {
                assertThat(counterfactual.likelihood())
                        .as("without %s", counterfactual.group())
                        .isEqualTo(without(scenario, Set.of(counterfactual.group()))
                                .likelihood());
            }
        });
    }

    @Test
    void pathLeadsFromTheBaseRateOverTheDriversToTheVerdict() {
        List<String> barriers = GROUPS.stream()
                .filter(group -> group.kind() == GroupKind.BARRIER)
                .map(Group::id)
                .toList();
        Property.forAll(Math.min(Property.cases(), 300), RandomWorlds::any, (world, random) -> {
            Scenario scenario = RandomWorlds.with(world, RandomWorlds.assumptions(random));
            Assessment assessment = Shipped.ASSESSOR.assess(scenario);
            LikelihoodPath path = assessment.outlook().path();
            PointAssessment drivers = without(scenario, barriers);
            assertThat(Points.ofPercent(path.basePercent()))
                    .isEqualTo(assessment.balance().base());
            assertThat(path.driversUnderCeiling()).isEqualTo(drivers.likelihood());
            assertThat(path.driversOnly())
                    .isEqualTo(Percent.of(drivers.balance().raw()))
                    .isGreaterThanOrEqualTo(path.driversUnderCeiling());
            assertThat(path.likelihood()).isEqualTo(assessment.verdict().likelihood());
        });
    }

    @Test
    @Tag("thorough")
    void changesAreTheFirstFlipsOfOneReading() {
        // Each case searches flips with their intervals, which takes half a second.
        Property.forAll(Math.min(Property.cases(), 100), RandomWorlds::any, (world, random) -> {
            Scenario scenario =
                    random.nextBoolean() ? world : RandomWorlds.with(world, RandomWorlds.assumptions(random));
            Outlook outlook = Shipped.ASSESSOR.assess(scenario).outlook();
            assertThat(outlook.up()).isEqualTo(flips(scenario, FlipTarget.UP));
            assertThat(outlook.down()).isEqualTo(flips(scenario, FlipTarget.DOWN));
        });
    }

    private static List<SingleChange> flips(Scenario scenario, FlipTarget target) {
        FlipResult result = FLIPS.find(scenario, target, Set.of(), 1);
        return result.flips().stream()
                .limit(Outlook.MOST_CHANGES)
                .map(flip -> new SingleChange(flip.moves().get(0), flip.likelihood(), flip.lowest(), flip.highest()))
                .toList();
    }
}
