package entente.analysis.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Shipped;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.model.Assumptions;
import entente.model.Band;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Reading;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.scenario.ScenarioOverrides;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

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
