package entente.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Shipped;
import entente.domain.Assessment;
import entente.domain.Scenario;
import entente.laws.Property;
import entente.laws.Worlds;
import org.junit.jupiter.api.Test;

/** The short way to an answer, on which most laws are tried, is the long way's. */
class WeighedTest {

    @Test
    void theShortWaySaysWhatTheAssessmentSays() {
        Property.forAll(Worlds::any, (plain, random) -> {
            Scenario scenario = random.nextBoolean() ? plain : Worlds.with(plain, Worlds.assumptions(random));
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
