package entente.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The fast point result, used by most law tests, equals that of the assessment. */
@Tag("thorough")
class WeighedTest {

    @Test
    void pointAnswerEqualsAssessment() {
        Property.forAll(RandomWorlds::any, (plain, random) -> {
            Scenario scenario =
                    random.nextBoolean() ? plain : RandomWorlds.with(plain, RandomWorlds.assumptions(random));
            Assessment assessment = Shipped.ASSESSOR.assess(scenario);
            Weighed weighed = Weighed.of(scenario);
            assertThat(weighed.result()).isEqualTo(assessment.balance().result());
            assertThat(weighed.partnership()).isEqualTo(assessment.balance().partnership());
            assertThat(weighed.likelihood()).isEqualTo(assessment.verdict().likelihood());
            assertThat(weighed.flags()).isEqualTo(assessment.verdict().flags());
            assessment
                    .verdict()
                    .relationship()
                    .ifPresent(r -> assertThat(weighed.relationship()).isEqualTo(r));
        });
    }
}
