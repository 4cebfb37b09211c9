package entente.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.model.Grade;
import entente.model.GradedReading;
import entente.model.Indicator;
import entente.model.Scenario;
import entente.scoring.Assessor;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Assessments inferred with Drools are those of the truth tables; a difference stops them. */
@Tag("law")
class InferenceComparisonTest {

    private static final List<Indicator> INDICATORS =
            Shipped.BOOK.book().catalogue().indicators();

    private final InferenceCounts counts = new InferenceCounts();
    private final Assessor drools =
            new Assessor(Shipped.BOOK, Optional.of(new InferenceComparison(Shipped.BOOK, counts)));

    @Test
    void shippedScenariosAreAssessedTheSame() {
        for (String id : Shipped.scenarioIds()) {
            assertThat(drools.assess(Shipped.scenario(id))).isEqualTo(Shipped.assess(id));
        }
        assertThat(counts.comparisons().sum()).isEqualTo(Shipped.scenarioIds().size());
        assertThat(counts.differences().sum()).isZero();
    }

    @Test
    void randomScenariosAreAssessedTheSame() {
        Property.forAll(
                Property.cases() / 10,
                RandomWorlds::any,
                (scenario, random) -> assertThat(drools.assess(scenario)).isEqualTo(Shipped.ASSESSOR.assess(scenario)));
        assertThat(counts.comparisons().sum()).isEqualTo(Property.cases() / 10);
    }

    @Test
    void concurrentAssessmentsHaveSessionsOfTheirOwn() {
        List<Scenario> scenarios =
                Shipped.scenarioIds().stream().map(Shipped::scenario).toList();
        assertThat(IntStream.range(0, 4 * scenarios.size())
                        .parallel()
                        .mapToObj(n -> drools.assess(scenarios.get(n % scenarios.size())))
                        .toList())
                .hasSize(4 * scenarios.size());
        assertThat(counts.differences().sum()).isZero();
    }

    @Test
    void differenceNamesRuleScenarioAndGrades() {
        int row = 0;
        String rule = Shipped.BOOK.book().rules().get(row).id();
        String indicator =
                Shipped.BOOK.book().rules().get(row).conditions().get(0).indicator();
        Grade[] grades = new Grade[INDICATORS.size()];
        Arrays.fill(grades, Grade.UNKNOWN);
        List<GradedReading> readings = INDICATORS.stream()
                .map(one -> new GradedReading(one.id(), Grade.UNKNOWN))
                .toList();
        boolean[] satisfied = Shipped.BOOK.tables().satisfiedRules(grades);
        Inference inference = facts -> Set.copyOf(Shipped.BOOK.book().rules().stream()
                .filter(one -> one.conditions().isEmpty() || one.id().equals(rule))
                .map(one -> one.id())
                .toList());
        InferenceComparison comparison = new InferenceComparison(Shipped.BOOK.book(), inference, counts);
        assertThatThrownBy(() -> comparison.compare("s", readings, satisfied))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(
                        "in scenario s: rule " + rule + " holds by Drools only (" + indicator + " UNKNOWN");
        satisfied[row] = true;
        comparison.compare("s", readings, satisfied);
        assertThat(counts.comparisons().sum()).isEqualTo(2);
        assertThat(counts.differences().sum()).isEqualTo(1);
    }
}
