package entente.analysis.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.sensitivity.Swing.GradeOutcome;
import entente.model.Indicator;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;

/** Shared by the tests of the same subject. */
abstract class SensitivityFixture {

    static final SensitivityAnalysis SENSITIVITY = new SensitivityAnalysis(Shipped.ASSESSOR);
    static final String STAKE = "prc_export_share_west5_pct";

    static Indicator indicator(Swing swing) {
        return Shipped.BOOK.book().catalogue().indicator(swing.indicator());
    }

    static Assessment assess(Scenario scenario, Swing swing, double value) {
        return Shipped.ASSESSOR.assess(RandomWorlds.with(scenario, swing.indicator(), value));
    }

    static void same(GradeOutcome step, Assessment assessment) {
        assertThat(step.likelihood()).isEqualTo(assessment.verdict().likelihood());
        assertThat(step.relationship()).isEqualTo(assessment.verdict().relationship());
    }

    static Swing swing(Scenario scenario, String indicator) {
        return SENSITIVITY.analyze(scenario).swings().stream()
                .filter(swing -> swing.indicator().equals(indicator))
                .findFirst()
                .orElseThrow();
    }
}
